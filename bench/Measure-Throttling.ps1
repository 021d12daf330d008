#Requires -Version 7.4

<#
.SYNOPSIS
Measures several lists at once: against the latencies of a slow server, and against the floor of one that throttles.

.DESCRIPTION
Reads tenants and parents from an emulator that waits before each page; then as many parents as there are to be requests from one
that allows so many requests a second. Writes throttling.md beside this script.

.PARAMETER Latency
Milliseconds that the slow server waits before each page.

.PARAMETER Rounds
How often each read from the slow server is repeated. The median counts.

.PARAMETER RequestsPerSecond
The rates that the throttling servers allow, one after another.

.PARAMETER ThrottledLatency
Milliseconds that the servers that throttle wait before each answer.

.PARAMETER ThrottleLimit
How many lists are read at once from the servers that throttle.

.PARAMETER Seconds
For how long each of those servers is busy at least: so many requests are sent.

.EXAMPLE
./build.ps1; ./bench/Measure-Throttling.ps1
#>
[CmdletBinding()]
param(
    [int] $Latency = 200,

    [int] $Rounds = 5,

    [int[]] $RequestsPerSecond = @(2, 10, 50),

    [int[]] $ThrottledLatency = @(5, 50, 200),

    [int[]] $ThrottleLimit = @(1, 4, 16),

    [int] $Seconds = 60
)

$root = Split-Path -Path $PSScriptRoot -Parent
. "$PSScriptRoot/Session.ps1"

# Few and small objects: the measurement is about waiting, not about reading.
$tenants = 8
$pages = 3
$parents = 500

function Use-Emulator {
    param([string[]] $ArgumentList, [scriptblock] $Script)

    $session = @{
        ModulePath   = "$root/out/EnPower"
        EmulatorPath = "$root/tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll"
        Mailboxes    = $tenants * $pages
        ArgumentList = @('--tenants', $tenants) + $ArgumentList
    }
    $emulator = & "$root/tools/Connect-Emulator.ps1" @session
    try {
        & $Script
        Disconnect-EnPower
    }
    finally {
        $emulator.Process.Kill()
    }
}

$slow = Use-Emulator -ArgumentList '--latency', $Latency -Script {
    $domains = @((Get-EnPowerMailbox).TenantDomain | Sort-Object -Unique)
    $keys = 1..$parents | ForEach-Object { "flow$_" }
    $subjects = [ordered]@{
        "One tenant of $pages pages"                          = $pages, { Get-EnPowerMailbox -Tenant $domains[0] -Top 1 }
        "$tenants tenants of $pages pages, -ThrottleLimit 8"  = $pages, { Get-EnPowerMailbox -Tenant $domains -Top 1 -ThrottleLimit 8 }
        "$parents parents of one page, -ThrottleLimit 16"     = [Math]::Ceiling($parents / 16), {
            Get-EnPowerCloudFlowRun -FlowId $keys -ThrottleLimit 16
        }
    }
    foreach ($subject in $subjects.Values) {
        . $subject[1] | Out-Null
    }
    $runs = foreach ($round in 1..$Rounds) {
        foreach ($name in $subjects.Keys) {
            Measure-Run -Name $name -Subject { . $subjects[$name][1] | Out-Null }
        }
    }
    foreach ($group in $runs | Group-Object -Property Name) {
        $least = $subjects[$group.Name][0]
        [pscustomobject]@{ Name = $group.Name; Latencies = $least; Ratio = (Get-Median -Value $group.Group.Milliseconds) / ($least * $Latency) }
    }
}

$throttled = foreach ($allowed in $RequestsPerSecond) {
    foreach ($milliseconds in $ThrottledLatency) {
        foreach ($limit in $ThrottleLimit) {
            # Each on a connection of its own, that knows nothing of the server.
            Use-Emulator -ArgumentList '--requests-per-second', $allowed, '--latency', $milliseconds -Script {
                $requests = $allowed * $Seconds
                $keys = 1..$requests | ForEach-Object { "flow$_" }
                $run = Measure-Run -Name Throttled -Subject { Get-EnPowerCloudFlowRun -FlowId $keys -ThrottleLimit $limit | Out-Null }
                $log = Invoke-RestMethod -Uri "$($emulator.Endpoint)emulator/requests" -SkipCertificateCheck
                $refused = @($log | ForEach-Object { $_ } | Where-Object statusCode -EQ 429).Count
                $floor = [Math]::Max($Seconds, $requests * $milliseconds / 1000 / $limit)
                [pscustomobject]@{
                    Allowed = $allowed; Latency = $milliseconds; Limit = $limit; Requests = $requests; Seconds = $run.Milliseconds / 1000
                    Floor = $floor; Ratio = $run.Milliseconds / 1000 / $floor; Refused = $refused / ($requests + $refused)
                }
            }
        }
    }
}

[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
@(
    '# Several lists at once, and throttling', ''
    "Written by ``Measure-Throttling.ps1`` on $(Get-Date -Format yyyy-MM-dd), PowerShell $($PSVersionTable.PSVersion), $([Environment]::ProcessorCount) cores, client and server on one machine, at load $([int](Get-Content /proc/loadavg -ErrorAction Ignore).Split(' ')[0])."
    ''
    "## A server that waits $Latency ms before each page", ''
    "Medians of $Rounds. The minimum is the time of the latencies alone. The goal is at most 1.25 times that.", ''
    '| What | Latencies at least | Of the least | Goal met |', '| --- | --- | --- | --- |'
    $slow | ForEach-Object { '| {0} | {1} | {2:n2} | {3} |' -f $_.Name, $_.Latencies, $_.Ratio, ($_.Ratio -le 1.25 ? 'yes' : 'no') }
    ''
    '## A server that allows so many requests in each second', ''
    'It refuses the rest with 429 and `Retry-After: 1`. The floor is the longer of the time that the server's rate takes and the time of the latencies; the'
    'goals are at most 1.2 times the floor, and 3 % of the requests refused.', ''
    '| Requests a second | Latency, ms | -ThrottleLimit | Requests | Seconds | Of the floor | Refused | Goals met |'
    '| --- | --- | --- | --- | --- | --- | --- | --- |'
    $throttled | ForEach-Object {
        '| {0} | {1} | {2} | {3:n0} | {4:n1} | {5:n2} | {6:p1} | {7} |' -f $_.Allowed, $_.Latency, $_.Limit, $_.Requests, $_.Seconds, $_.Ratio,
        $_.Refused, ($_.Ratio -le 1.2 -and $_.Refused -le 0.03 ? 'yes' : 'no')
    }
) | Set-Content -LiteralPath "$PSScriptRoot/throttling.md"
