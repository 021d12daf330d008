# Run by Sessions.Tests.ps1 in a process of its own, with strict mode at its latest: imports in every way, and writes what
# came of it as JSON.
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$seen = @{}
$connect = "$PSScriptRoot/ConnectSession.ps1"

$open = {
    param([string] $ModulePath, [string] $Connect)

    Import-Module -Name $ModulePath
    & $Connect
}

function Measure-Read {
    @(Get-EnPowerMailbox -First 10).Count
}

. $open $ModulePath $connect
$seen['imported'] = Measure-Read

Import-Module -Name $ModulePath -Force
. $open $ModulePath $connect
$seen['imported by force'] = Measure-Read
$seen['with its members, imported by force'] = @(Get-EnPowerMailbox -First 10 | Where-Object { $null -ne $_.QuotaUsedPercent }).Count

Remove-Module -Name EnPower
$seen['removed'] = @(Get-Module -Name EnPower).Count + @(Get-Command -Name Get-EnPowerMailbox -ErrorAction Ignore).Count
. $open $ModulePath $connect
$seen['imported again after it was removed'] = Measure-Read
$seen['shown by its view, imported again'] = @(
    Get-EnPowerMailbox -First 8 | Format-Table -View Quota | Out-String -Stream -Width 120 | Where-Object { $_.Trim() }).Count

# A job is a process of its own.
$opening = $open.ToString()
$job = Start-Job -ScriptBlock {
    . ([scriptblock]::Create($using:opening)) $using:ModulePath $using:connect
    @(Get-EnPowerMailbox -First 10).Count
}
$seen['imported in a job'] = [int] (Receive-Job -Job $job -Wait -AutoRemoveJob)

if ($PSVersionTable.PSVersion.Major -ge 7) {
    $connection = Get-EnPowerConnection
    $seen['imported in parallel blocks'] = 1..4 | ForEach-Object -Parallel {
        Import-Module -Name $using:ModulePath
        @(Get-EnPowerMailbox -First 10 -Connection $using:connection).Count
    } | Measure-Object -Sum | ForEach-Object Sum
    $seen['imported in a thread job'] = Start-ThreadJob -ScriptBlock {
        Import-Module -Name $using:ModulePath
        @(Get-EnPowerMailbox -First 10 -Connection $using:connection).Count
    } | Receive-Job -Wait -AutoRemoveJob
}

$seen | ConvertTo-Json -Compress
