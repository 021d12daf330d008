<#
.SYNOPSIS
    Runs the Pester suite of the built module in this process.

.DESCRIPTION
    Works in Windows PowerShell 5.1 too: CI runs the suite in every engine the module supports. Ends with exit code 0
    when every test passed.

.PARAMETER ModulePath
    The folder of the module to test. Default: out/EnPower.

.PARAMETER Filter
    Runs only the tests whose full name contains this.

.PARAMETER Tag
    Runs only the tests with this tag.

.PARAMETER Scope
    All     Every test.
    Engine  What an engine can change. Leaves out the tests with the tag Repository: of scripts, of the help's tools, of a
            release, of a program for .NET Framework.
    Build   What a build of the module can change, in an engine that runs all tests of another build. Leaves out the files
            about help, views, the package, the prompt, and scripts that users copy as well.

.PARAMETER CountPath
    The file that receives the numbers of passed, failed and skipped tests, as JSON.
#>
[CmdletBinding()]
param(
    [string] $ModulePath,

    [string] $Filter,

    [string] $Tag,

    [ValidateSet('All', 'Engine', 'Build')]
    [string] $Scope = 'All',

    [string] $CountPath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Path $PSScriptRoot -Parent
$tests = Join-Path $root 'tests/EnPower.Module.Tests'
$savedModules = Join-Path $root 'out/tools/Modules'
$env:PSModulePath = $savedModules + [IO.Path]::PathSeparator + $env:PSModulePath
Import-Module -Name "$savedModules/Pester"
# Read by TestSession.ps1.
$env:ENPOWER_TEST_MODULE = $ModulePath

$configuration = New-PesterConfiguration
$configuration.Run.Path = $tests
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
if ($Filter) {
    $configuration.Filter.FullName = "*$Filter*"
}

if ($Tag) {
    $configuration.Filter.Tag = $Tag
}

if ($Scope -ne 'All') {
    $configuration.Filter.ExcludeTag = 'Repository'
}

if ($Scope -eq 'Build') {
    $configuration.Run.ExcludePath = 'Examples', 'Help', 'Package', 'Prompt', 'Recipes', 'Views' |
        ForEach-Object { Join-Path $tests "$_.Tests.ps1" }
}

$run = Invoke-Pester -Configuration $configuration

# A file that breaks before its tests are known, and an AfterAll that throws, are no failed tests to Pester.
$failed = $run.FailedCount + $run.FailedContainersCount
if ($failed -eq 0 -and $run.Result -eq 'Failed') {
    $failed = $run.FailedBlocksCount
}

if ($CountPath) {
    [ordered]@{
        Passed  = $run.PassedCount
        Failed  = $failed
        Skipped = $run.SkippedCount + $run.InconclusiveCount
    } | ConvertTo-Json | Set-Content -LiteralPath $CountPath
}

exit [int]($failed -gt 0 -or $run.PassedCount -eq 0)
