# The same cmdlets, compiled once for PowerShell 7 and once for Windows PowerShell.
$targetFramework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
Import-Module -Name "$PSScriptRoot/bin/$targetFramework/EnPower.PowerShell.dll"
