#Requires -Version 7.4

<#
.SYNOPSIS
    Fails unless the tag, the manifest of the module and the changelog name the same version.

.PARAMETER Tag
    The tag of the release, such as v1.2.3.

.PARAMETER ModulePath
    The folder of the module.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Tag,

    [Parameter(Mandatory)]
    [string] $ModulePath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$version = & "$PSScriptRoot/Get-PackageVersion.ps1" -ModulePath $ModulePath
if ($Tag -cne "v$version") {
    throw "The tag is $Tag, but the version in the manifest is $version."
}

$changelog = Join-Path (Split-Path -Path $PSScriptRoot -Parent) 'CHANGELOG.md'
if (-not (Select-String -LiteralPath $changelog -Pattern "^## \[?$([regex]::Escape($version))\]?(\s|$)")) {
    throw "CHANGELOG.md has no section for $version."
}
