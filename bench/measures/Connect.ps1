#Requires -Version 7.4

<#
.SYNOPSIS
Connects again and again, after the first time, by turns with the bare request of a token.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [Parameter(Mandatory)]
    [string] $BareClientPath,

    [int] $Rounds = 10
)

. "$PSScriptRoot/../Session.ps1"

$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', 1
$module = @{ Path = $ModulePath; Emulator = $emulator }
$client = @{ Path = $BareClientPath; Emulator = $emulator }
$connectModule = { Connect-Module @module }
$connectBareClient = { $null = Connect-BareClient @client }
$first = Measure-Run -Name First -Subject $connectModule
. $connectBareClient
$runs = foreach ($round in 1..$Rounds) {
    Measure-Run -Name Cmdlet -Subject $connectModule
    Measure-Run -Name Bare -Subject $connectBareClient
}

$emulator.Process.Kill()
Join-Run -Run ($runs + $first) | ConvertTo-Json
