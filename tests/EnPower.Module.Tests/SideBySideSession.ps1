# Run by SideBySide.Tests.ps1 in a process of its own: uses EnPower and other modules in turn, and writes what it saw as JSON.
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    # The folder of the rival modules.
    [Parameter(Mandatory)]
    [string] $RivalPath,

    # A tenant whose first request fails, and is retried.
    [Parameter(Mandatory)]
    [string] $BusyTenant,

    # The names of those to use, separated by commas.
    [string] $Rival = '',

    [switch] $EnPowerFirst
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$rivals = @($Rival -split ',' | Where-Object { $_ })
$rivalModules = $rivals | ForEach-Object { Join-Path -Path $RivalPath -ChildPath "$_/$_.psm1" }

function Test-Rival {
    foreach ($name in $rivals) {
        & "Test-$name"
    }
}

function Use-Rival {
    Import-Module -Name $rivalModules
    Test-Rival
}

function Use-EnPower {
    Import-Module -Name $ModulePath
    & "$PSScriptRoot/ConnectSession.ps1"
    $null = Get-EnPowerMailbox -Tenant $BusyTenant -WarningAction SilentlyContinue
    @(Get-EnPowerMailbox -First 10).Count
}

function Test-Answer {
    # Whether the default context gives this assembly to whoever asks.
    param([string] $Name)

    try {
        $null = [System.Reflection.Assembly]::Load($Name)
        $true
    }
    catch [System.IO.FileNotFoundException] {
        $false
    }
}

if ($EnPowerFirst) {
    $read = Use-EnPower
    $worked = @(if ($rivals) { Use-Rival })
}
else {
    $worked = @(if ($rivals) { Use-Rival })
    $read = Use-EnPower
}

# Each once more, now that both are there.
$worked += @(Test-Rival)
$readAgain = @(Get-EnPowerMailbox -First 10).Count

$dependencies = @(Get-ChildItem -Path "$ModulePath/bin/net8.0/Dependencies/*.dll")
$answered = @(if (-not $rivals) { $dependencies.BaseName | Where-Object { Test-Answer $_ } })

$default = [System.Runtime.Loader.AssemblyLoadContext]::Default
$loaded = [System.AppDomain]::CurrentDomain.GetAssemblies() |
    Where-Object { -not $_.IsDynamic -and $_.Location -and $_.Location.StartsWith($ModulePath) } |
    ForEach-Object {
        [pscustomobject]@{
            Name      = $_.GetName().Name
            IsDefault = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_) -eq $default
        }
    }

[pscustomobject]@{
    Read      = $read
    ReadAgain = $readAgain
    Worked    = $worked
    Default   = @($loaded | Where-Object IsDefault | ForEach-Object Name)
    Private   = @($loaded | Where-Object -Not IsDefault | ForEach-Object Name)
    Answered  = $answered
} | ConvertTo-Json -Compress
