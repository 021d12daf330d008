#Requires -Version 7.4

<#
.SYNOPSIS
Reads mailboxes into consumers that cost as much as the fetch; then with a server that waits before each page.
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
foreach ($warmUp in 1..10) {
    Get-EnPowerMailbox | Out-Null
}

# Two consumers that take as long for all mailboxes as the fetch of them: one computes; one waits, as one does that calls
# another service.
$work = 0
$consume = { for ($i = 0; $i -lt $work; $i++) { $null = $_.DisplayName } }
$pause = 0
$passed = 0
$wait = { if (++$passed % 1000 -eq 0) { [Threading.Thread]::Sleep($pause) } }
$page = @(Get-EnPowerMailbox -First 1000)
$write = { for ($written = 0; $written -lt $Mailboxes; $written += $page.Count) { $page } }
$consumeAlone = { & $write | ForEach-Object -Process $consume }
$waitAlone = { & $write | ForEach-Object -Process $wait }
$fetch = { Get-EnPowerMailbox | Out-Null }

function Get-Time {
    param([scriptblock] $Subject)

    Get-Median -Value (1..5 | ForEach-Object { (Measure-Run -Name Calibration -Subject $Subject).Milliseconds })
}

$fetchTime = Get-Time -Subject $fetch
while ((Get-Time -Subject $consumeAlone) -lt $fetchTime) {
    $work++
}
while ((Get-Time -Subject $waitAlone) -lt $fetchTime) {
    $pause++
}

# Of client and server, in milliseconds, spread over all cores.
function Get-ProcessorTime {
    $total = [timespan]::Zero
    foreach ($process in [Diagnostics.Process]::GetCurrentProcess(), $emulator.Process) {
        $process.Refresh()
        $total += $process.TotalProcessorTime
    }
    $total.TotalMilliseconds / [Environment]::ProcessorCount
}

$runs = foreach ($round in 1..$Rounds) {
    Measure-Run -Name Fetch -Subject $fetch
    Measure-Run -Name Consume -Subject $consumeAlone
    $before = Get-ProcessorTime
    Measure-Run -Name Both -Subject { Get-EnPowerMailbox | ForEach-Object -Process $consume }
    [pscustomobject]@{ Name = 'BothAtLeast'; Milliseconds = (Get-ProcessorTime) - $before; ProcessorMilliseconds = 0; Bytes = 0 }
    Measure-Run -Name Wait -Subject $waitAlone
    Measure-Run -Name BothWait -Subject { Get-EnPowerMailbox | ForEach-Object -Process $wait }
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
