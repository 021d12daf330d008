#Requires -Version 7.4

<#
.SYNOPSIS
Reads mailboxes over a line of 20 Mbit/s and 60 ms: by each version of HTTP, compressed and not.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [Parameter(Mandatory)]
    [string] $BareClientPath,

    [Parameter(Mandatory)]
    [string] $ProxyPath,

    [int] $Mailboxes = 5000,

    [int] $Rounds = 5,

    [double] $MegabitsPerSecond = 20,

    [double] $RoundTripMilliseconds = 60
)

. "$PSScriptRoot/../Session.ps1"

$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', $Mailboxes
$start = [Diagnostics.ProcessStartInfo]::new('dotnet')
$start.RedirectStandardInput = $true
$start.RedirectStandardOutput = $true
foreach ($argument in $ProxyPath, ([uri] $emulator.Endpoint).Port, $MegabitsPerSecond, $RoundTripMilliseconds) {
    $start.ArgumentList.Add($argument)
}
$proxy = [Diagnostics.Process]::Start($start)
$emulator.Endpoint = [uri] "https://localhost:$($proxy.StandardOutput.ReadLine())/"

Connect-Module -Path $ModulePath -Emulator $emulator
$token = Get-Token -Emulator $emulator
$bare = @{
    Http2Compressed = Connect-BareClient -Path $BareClientPath -Emulator $emulator -HttpVersion 2.0 -Compressed $true
    Http1Compressed = Connect-BareClient -Path $BareClientPath -Emulator $emulator -HttpVersion 1.1 -Compressed $true
    Http2Plain      = Connect-BareClient -Path $BareClientPath -Emulator $emulator -HttpVersion 2.0 -Compressed $false
    Http1Plain      = Connect-BareClient -Path $BareClientPath -Emulator $emulator -HttpVersion 1.1 -Compressed $false
}
$subjects = [ordered]@{
    Cmdlet          = { Get-EnPowerMailbox | Out-Null }
    Http2Compressed = { $null = $bare.Http2Compressed.Read('') }
    Http1Compressed = { $null = $bare.Http1Compressed.Read('') }
    Http2Plain      = { $null = $bare.Http2Plain.Read('') }
    Http1Plain      = { $null = $bare.Http1Plain.Read('') }
    Download        = { $bare.Http2Compressed.Download() }
    RestMethod      = { Read-ByRestMethod -Endpoint $emulator.Endpoint -Token $token | Out-Null }
}
# The first run fills the emulator's pages, opens the connections, and has the just-in-time compiler do its work.
foreach ($name in $subjects.Keys) {
    & $subjects.$name
}

$runs = foreach ($round in 1..$Rounds) {
    foreach ($name in $subjects.Keys) {
        Measure-Run -Name $name -Subject $subjects.$name
    }
}

$proxy.StandardInput.Close()
$emulator.Process.Kill()
Join-Run -Run $runs | ConvertTo-Json
