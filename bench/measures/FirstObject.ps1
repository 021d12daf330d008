#Requires -Version 7.4

<#
.SYNOPSIS
Reads 5000 mailboxes in a process that has read none before, and tells when the first one was there; then again in the next
reads, and in those after the just-in-time compiler has optimized the code, which is warm. Of the bare client, also when the
bytes of the first page are there, warm.
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

$times = 1..81 | ForEach-Object -Process { . $first }
$result = @{ Cold = $times[0]; Next = Get-Median -Value $times[1..10]; Warm = Get-Median -Value $times[-20..-1] }
if ($Subject -eq 'Bare') {
    $downloads = 1..11 | ForEach-Object -Process { (Measure-Run -Name Download -Subject { $bare.DownloadFirstPage() }).Milliseconds }
    $result.WarmDownload = Get-Median -Value $downloads[1..10]
}

ConvertTo-Json -InputObject $result
