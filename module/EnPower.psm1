# The same cmdlets, compiled once for PowerShell 7 and once for Windows PowerShell.
$targetFramework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
Import-Module -Name "$PSScriptRoot/bin/$targetFramework/EnPower.PowerShell.dll"

# Not from the manifest: that would be before the assembly whose methods are the code of the members.
Update-TypeData -AppendPath "$PSScriptRoot/EnPower.types.ps1xml"
