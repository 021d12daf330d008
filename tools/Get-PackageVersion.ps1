#Requires -Version 7.4

<#
.SYNOPSIS
    Writes the version of the module as a package has it: with the prerelease label, if there is one.

.PARAMETER ModulePath
    The folder of the module.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$manifest = Import-PowerShellDataFile -LiteralPath "$ModulePath/EnPower.psd1"
$prerelease = $manifest.PrivateData.PSData['Prerelease']
$prerelease ? "$($manifest.ModuleVersion)-$prerelease" : $manifest.ModuleVersion
