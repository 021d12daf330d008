#Requires -Version 7.4

<#
.SYNOPSIS
Adds ReadyToRun images to a built module, for each runtime identifier.

.DESCRIPTION
ReadyToRun images replace most of the just-in-time compilation in a new process. The compiler and the runtime packs come from
NuGet. Without them there is no package, so the script fails.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$project = "$PSScriptRoot/ReadyToRun/ReadyToRun.csproj"
$common = '--nologo', '--verbosity', 'quiet'
$properties = & dotnet msbuild $project '-getProperty:TargetFramework,RuntimeIdentifiers' | ConvertFrom-Json
$restore = & dotnet restore $project @common
if ($LASTEXITCODE -ne 0) {
    $restore | Out-Host
    throw 'NuGet could not restore the compiler of ReadyToRun images or a runtime pack; its output is above.'
}

foreach ($runtimeIdentifier in $properties.Properties.RuntimeIdentifiers.Split(';')) {
    $published = "$PSScriptRoot/ReadyToRun/bin/$Configuration/$runtimeIdentifier"
    # BuildProjectReferences: the images are of the assemblies in the module.
    $arguments = @(
        'publish', $project, '--configuration', $Configuration, '--runtime', $runtimeIdentifier, '--output', $published
        '--no-restore', '-p:BuildProjectReferences=false'
    )
    $publish = & dotnet @arguments @common
    if ($LASTEXITCODE -ne 0) {
        $publish | Out-Host
        throw "The compiler made no images for $runtimeIdentifier; its output is above."
    }

    # The same files as in the build without images.
    $target = "$ModulePath/bin/$($properties.Properties.TargetFramework)-$runtimeIdentifier"
    Copy-Item -LiteralPath "$ModulePath/bin/net8.0" -Destination $target -Recurse
    foreach ($assembly in Get-ChildItem -LiteralPath $target -Filter *.dll -Recurse) {
        Copy-Item -LiteralPath "$published/$($assembly.Name)" -Destination $assembly.FullName
    }
}
