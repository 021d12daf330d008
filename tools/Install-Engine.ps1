#Requires -Version 7.4

<#
.SYNOPSIS
    Gets an engine that the Pester suite runs in, and writes how to start it.

.DESCRIPTION
    Writes an object with FilePath and ArgumentList, as Get-EngineCommand.ps1 does, and ModulePath, the module that the suite
    is to import. What has to be built or installed lies in out/tools and is used again.

.PARAMETER Name
    7.6      PowerShell 7.6: the one that runs this script, or the official .NET tool.
    7.5      PowerShell 7.5 on .NET 9, built from a NuGet package (tools/PowerShell75). On Linux x64 only.
    Desktop  PowerShell 7.6 with a copy of the module that imports its build for Windows PowerShell.

.PARAMETER ModulePath
    The folder of the built module.

.EXAMPLE
    ./tools/Install-Engine.ps1 -Name 7.5 -ModulePath out/EnPower
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [ValidateSet('7.6', '7.5', 'Desktop')]
    [string] $Name,

    [Parameter(Mandatory)]
    [string] $ModulePath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$ModulePath = Convert-Path -LiteralPath $ModulePath
$engines = Join-Path (Split-Path -Path $PSScriptRoot -Parent) 'out/tools/powershell'

function Install-PowerShellTool {
    if ("$($PSVersionTable.PSVersion)".StartsWith('7.6.')) {
        return & "$PSScriptRoot/Get-EngineCommand.ps1"
    }

    $path = Join-Path $engines '7.6'
    if (-not (Test-Path -Path "$path/pwsh*")) {
        & "$PSScriptRoot/Invoke-DotNet.ps1" tool install PowerShell --version '7.6.*' --tool-path $path
    }

    # The tool runs as the program dotnet. The script finds the engine's own program.
    $getEngine = Join-Path $PSScriptRoot 'Get-EngineCommand.ps1'
    & "$path/pwsh" -NoProfile -Command "& '$getEngine' | ConvertTo-Json" | ConvertFrom-Json
}

function Build-PowerShell75 {
    if (-not $IsLinux -or [Runtime.InteropServices.RuntimeInformation]::OSArchitecture -ne 'X64') {
        throw 'it is built for Linux x64 only.'
    }

    $path = Join-Path $engines '7.5'
    & "$PSScriptRoot/Invoke-DotNet.ps1" build "$PSScriptRoot/PowerShell75" --output $path
    [pscustomobject]@{ FilePath = Join-Path $path 'pwsh'; ArgumentList = @() }
}

function Copy-DesktopModule {
    # The root module selects the build by the edition of the engine. This copy has only the one for Windows PowerShell.
    $copy = Join-Path (Split-Path -Path $ModulePath -Parent) 'desktop/EnPower'
    Remove-Item -LiteralPath $copy -Recurse -Force -ErrorAction Ignore
    Copy-Item -LiteralPath $ModulePath -Destination (New-Item -Path $copy -ItemType Directory).Parent.FullName -Recurse -Force
    Get-ChildItem -Path "$copy/bin" -Exclude netstandard2.0 | Remove-Item -Recurse
    'Import-Module -Name "$PSScriptRoot/bin/netstandard2.0/EnPower.PowerShell.psd1"' |
        Set-Content -LiteralPath "$copy/EnPower.psm1"
    $copy
}

$command = $Name -eq '7.5' ? (Build-PowerShell75) : (Install-PowerShellTool)
[pscustomobject]@{
    FilePath     = $command.FilePath
    ArgumentList = @($command.ArgumentList)
    ModulePath   = $Name -eq 'Desktop' ? (Copy-DesktopModule) : $ModulePath
}
