# Run by Package.Tests.ps1 in a process of its own, for a user who has nothing yet: installs an earlier version from a folder,
# uses it, updates it while another process uses it, uninstalls both, and writes what came of it as JSON.
[CmdletBinding()]
param(
    # The folder with the packages of both versions.
    [Parameter(Mandatory)]
    [string] $RepositoryPath,

    [Parameter(Mandatory)]
    [string] $EarlierVersion,

    # What installs.
    [Parameter(Mandatory)]
    [ValidateSet('PowerShellGet', 'PSResourceGet')]
    [string] $Installer
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$seen = @{}
$signal = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath ([System.IO.Path]::GetRandomFileName())

$use = {
    param([string] $Signal)

    # No import: the engine finds the cmdlets by the manifest.
    $connect = ConvertFrom-Json -InputObject $env:ENPOWER_TEST_CONNECTION -AsHashtable
    $connect.ClientSecret = ConvertTo-SecureString -String $connect.ClientSecret -AsPlainText -Force
    Connect-EnPower @connect
    @{
        Read    = @(Get-EnPowerMailbox -First 10).Count
        Version = "$((Get-Module -Name EnPower).Version)"
        Path    = (Get-Module -Name EnPower).Path
        Table   = Get-EnPowerMailbox -First 10 | Out-String -Width 80
    }
    if ($Signal) {
        while (-not (Test-Path -LiteralPath $Signal)) {
            Start-Sleep -Milliseconds 100
        }
        # What is loaded only now comes from the same version.
        Get-EnPowerMailbox | Export-EnPowerReport -Path "$Signal.html"
        @{ Read = @(Get-EnPowerResourceMailbox -First 5).Count; HasReport = Test-Path -LiteralPath "$Signal.html" }
    }
}

if ($Installer -eq 'PowerShellGet') {
    Register-PSRepository -Name local -SourceLocation $RepositoryPath -InstallationPolicy Trusted
    $found = Find-Module -Name EnPower -Repository local
    Install-Module -Name EnPower -RequiredVersion $EarlierVersion -Repository local -Scope CurrentUser
}
else {
    Register-PSResourceRepository -Name local -Uri $RepositoryPath -Trusted
    $found = Find-PSResource -Name EnPower -Repository local
    Install-PSResource -Name EnPower -Version $EarlierVersion -Repository local -Scope CurrentUser
}

$seen['Found'] = "$($found.Name) $($found.Version)"
$seen['Cmdlets'] = @($found.Includes.Cmdlet)

$other = Start-Job -ScriptBlock $use -ArgumentList $signal
do {
    Start-Sleep -Milliseconds 100
    $first = @(Receive-Job -Job $other)
} until ($first -or $other.State -notin 'NotStarted', 'Running')
$seen['Earlier'] = $first[0]

if ($Installer -eq 'PowerShellGet') {
    Update-Module -Name EnPower
}
else {
    Update-PSResource -Name EnPower -Repository local
}

$seen['Updated'] = & $use
$null = New-Item -Path $signal -ItemType File
$seen['EarlierStill'] = @(Receive-Job -Job $other -Wait -AutoRemoveJob)[0]

Remove-Module -Name EnPower
if ($Installer -eq 'PowerShellGet') {
    Uninstall-Module -Name EnPower -AllVersions
}
else {
    Uninstall-PSResource -Name EnPower -Version '*'
}

$seen['Left'] = @(Get-Module -Name EnPower -ListAvailable).Count
Remove-Item -Path "$signal*"

$seen | ConvertTo-Json -Compress -Depth 4
