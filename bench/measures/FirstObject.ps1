#Requires -Version 7.4

<#
.SYNOPSIS
Reads 5000 mailboxes in a process that has read none before, and tells when the first one was there; then again, warm.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $BareClientPath,

    [Parameter(Mandatory)]
    [ValidateSet('Cmdlet', 'Bare')]
    [string] $Subject,

    [Parameter(Mandatory)]
    [string] $EmulatorFile
)

. "$PSScriptRoot/../Session.ps1"

$emulator = Import-Clixml -LiteralPath $EmulatorFile
if ($Subject -eq 'Bare') {
    $bare = Connect-BareClient -Path $BareClientPath -Emulator $emulator
    $first = { $bare.Read('').FirstPage.TotalMilliseconds }
}
else {
    Connect-Module -Path $ModulePath -Emulator $emulator
    $first = {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $time = $null
        Get-EnPowerMailbox | ForEach-Object -Process { if ($null -eq $time) { $time = $watch.Elapsed.TotalMilliseconds } }
        $time
    }
}

$times = 1..11 | ForEach-Object -Process { . $first }
ConvertTo-Json -InputObject @{ Cold = $times[0]; Warm = Get-Median -Value $times[1..10] }
