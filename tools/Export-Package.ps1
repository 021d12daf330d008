#Requires -Version 7.4

<#
.SYNOPSIS
    Packs the module as Install-Module and Install-PSResource accept it, and writes the path of the package.

.DESCRIPTION
    Packs the folder as it is: built just now, or signed since.

.PARAMETER ModulePath
    The folder of the module.

.PARAMETER Destination
    The folder that receives EnPower.<version>.nupkg. An older package there is removed.
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

$ModulePath = Convert-Path -LiteralPath $ModulePath

function Set-EntryTime {
    # NuGet writes the time of packing into each entry: without it, the same module makes the same package.
    param([string] $Path)

    $archive = [IO.Compression.ZipFile]::Open($Path, 'Update')
    try {
        foreach ($entry in $archive.Entries) {
            $entry.LastWriteTime = [DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [TimeSpan]::Zero)
        }
    }
    finally {
        $archive.Dispose()
    }
}

function ConvertTo-Nuspec {
    # The tags are how Find-Module and Find-PSResource know a module, its editions and its commands.
    param([hashtable] $Manifest)

    $data = $Manifest.PrivateData.PSData
    $tags = @(
        $data.Tags
        'PSModule'
        $Manifest.CompatiblePSEditions | ForEach-Object { "PSEdition_$_" }
        'PSIncludes_Cmdlet'
        $Manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" }
    )
    $metadata = [ordered]@{
        id                       = 'EnPower'
        version                  = $version
        authors                  = $Manifest.Author
        owners                   = $Manifest['CompanyName'] ?? $Manifest.Author
        description              = $Manifest.Description
        copyright                = $Manifest['Copyright']
        requireLicenseAcceptance = 'false'
        licenseUrl               = $data['LicenseUri']
        projectUrl               = $data['ProjectUri']
        releaseNotes             = $data['ReleaseNotes']
        tags                     = $tags -join ' '
    }

    '<?xml version="1.0" encoding="utf-8"?>'
    '<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">'
    '  <metadata>'
    foreach ($entry in $metadata.GetEnumerator() | Where-Object Value) {
        '    <{0}>{1}</{0}>' -f $entry.Key, [Security.SecurityElement]::Escape($entry.Value)
    }
    '  </metadata>'
    '  <files>'
    '    <file src="{0}" />' -f [Security.SecurityElement]::Escape("$ModulePath/**")
    '  </files>'
    '</package>'
}

$version = & "$PSScriptRoot/Get-PackageVersion.ps1" -ModulePath $ModulePath
$manifest = Import-PowerShellDataFile -LiteralPath "$ModulePath/EnPower.psd1"
$nuspec = Join-Path $Destination 'EnPower.nuspec'
ConvertTo-Nuspec -Manifest $manifest | Set-Content -LiteralPath $nuspec
Remove-Item -Path "$Destination/*.nupkg"
# NU5125: PowerShell's galleries read the licence from licenseUrl, which NuGet itself has left behind.
# NU5100, NU5128: a module's assemblies do not lie in NuGet's lib folder.
& "$PSScriptRoot/Invoke-DotNet.ps1" 'pack' $nuspec '--output' $Destination '-p:NoWarn="NU5100;NU5125;NU5128"'
Remove-Item -LiteralPath $nuspec
$package = Join-Path $Destination "EnPower.$version.nupkg"
Set-EntryTime -Path $package
$package
