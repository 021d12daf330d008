#Requires -Version 7.4

<#
.SYNOPSIS
Reads mailboxes into a consumer that costs as much as the fetch; then with a server that waits before each page.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [Parameter(Mandatory)]
    [string] $BareClientPath,

    [int] $Mailboxes = 50000,

    [int] $Rounds = 5,

    [int] $SlowPages = 20,

    [int] $LatencyMilliseconds = 100
)

. "$PSScriptRoot/../Session.ps1"

function Add-Latency {
    param([object] $Emulator, [double] $Seconds)

    $body = ConvertTo-Json -InputObject @(@{ path = '/smp/exchange/mailboxes'; times = $null; delay = $Seconds })
    $uri = "$($Emulator.Endpoint)emulator/faults"
    Invoke-RestMethod -Method Post -Uri $uri -ContentType 'application/json' -Body $body -SkipCertificateCheck | Out-Null
}

$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', $Mailboxes
Connect-Module -Path $ModulePath -Emulator $emulator
foreach ($warmUp in 1..4) {
    Get-EnPowerMailbox | Out-Null
}

# A consumer that takes as long for all mailboxes as the fetch of them.
$work = 0
$consume = { for ($i = 0; $i -lt $work; $i++) { $null = $_.DisplayName } }
$page = @(Get-EnPowerMailbox -First 1000)
$alone = { & { for ($n = 0; $n -lt $Mailboxes; $n += $page.Count) { $page } } | ForEach-Object -Process $consume }
$fetch = { Get-EnPowerMailbox | Out-Null }
$fetchTime = Get-Median -Value (1..5 | ForEach-Object { (Measure-Run -Name Fetch -Subject $fetch).Milliseconds })
while ((Measure-Run -Name Consume -Subject $alone).Milliseconds -lt $fetchTime) {
    $work++
}

$runs = foreach ($round in 1..$Rounds) {
    Measure-Run -Name Fetch -Subject $fetch
    Measure-Run -Name Consume -Subject $alone
    Measure-Run -Name Both -Subject { Get-EnPowerMailbox | ForEach-Object -Process $consume }
}
$emulator.Process.Kill()

$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', ($SlowPages * 1000)
Connect-Module -Path $ModulePath -Emulator $emulator
$bare = Connect-BareClient -Path $BareClientPath -Emulator $emulator
foreach ($warmUp in 1..3) {
    $null = $bare.Read('')
    & $fetch
}
$runs += foreach ($round in 1..$Rounds) {
    Measure-Run -Name OnePage -Subject { Get-EnPowerMailbox -First 1000 | Out-Null }
}
Add-Latency -Emulator $emulator -Seconds ($LatencyMilliseconds / 1000)
$runs += foreach ($round in 1..$Rounds) {
    Measure-Run -Name SlowBare -Subject { $null = $bare.Read('') }
    Measure-Run -Name SlowCmdlet -Subject $fetch
    Measure-Run -Name SlowBoth -Subject { Get-EnPowerMailbox | ForEach-Object -Process $consume }
    Measure-Run -Name SlowDownload -Subject { $bare.Download() }
    Measure-Run -Name Latencies -Subject { $bare.MakeRoundTrips($SlowPages) }
}

$emulator.Process.Kill()
Join-Run -Run $runs | ConvertTo-Json
