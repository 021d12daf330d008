#Requires -Version 7.4

<#
.SYNOPSIS
    Writes the files of the module that run, or that PowerShell loads as code or as types: those that a release signs.

.DESCRIPTION
    Goes by extension, so that no new file is missed. A file with an extension that is neither known to run nor known to be text
    is an error: add it to one of the two lists.

.PARAMETER ModulePath
    The folder of the module.

.PARAMETER Unsigned
    Leaves out files whose signature is valid, such as assemblies that their own publisher signed. Where PowerShell can't read
    signatures, on Linux and macOS, no file counts as signed.
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [switch] $Unsigned
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$runs = '.dll', '.exe', '.ps1', '.psm1', '.psd1', '.ps1xml', '.cdxml'
$isText = '.txt', '.xml', '.md', ''

$canReadSignatures = [bool] (Get-Command -Name Get-AuthenticodeSignature -ErrorAction Ignore)

function Test-Signed {
    param([System.IO.FileInfo] $File)

    $canReadSignatures -and (Get-AuthenticodeSignature -LiteralPath $File.FullName).Status -eq 'Valid'
}

$files = @(Get-ChildItem -LiteralPath $ModulePath -Recurse -File)
$unknown = @($files | Where-Object Extension -NotIn ($runs + $isText))
if ($unknown) {
    throw "Do files such as $($unknown[0].FullName) run? Name their extension in $PSCommandPath."
}

$files | Where-Object { $_.Extension -in $runs -and -not ($Unsigned -and (Test-Signed -File $_)) }
