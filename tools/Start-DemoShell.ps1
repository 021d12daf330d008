<#
.SYNOPSIS
Leaves the user at a prompt, connected to the emulator. The emulator ends with this session.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath
)

# Runs in the scope of the prompt that follows: no preference is set here.
$emulator = & "$PSScriptRoot/Connect-Emulator.ps1" @PSBoundParameters
Write-Host "EnPower is connected to the emulator at $($emulator.Endpoint), with 1,000 synthetic mailboxes."
Write-Host 'Try: Get-EnPowerMailbox -First 10'
