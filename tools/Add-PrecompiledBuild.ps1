#Requires -Version 7.4

<#
.SYNOPSIS
Adds to a module that was laid out its build for PowerShell 7 with machine code, once for each runtime identifier.

.DESCRIPTION
ReadyToRun images, which spare a new process most of the just-in-time compiler's work. NuGet has the compiler for them, and the
runtimes to compile against; without it there is no package, so this fails.
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
    throw 'The compiler of ReadyToRun images, or a runtime to compile against, could not be restored from NuGet; what it says is above.'
}

foreach ($runtimeIdentifier in $properties.Properties.RuntimeIdentifiers.Split(';')) {
    $published = "$PSScriptRoot/ReadyToRun/bin/$Configuration/$runtimeIdentifier"
    # Of the assemblies that were laid out, which are built already.
    $publish = & dotnet publish $project --configuration $Configuration --runtime $runtimeIdentifier --output $published --no-restore `
        '-p:BuildProjectReferences=false' @common
    if ($LASTEXITCODE -ne 0) {
        $publish | Out-Host
        throw "The images for $runtimeIdentifier were not made; what the compiler says is above."
    }

    # The build with IL alone says what belongs to it.
    $target = "$ModulePath/bin/$($properties.Properties.TargetFramework)-$runtimeIdentifier"
    Copy-Item -LiteralPath "$ModulePath/bin/net8.0" -Destination $target -Recurse
    foreach ($assembly in Get-ChildItem -LiteralPath $target -Filter *.dll -Recurse) {
        Copy-Item -LiteralPath "$published/$($assembly.Name)" -Destination $assembly.FullName
    }
}
