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
# The module is found by its name also in the runspaces and processes that this one starts.
$env:PSModulePath = (Split-Path -Path $ModulePath -Parent) + [System.IO.Path]::PathSeparator + $env:PSModulePath
Write-Host 'Starting the emulator ...'
$emulator = & "$PSScriptRoot/Connect-Emulator.ps1" @PSBoundParameters
Write-Host "EnPower is connected to the emulator at $($emulator.Endpoint), with 1,000 synthetic mailboxes."
if (-not (Get-Module -Name PSReadLine)) {
    Write-Host 'This PowerShell has no PSReadLine: no colours and no menu of completions.'
}
Write-Host 'Try: Get-EnPowerMailbox -First 10'
