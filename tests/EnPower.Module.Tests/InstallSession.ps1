# Run by Package.Tests.ps1 in a process of its own, for a user who has nothing yet: installs the module from a folder, uses
# it, uninstalls it, and writes what came of it as JSON.
[CmdletBinding()]
param(
    # The folder with the package.
    [Parameter(Mandatory)]
    [string] $RepositoryPath
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$seen = @{}

Register-PSRepository -Name local -SourceLocation $RepositoryPath -InstallationPolicy Trusted
$found = Find-Module -Name EnPower -Repository local
$seen['Found'] = $found.Name
$seen['Cmdlets'] = @($found.Includes.Cmdlet)
Install-Module -Name EnPower -Repository local -Scope CurrentUser

# No import: the engine finds the cmdlets by the manifest.
$connect = ConvertFrom-Json -InputObject $env:ENPOWER_TEST_CONNECTION -AsHashtable
$connect.ClientSecret = ConvertTo-SecureString -String $connect.ClientSecret -AsPlainText -Force
Connect-EnPower @connect
$seen['Read'] = @(Get-EnPowerMailbox -First 10).Count
$seen['Path'] = (Get-Module -Name EnPower).Path
$seen['Table'] = Get-EnPowerMailbox -First 10 | Out-String -Width 80

Remove-Module -Name EnPower
Uninstall-Module -Name EnPower
$seen['Left'] = @(Get-Module -Name EnPower -ListAvailable).Count

$seen | ConvertTo-Json -Compress
