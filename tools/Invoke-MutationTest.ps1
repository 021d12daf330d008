#Requires -Version 7.4

<#
.SYNOPSIS
Measures the share of mutants of the source that the tests kill.

.DESCRIPTION
Builds bench/Mutation, asks the build how each project is compiled, and lets bench/Mutation compile the projects with the
mutants of Stryker.NET and run the xunit tests with one mutant after the other, and Pester tests with those of the load
context. Writes bench/mutation.md; bench/mutation-reasons.json contains the reasons for surviving mutants. Writes all mutants
that no xunit test reaches to out/mutation/not-covered.txt. Uses the tests and the module that build.ps1 has built.

.PARAMETER Sample
The number of mutants that are run in each folder. 0: all.

.PARAMETER Seed
The seed of the random sample.

.PARAMETER Workers
The number of processes that run tests at the same time.

.PARAMETER Folder
Measures only the folders whose path contains this text. The result is written to out/mutation/mutation.md.

.EXAMPLE
./tools/Invoke-MutationTest.ps1 -Sample 10 -Folder Json
#>
[CmdletBinding()]
param(
    [int] $Sample = 25,

    [int] $Seed = 15,

    [int] $Workers = 2,

    [string] $Folder = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'

$root = Split-Path -Path $PSScriptRoot -Parent
$work = Join-Path $root 'out/mutation'
$null = New-Item -Path $work -ItemType Directory -Force

& "$PSScriptRoot/Invoke-DotNet.ps1" build "$root/bench/Mutation" --configuration Release

foreach ($name in 'EnPower.Model', 'EnPower.Client', 'EnPower.PowerShell') {
    $arguments = @(
        'build', "$root/src/$name", '--configuration', 'Release', '--framework', 'net8.0', '--no-restore', '--no-dependencies'
        '-target:PrepareResources;Compile', '-getItem:CscCommandLineArgs'
        '-property:ProvideCommandLineArgs=true', '-property:SkipCompilerExecution=true'
        # A file that doesn't exist makes a compilation due that is up to date.
        '-property:NonExistentFile=none'
    )
    $build = & dotnet $arguments
    if ($LASTEXITCODE -ne 0) {
        $build | Out-Host
        throw "dotnet build failed with exit code $LASTEXITCODE; its output is above."
    }

    ($build | ConvertFrom-Json).Items.CscCommandLineArgs.Identity | Set-Content -LiteralPath "$work/$name.rsp"
}

& "$PSScriptRoot/Set-TestEnvironment.ps1"
$program = "$root/bench/Mutation/bin/Release/net10.0/Mutation.dll"
$engine = & "$PSScriptRoot/Get-EngineCommand.ps1"
$arguments = @('exec', $program, $root, $work, $Sample, $Seed, $Workers, $Folder, $engine.FilePath) + $engine.ArgumentList
if ($IsWindows) {
    & dotnet $arguments
}
else {
    & nice -n 10 dotnet $arguments
}

exit $LASTEXITCODE
