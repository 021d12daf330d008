<#
.SYNOPSIS
Demonstrates the module against the emulator: connects, reads mailboxes, finds external forwarding.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$emulator = & "$PSScriptRoot/Connect-Emulator.ps1" @PSBoundParameters
try {
    'PS> Get-EnPowerConnection'
    Get-EnPowerConnection | Out-String

    'PS> Get-EnPowerMailbox -First 10'
    Get-EnPowerMailbox -First 10 | Out-String -Width 120

    'PS> $mailboxes = Get-EnPowerMailbox'
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $mailboxes = Get-EnPowerMailbox
    '{0:N0} mailboxes in {1:N0} ms' -f $mailboxes.Count, $watch.Elapsed.TotalMilliseconds
    ''

    'PS> $mailboxes | Group-Object TenantDomain, RecipientType | Select-Object Count, Values'
    $mailboxes |
        Group-Object -Property TenantDomain, RecipientType |
        Select-Object -Property Count, Values |
        Out-String -Width 120

    'PS> $mailboxes | Where-Object ExternalEmailForwardingEnabled | Select-Object -First 10 DisplayName, Ext*Domain'
    $mailboxes |
        Where-Object -Property ExternalEmailForwardingEnabled |
        Select-Object -First 10 -Property DisplayName, Ext*Domain |
        Out-String -Width 120

    Disconnect-EnPower
}
finally {
    $emulator.Process.Kill()
}
