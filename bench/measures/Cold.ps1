#Requires -Version 7.4

<#
.SYNOPSIS
Runs scripts in new processes by turns: one that does nothing, one that reads 100 mailboxes with the module, one that reads them by
Invoke-RestMethod. Tells how long the processes lived.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [int] $Rounds = 7
)

. "$PSScriptRoot/../Session.ps1"

$engine = & "$PSScriptRoot/../../tools/Get-EngineCommand.ps1"
$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', 100
$env:BENCH_MODULE = $ModulePath
$env:ENPOWER_ENDPOINT = $emulator.Endpoint
$env:ENPOWER_AUTHORITY = $emulator.Authority
$env:ENPOWER_CLIENT_ID = $emulator.ClientId
$env:ENPOWER_CLIENT_SECRET = ConvertFrom-SecureString -SecureString $emulator.ClientSecret -AsPlainText

$names = 'Empty', 'Module', 'RestMethod'
$run = {
    $null = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File "$PSScriptRoot/../cold/$name.ps1"
    if ($LASTEXITCODE -ne 0) {
        throw "$name did not read what there is."
    }
}
# The first run has the emulator compile its code, and the system keep the files.
foreach ($name in $names) {
    & $run
}

$runs = foreach ($round in 1..$Rounds) {
    foreach ($name in $names) {
        Measure-Run -Name $name -Subject $run
    }
}

$emulator.Process.Kill()
Join-Run -Run $runs | ConvertTo-Json
