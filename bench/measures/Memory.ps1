#Requires -Version 7.4

<#
.SYNOPSIS
Reads all mailboxes, and tells the most memory that the process ever had, in bytes.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [Parameter(Mandatory)]
    [int] $Mailboxes
)

. "$PSScriptRoot/../Session.ps1"

$emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', $Mailboxes
Connect-Module -Path $ModulePath -Emulator $emulator
Get-EnPowerMailbox | Out-Null

$emulator.Process.Kill()
ConvertTo-Json -InputObject (Get-Process -Id $PID).PeakWorkingSet64
