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
$properties = & dotnet msbuild $project '-getProperty:TargetFramework,RuntimeIdentifiers' | ConvertFrom-Json
# NuGet brings the compiler of ReadyToRun images, and the runtime packs.
& "$PSScriptRoot/Invoke-DotNet.ps1" restore $project

foreach ($runtimeIdentifier in $properties.Properties.RuntimeIdentifiers.Split(';')) {
    $published = "$PSScriptRoot/ReadyToRun/bin/$Configuration/$runtimeIdentifier"
    $arguments = @(
        $project, '--configuration', $Configuration, '--runtime', $runtimeIdentifier, '--output', $published
        # The images are of the assemblies in the module.
        '--no-restore', '-p:BuildProjectReferences=false'
    )
    & "$PSScriptRoot/Invoke-DotNet.ps1" publish @arguments

    # The same files as in the build without images.
    $target = "$ModulePath/bin/$($properties.Properties.TargetFramework)-$runtimeIdentifier"
    Copy-Item -LiteralPath "$ModulePath/bin/net8.0" -Destination $target -Recurse
    foreach ($assembly in Get-ChildItem -LiteralPath $target -Filter *.dll -Recurse) {
        Copy-Item -LiteralPath "$published/$($assembly.Name)" -Destination $assembly.FullName
    }
}
