#Requires -Version 7.4

<#
.SYNOPSIS
Reads all mailboxes by turns: by the cmdlet, by the bare client, by what gets their bytes alone, and by Invoke-RestMethod where that
is asked for.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [Parameter(Mandatory)]
    [string] $BareClientPath,

    [int] $Mailboxes = 100000,

    [int] $Rounds = 5,

    [switch] $WithRestMethod
)

. "$PSScriptRoot/../Session.ps1"

$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', $Mailboxes
Connect-Module -Path $ModulePath -Emulator $emulator
$bare = Connect-BareClient -Path $BareClientPath -Emulator $emulator
$token = Get-Token -Emulator $emulator

$subjects = [ordered]@{
    Cmdlet   = { Get-EnPowerMailbox | Out-Null }
    Bare     = { $null = $bare.Read('') }
    Download = { $bare.Download() }
}
if ($WithRestMethod) {
    $subjects.RestMethod = { Read-ByRestMethod -Endpoint $emulator.Endpoint -Token $token | Out-Null }
    Read-ByRestMethod -Endpoint $emulator.Endpoint -Token $token | Select-Object -First 5000 | Out-Null
}

# The first run fills the emulator's pages, and all have the just-in-time compiler do its work.
foreach ($name in @('Bare', 'Cmdlet', 'Download') * 3) {
    & $subjects.$name
}

$runs = foreach ($round in 1..$Rounds) {
    foreach ($name in $subjects.Keys) {
        Measure-Run -Name $name -Subject $subjects.$name
    }
}

$emulator.Process.Kill()
Join-Run -Run $runs | ConvertTo-Json
