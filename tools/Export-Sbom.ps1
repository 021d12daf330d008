#Requires -Version 7.4

<#
.SYNOPSIS
    Lists the content of the module in an SPDX document, and writes its path.

.DESCRIPTION
    The document names each file with its hash, and each NuGet package that the projects in src were compiled with. It is checked
    before it is written: each file of the module has to be in it, and each assembly of somebody else's with its package.
    The tool that makes it is installed into out/tools.

.PARAMETER ModulePath
    The folder of the module.

.PARAMETER Destination
    The folder that receives EnPower.<version>.spdx.json. An older one there is removed.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$root = Split-Path -Path $PSScriptRoot -Parent
$toolVersion = '4.1.13'
$tool = Join-Path $root "out/tools/sbom/$toolVersion"
$ModulePath = Convert-Path -LiteralPath $ModulePath

function Invoke-SbomTool {
    param([string] $Version, [string] $Path)

    if (-not (Test-Path -LiteralPath "$tool/.store")) {
        & "$PSScriptRoot/Invoke-DotNet.ps1" tool install Microsoft.Sbom.DotNetTool --version $toolVersion --tool-path $tool
    }

    # By the program dotnet: the tool's own looks for a runtime in the standard folders only, and is compiled for an older one.
    $assembly = Get-ChildItem -LiteralPath "$tool/.store" -Recurse -Filter Microsoft.Sbom.DotNetTool.dll | Select-Object -First 1
    $arguments = @(
        '-b', $ModulePath, '-bc', "$root/src", '-m', $Path, '-pn', 'EnPower', '-pv', $Version
        '-ps', 'EnPower contributors', '-nsb', 'https://github.com/enpower-powershell/EnPower'
    )
    $output = & dotnet exec --roll-forward Major $assembly.FullName generate $arguments 2>&1
    if ($LASTEXITCODE -ne 0) {
        $output | Out-Host
        throw "sbom-tool failed with exit code $LASTEXITCODE; its output is above."
    }
}

function Find-Gap {
    # What the document lacks.
    param([object] $Document)

    $packages = $Document.packages.name
    $hashes = @{}
    foreach ($file in $Document.files) {
        $hashes[$file.fileName] = ($file.checksums | Where-Object algorithm -EQ 'SHA256').checksumValue
    }

    foreach ($file in Get-ChildItem -LiteralPath $ModulePath -Recurse -File) {
        $name = './' + [IO.Path]::GetRelativePath($ModulePath, $file.FullName).Replace('\', '/')
        if ($hashes[$name] -ne (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash) {
            "the file $name"
        }
        elseif ($file.Extension -eq '.dll' -and $file.BaseName -notin $packages -and $file.BaseName -notlike 'EnPower.*') {
            "the package of $($file.Name)"
        }
    }
}

# A restore writes the file that the tool reads the packages from.
& "$PSScriptRoot/Invoke-DotNet.ps1" restore "$root/src/EnPower.PowerShell"
$version = & "$PSScriptRoot/Get-PackageVersion.ps1" -ModulePath $ModulePath
$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
$null = New-Item -Path $folder -ItemType Directory
try {
    Invoke-SbomTool -Version $version -Path $folder
    $made = Get-Item -LiteralPath "$folder/_manifest/spdx_2.2/manifest.spdx.json"
    $gaps = @(Find-Gap -Document (Get-Content -LiteralPath $made.FullName -Raw | ConvertFrom-Json))
    if ($gaps) {
        throw "The list of the module's content lacks $($gaps -join ', ')."
    }

    Remove-Item -Path "$Destination/EnPower.*.spdx.json"
    $path = Join-Path $Destination "EnPower.$version.spdx.json"
    Copy-Item -LiteralPath $made.FullName -Destination $path
    $path
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force
}
