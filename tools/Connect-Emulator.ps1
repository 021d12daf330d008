<#
.SYNOPSIS
Imports the built module, starts an emulator with synthetic mailboxes and connects to it. Writes the emulator.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [int] $Mailboxes = 1000,

    [string[]] $ArgumentList = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Import-Module -Name $ModulePath -Global
$emulator = & "$PSScriptRoot/Start-Emulator.ps1" -Path $EmulatorPath -ArgumentList (@('--mailboxes', $Mailboxes) + $ArgumentList)
try {
    $connection = @{
        ClientId     = $emulator.ClientId
        ClientSecret = $emulator.ClientSecret
        Endpoint     = $emulator.Endpoint
        Authority    = $emulator.Authority
    }
    Connect-EnPower @connection -SkipCertificateCheck
}
catch {
    $emulator.Process.Kill()
    throw
}

$emulator
