#Requires -Version 7.4

<#
.SYNOPSIS
    Runs every suite of the solution that is built, and counts: xunit, and Pester on the module in out/EnPower.

.DESCRIPTION
    The last line is the sum. Ends with exit code 1 when a test failed, or when none ran. Results lie in out/test-results.

.PARAMETER Configuration
    The configuration that was compiled.

.PARAMETER Filter
    Runs only the tests whose full name contains this.
#>
[CmdletBinding()]
param(
    [string] $Configuration = 'Release',

    [string] $Filter
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
# Every exit code is looked at where it comes up.
$PSNativeCommandUseErrorActionPreference = $false

$root = Split-Path -Path $PSScriptRoot -Parent
$testResults = Join-Path $root 'out/test-results'
$pesterCountPath = Join-Path $testResults 'pester.json'
$xunitFilter = $Filter ? @('--filter', $Filter) : @()
$engine = & "$PSScriptRoot/Get-EngineCommand.ps1"

function Clear-TestResult {
    Remove-Item -LiteralPath $testResults -Recurse -Force -ErrorAction Ignore
    $null = New-Item -Path $testResults -ItemType Directory
}

function Invoke-XunitSuite {
    param([IO.FileInfo] $Project)

    $name = $Project.BaseName
    $arguments = @(
        'test', $Project.FullName, '--no-build', '--nologo', '--configuration', $Configuration
        '--results-directory', $testResults, '--logger', "trx;LogFilePrefix=$name", '--logger', 'console;verbosity=normal'
        $xunitFilter
    )
    $output = & dotnet @arguments 2>&1 | Write-TestProgress
    $exitCode = $LASTEXITCODE

    $tests = @(
        Get-ChildItem -Path "$testResults/${name}_*.trx" |
            Select-Xml -XPath '//*[local-name()="UnitTestResult"]' |
            ForEach-Object Node
    )
    $passed = @($tests | Where-Object outcome -EQ 'Passed')
    $skipped = @($tests | Where-Object outcome -EQ 'NotExecuted')
    $failed = @($tests | Where-Object outcome -NotIn 'Passed', 'NotExecuted')

    foreach ($test in $failed) {
        $details = $test.SelectNodes('.//*[local-name()="Message" or local-name()="StackTrace"]') |
            ForEach-Object InnerText
        Write-Failure -Message "${name}: $($test.testName)" -Detail $details
    }

    $skipped |
        ForEach-Object { $_.SelectNodes('.//*[local-name()="Message"]').InnerText } |
        Sort-Object -Unique |
        ForEach-Object { Write-Information "${name}: skipped, for: $_" }

    $count = @{ Passed = $passed.Count; Failed = $failed.Count; Skipped = $skipped.Count }
    $ran = ($exitCode -eq 0 -or $failed) -and ($tests -or $Filter)
    Complete-Suite -Name $name -Count $count -DidNotRun:(-not $ran) -Output $output
}

function Start-PesterSuite {
    # The job that runs it. Its own processes take one of two cores, and the other suites the other one.
    $arguments = @(
        '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/Invoke-PesterSuite.ps1"
        '-CountPath', $pesterCountPath
        $Filter ? @('-Filter', $Filter) : @()
    )
    Start-ThreadJob -ScriptBlock {
        $engine = $using:engine
        & $engine.FilePath $engine.ArgumentList $using:arguments 2>&1
    }
}

function Complete-PesterSuite {
    param([Management.Automation.Job] $Job)

    Receive-Job -Job $Job -Wait -AutoRemoveJob | Out-Host
    $count = @{ Passed = 0; Failed = 0; Skipped = 0 }
    if (Test-Path -LiteralPath $pesterCountPath) {
        $count = Get-Content -LiteralPath $pesterCountPath -Raw | ConvertFrom-Json -AsHashtable
    }

    $ran = $count.Passed + $count.Failed + $count.Skipped -gt 0 -or ($Filter -and (Test-Path -LiteralPath $pesterCountPath))
    Complete-Suite -Name 'EnPower.Module.Tests' -Count $count -DidNotRun:(-not $ran)
}

function Write-TestProgress {
    # Hands on what dotnet test writes, and says from time to time how many tests have run.
    param([Parameter(ValueFromPipeline)] [object] $Line)

    begin {
        $count = @{ Passed = 0; Failed = 0; Skipped = 0 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
    }

    process {
        $Line
        if ("$Line" -cmatch '^  (Passed|Failed|Skipped) ') {
            $count[$Matches[1]]++
            if ($watch.Elapsed.TotalSeconds -ge 5) {
                Write-Information "      $(Format-Count $count) so far"
                $watch.Restart()
            }
        }
    }
}

function Complete-Suite {
    # One line a suite; the counts go on to the total.
    param([string] $Name, [hashtable] $Count, [switch] $DidNotRun, [object[]] $Output)

    if ($DidNotRun) {
        $Output | Out-Host
        Write-Failure -Message "$Name did not run to its end, or has no tests."
        $Count.Failed++
    }

    Write-Information "${Name}: $(Format-Count $Count)"
    [pscustomobject]@{ Name = $Name; Passed = $Count.Passed; Failed = $Count.Failed; Skipped = $Count.Skipped }
}

function Format-Count {
    param([hashtable] $Count)

    $text = "$($Count.Passed) passed, $($Count.Failed) failed"
    $Count.Skipped -gt 0 ? "$text, $($Count.Skipped) skipped" : $text
}

function Write-Failure {
    param([string] $Message, [string[]] $Detail)

    Write-Information "$($PSStyle.Formatting.Error)FAILED $Message$($PSStyle.Reset)"
    $Detail -split '\r?\n' | Where-Object { $_ } | ForEach-Object { Write-Information "    $_" }
}

Clear-TestResult
$projects = @(Get-ChildItem -Path "$root/tests/*.Tests/*.csproj")
$suiteCount = $projects.Count + 1
$suites = @(
    Write-Information "[1/$suiteCount] EnPower.Module.Tests, beside the others ..."
    $pester = Start-PesterSuite
    $number = 1
    foreach ($project in $projects) {
        $number++
        Write-Information "[$number/$suiteCount] $($project.BaseName) ..."
        Invoke-XunitSuite -Project $project
    }

    Write-Information "[1/$suiteCount] EnPower.Module.Tests ..."
    Complete-PesterSuite -Job $pester
)

$total = @{}
foreach ($count in 'Passed', 'Failed', 'Skipped') {
    $total[$count] = ($suites | Measure-Object -Property $count -Sum).Sum
}

if ($total.Passed + $total.Failed + $total.Skipped -eq 0) {
    Write-Failure -Message "No test has a name that contains '$Filter'."
    $total.Failed = 1
}

Write-Information (Format-Count $total)
exit [int]($total.Failed -gt 0)
