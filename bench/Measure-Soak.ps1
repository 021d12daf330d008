#Requires -Version 7.4

<#
.SYNOPSIS
Uses the module for a long time and concurrently, under faults, and measures losses and leaks.

.DESCRIPTION
Reads very many mailboxes while requests fail at random; connects, reads and disconnects again and again; reads in many
runspaces at once by one connection; imports the module again and again. Writes what came out, and what the process has
afterwards, to soak.md beside this script.

.PARAMETER Mailboxes
How many mailboxes there are.

.PARAMETER FaultEvery
One in so many pages fails.

.PARAMETER Connections
How often to connect, read and disconnect.

.PARAMETER Runspaces
How many runspaces read at once by one connection.

.PARAMETER Imports
How often to import the module again.

.PARAMETER Seed
Which faults come, and when.

.EXAMPLE
./build.ps1; ./bench/Measure-Soak.ps1 -Mailboxes 100000 -Connections 50 -Runspaces 20 -Imports 20
#>
[CmdletBinding()]
param(
    [int] $Mailboxes = 1000000,

    [int] $FaultEvery = 20,

    [int] $Connections = 500,

    [int] $Runspaces = 200,

    [int] $Imports = 100,

    [int] $Seed = 15
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue'

$root = Split-Path -Path $PSScriptRoot -Parent
$modulePath = "$root/out/EnPower"
$path = '/smp/exchange/mailboxes'
$random = [random]::new($Seed)
# Each passes, so that nothing may be lost.
$faults = @(
    @{ status = 429; headers = @{ 'Retry-After' = '0' } }
    @{ status = 503; body = '{"error":{"message":"x \ud83d"}}' }
    @{ status = 500; body = 'not packed'; contentEncoding = 'gzip' }
    @{ body = '{"mailboxes":[]}'; contentEncoding = 'gzip' }
    @{ body = '{"mailboxes":[]}'; contentEncoding = 'br' }
    @{ abort = $true }
    @{ abortAfterBytes = 5000 }
    @{ expireTokens = $true }
)

function Add-RandomFault {
    param([int] $Pages)

    $planned = foreach ($page in 1..$Pages) {
        if ($random.Next($FaultEvery) -eq 0) {
            $faults[$random.Next($faults.Count)] + @{ path = $path; fromRequest = $page }
        }
    }

    $uri = "$($emulator.Endpoint)emulator/faults"
    $null = Invoke-RestMethod -Uri $uri -Method Delete -SkipCertificateCheck
    $null = Invoke-RestMethod -Uri $uri -Method Post -Body (ConvertTo-Json -InputObject @($planned)) -SkipCertificateCheck
    @($planned).Count
}

function Measure-Part {
    param([string] $Name, [int] $Times, [scriptblock] $Work)

    [GC]::Collect()
    $process = Get-Process -Id $PID
    $before = $process.WorkingSet64, $process.HandleCount, $process.Threads.Count
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $result = & $Work
    $seconds = $watch.Elapsed.TotalSeconds
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    $process.Refresh()
    [pscustomobject] [ordered]@{
        Date        = Get-Date -Format yyyy-MM-dd
        PowerShell  = $PSVersionTable.PSVersion
        Part        = $Name
        Times       = '{0:N0}' -f $Times
        Result      = $result
        Seconds     = '{0:N0}' -f $seconds
        'Growth MB' = '{0:N0}' -f (($process.WorkingSet64 - $before[0]) / 1MB)
        'Peak MB'   = '{0:N0}' -f ($process.PeakWorkingSet64 / 1MB)
        Handles     = '{0:+0;-0;0}' -f ($process.HandleCount - $before[1])
        Threads     = '{0:+0;-0;0}' -f ($process.Threads.Count - $before[2])
    }
}

$session = @{
    ModulePath   = $modulePath
    EmulatorPath = "$root/tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll"
    Mailboxes    = $Mailboxes
    ArgumentList = '--cache-pages'
}
$emulator = & "$root/tools/Connect-Emulator.ps1" @session
try {
    $connect = @{
        ClientId             = $emulator.ClientId
        ClientSecret         = $emulator.ClientSecret
        Endpoint             = $emulator.Endpoint
        Authority            = $emulator.Authority
        SkipCertificateCheck = $true
    }
    # Excludes what is loaded once and kept.
    $null = Get-EnPowerMailbox -First 10000

    $parts = @(
        Measure-Part -Name 'mailboxes read under faults' -Times $Mailboxes -Work {
            $count = Add-RandomFault -Pages ($Mailboxes / 1000)
            $ids = [System.Collections.Generic.HashSet[string]]::new()
            $read = 0
            Get-EnPowerMailbox | ForEach-Object {
                $read++
                $null = $ids.Add($_.Id ? $_.Id : $_.UserId)
            }

            "$count faults, $read read, $($read - $ids.Count) doubled"
        }

        Measure-Part -Name 'connect, read, disconnect' -Times $Connections -Work {
            $null = Add-RandomFault -Pages 1
            $read = 0
            foreach ($i in 1..$Connections) {
                $connection = Connect-EnPower @connect -PassThru
                $read += @(Get-EnPowerMailbox -First 10 -Connection $connection).Count
                Disconnect-EnPower -Connection $connection
            }

            "$read of $(10 * $Connections) read"
        }

        Measure-Part -Name 'runspaces at once, one connection' -Times $Runspaces -Work {
            Connect-EnPower @connect
            $connection = Get-EnPowerConnection
            $null = Add-RandomFault -Pages $Runspaces
            $read = 1..$Runspaces | ForEach-Object -ThrottleLimit $Runspaces -Parallel {
                Import-Module -Name $using:modulePath
                @(Get-EnPowerMailbox -First 100 -Top 100 -Connection $using:connection -WarningAction SilentlyContinue).Count
            } | Measure-Object -Sum

            "$($read.Sum) of $(100 * $Runspaces) read"
        }

        Measure-Part -Name 're-imports' -Times $Imports -Work {
            $read = 0
            foreach ($i in 1..$Imports) {
                Remove-Module -Name EnPower
                Import-Module -Name $modulePath -Global
                Connect-EnPower @connect
                $read += @(Get-EnPowerMailbox -First 1).Count
            }

            "$read of $Imports read"
        }
    )
}
finally {
    $emulator.Process.Kill()
}

$file = Join-Path $PSScriptRoot 'soak.md'
$keys = $parts[0].PSObject.Properties.Name
if (-not (Test-Path -LiteralPath $file)) {
    '# Soak', '',
    'Written by `Measure-Soak.ps1`, with the emulator in another process. Growth, handles and threads are those of the process',
    'that the module is in, after the part against before it.', '',
    "| $($keys -join ' | ') |", "|$(' --- |' * $keys.Count)" | Set-Content -LiteralPath $file
}
$parts | ForEach-Object { "| $($_.PSObject.Properties.Value -join ' | ') |" } | Add-Content -LiteralPath $file
$parts
