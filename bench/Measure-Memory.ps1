#Requires -Version 7.4

<#
.SYNOPSIS
Reads many mailboxes down the pipeline with short-lived tokens, and measures the memory of the process.

.DESCRIPTION
Starts an emulator, connects, and takes the working set when idle. Reads all mailboxes through Measure-Object, and takes
the highest working set the process ever had. Appends a row to memory.md beside this script.

.PARAMETER Mailboxes
How many mailboxes there are.

.PARAMETER TokenLifetime
Life of an access token in seconds. An hour, as in reality, would not run out.

.PARAMETER Latency
Time the emulator takes for each page, in milliseconds.

.EXAMPLE
./build.ps1; ./bench/Measure-Memory.ps1
#>
[CmdletBinding()]
param(
    [int] $Mailboxes = 1000000,

    [int] $TokenLifetime = 1,

    [int] $Latency = 200
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Path $PSScriptRoot -Parent
$session = @{
    ModulePath   = "$root/out/EnPower"
    EmulatorPath = "$root/tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll"
    Mailboxes    = $Mailboxes
    ArgumentList = '--token-lifetime', $TokenLifetime, '--latency', $Latency
}
$emulator = & "$root/tools/Connect-Emulator.ps1" @session
try {
    [GC]::Collect()
    $process = Get-Process -Id $PID
    $idle = $process.WorkingSet64
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $count = (Get-EnPowerMailbox | Measure-Object).Count
    $seconds = $watch.Elapsed.TotalSeconds
    $process.Refresh()
    $peak = $process.PeakWorkingSet64

    $requests = Invoke-RestMethod -Uri "$($emulator.Endpoint)emulator/requests" -SkipCertificateCheck
    $tokens = @($requests | Where-Object path -EQ '/connect/token').Count
    Disconnect-EnPower
}
finally {
    $emulator.Process.Kill()
}

$row = [ordered]@{
    Date             = Get-Date -Format yyyy-MM-dd
    PowerShell       = $PSVersionTable.PSVersion
    System           = [System.Runtime.InteropServices.RuntimeInformation]::OSDescription
    Mailboxes        = '{0:N0}' -f $count
    Seconds          = '{0:N0}' -f $seconds
    'Token renewals' = $tokens - 1
    'Idle MB'        = '{0:N0}' -f ($idle / 1MB)
    'Peak MB'        = '{0:N0}' -f ($peak / 1MB)
    'Growth MB'      = '{0:N0}' -f (($peak - $idle) / 1MB)
}
$path = Join-Path $PSScriptRoot 'memory.md'
if (-not (Test-Path -LiteralPath $path)) {
    '# Memory of one long read', '',
    'Written by `Measure-Memory.ps1`: `Get-EnPowerMailbox | Measure-Object`, 1000 mailboxes a page.', '',
    "| $($row.Keys -join ' | ') |", "|$(' --- |' * $row.Count)" | Set-Content -LiteralPath $path
}
"| $($row.Values -join ' | ') |" | Add-Content -LiteralPath $path
[pscustomobject] $row
