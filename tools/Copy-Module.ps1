#Requires -Version 7.4

<#
.SYNOPSIS
    Lays the compiled module out as it ships, but for its help.

.DESCRIPTION
    Copies what is in the folder "module", fills in the manifest's list of cmdlets, and puts the assemblies of each target
    framework into bin: those that the session sees beside their manifest, all others into Dependencies.

.PARAMETER Destination
    The folder of the module. An existing folder is replaced.

.PARAMETER Configuration
    The configuration that was compiled.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination,

    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Path $PSScriptRoot -Parent

function Copy-Manifest {
    # One file a cmdlet: GetEnPowerMailboxCommand.cs is Get-EnPowerMailbox.
    $cmdlets = Get-ChildItem -Path "$root/src/EnPower.PowerShell/Commands" -Filter '*Command.cs' -Recurse |
        ForEach-Object { $_.BaseName -creplace '^([A-Z][a-z]+)(EnPower\w*)Command$', "'`$1-`$2'" }
    (Get-Content -LiteralPath "$root/module/EnPower.psd1" -Raw) -replace
        '(?<=CmdletsToExport *= )@\(\)', "@($($cmdlets -join ', '))" |
        Set-Content -LiteralPath "$Destination/EnPower.psd1" -NoNewline
}

function Test-ShippedByHost {
    # The module must use, not bring along, the assemblies that every engine it runs in has.
    param([string] $FileName, [string] $Framework)

    if ($FileName -eq 'System.Management.Automation.dll') {
        return $true
    }

    $platform = [AppContext]::GetData('TRUSTED_PLATFORM_ASSEMBLIES') -split [IO.Path]::PathSeparator | Split-Path -Leaf
    # Only System.*: the engine's own list also names assemblies that just this version of it happens to bring.
    $Framework -ne 'netstandard2.0' -and $FileName -like 'System.*' -and $FileName -in $platform
}

if (Test-Path -LiteralPath $Destination) {
    try {
        Remove-Item -LiteralPath $Destination -Recurse -Force
    }
    catch {
        throw "Cannot replace $Destination. On Windows, a session that has imported the module locks it: " +
            "close that session, then build again. ($_)"
    }
}

$null = New-Item -Path $Destination -ItemType Directory
Copy-Item -Path "$root/module/*" -Destination $Destination -Recurse
& "$PSScriptRoot/Merge-ViewFile.ps1" -Path $Destination
Copy-Item -LiteralPath "$root/LICENSE" -Destination $Destination
Copy-Manifest

foreach ($framework in 'netstandard2.0', 'net8.0') {
    $bin = Join-Path $Destination "bin/$framework"
    $dependencies = Join-Path $bin 'Dependencies'
    $null = New-Item -Path $dependencies -ItemType Directory
    Copy-Item -LiteralPath "$root/src/EnPower.PowerShell/EnPower.PowerShell.psd1" -Destination $bin

    Get-ChildItem -Path "$root/src/EnPower.PowerShell/bin/$Configuration/$framework/*.dll" |
        Where-Object { -not (Test-ShippedByHost -FileName $_.Name -Framework $framework) } |
        Copy-Item -Destination { $_.Name -in 'EnPower.Model.dll', 'EnPower.PowerShell.dll' ? $bin : $dependencies }
}
