# The same cmdlets, compiled once for PowerShell 7 and once for Windows PowerShell. Beside each lies a manifest that has the
# types loaded after the assembly whose methods are the code of their members.
$targetFramework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
Import-Module -Name "$PSScriptRoot/bin/$targetFramework/EnPower.PowerShell.psd1"
