#Requires -Version 7.4

<#
.SYNOPSIS
    Runs every suite of the solution that is built, and counts: xunit, and Pester on the module in out/EnPower.

.DESCRIPTION
    The last line is the sum. Ends with exit code 1 when a test failed, or when none ran. Results lie in out/test-results.

    The Pester suites run beside each other and beside the xunit suites. The first engine runs the whole suite, all others leave
    out what they don't change. An engine that can't be had here is skipped, and named; in CI it is a failure.

.PARAMETER Configuration
    The configuration that was compiled.

.PARAMETER Engine
    The engines that the Pester suite runs in; Install-Engine.ps1 lists them.

.PARAMETER Filter
    Runs only the tests whose full name contains this.
#>
[CmdletBinding()]
param(
    [string] $Configuration = 'Release',

    [string[]] $Engine = '7.6',

    [string] $Filter
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
# Every exit code is checked where it occurs.
$PSNativeCommandUseErrorActionPreference = $false
& "$PSScriptRoot/Set-TestEnvironment.ps1"

$root = Split-Path -Path $PSScriptRoot -Parent
$testResults = Join-Path $root 'out/test-results'
$xunitFilter = $Filter ? @('--filter', $Filter) : @()

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
        # A test that hangs is named, and fails its suite.
        '--blame-hang-timeout', '10min', '--blame-hang-dump-type', 'none'
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
    # Gives the suite with the job that runs it. Complete-PesterSuite waits for that.
    param([string] $Name, [string] $Scope)

    try {
        $command = & "$PSScriptRoot/Install-Engine.ps1" -Name $Name -ModulePath "$root/out/EnPower"
    }
    catch {
        return [pscustomobject]@{ Name = "EnPower.Module.Tests in $Name"; CountPath = $null; Job = $null; Missing = "$_" }
    }

    $countPath = Join-Path $testResults "pester-$Name.json"
    $arguments = @(
        '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/Invoke-PesterSuite.ps1"
        '-ModulePath', $command.ModulePath, '-CountPath', $countPath, '-Scope', $Scope
        $Filter ? @('-Filter', $Filter) : @()
    )
    $job = Start-ThreadJob -ScriptBlock {
        $command = $using:command
        & $command.FilePath $command.ArgumentList $using:arguments 2>&1
    }
    [pscustomobject]@{ Name = "EnPower.Module.Tests in $Name"; CountPath = $countPath; Job = $job; Missing = $null }
}

function Complete-PesterSuite {
    param([Parameter(ValueFromPipeline)] [object] $Suite)

    process {
        Write-Information "$($Suite.Name) ..."
        $count = @{ Passed = 0; Failed = 0; Skipped = 0 }
        if ($Suite.Missing) {
            Skip-PesterSuite -Suite $Suite -Count $count
            return
        }

        # A suite that hangs fails, too. It has run beside the xunit suites before.
        $null = Wait-Job -Job $Suite.Job -Timeout (30 * 60)
        Receive-Job -Job $Suite.Job | Out-Host
        Remove-Job -Job $Suite.Job -Force
        $hasCount = Test-Path -LiteralPath $Suite.CountPath
        if ($hasCount) {
            $count = Get-Content -LiteralPath $Suite.CountPath -Raw | ConvertFrom-Json -AsHashtable
        }

        $ran = $count.Passed + $count.Failed + $count.Skipped -gt 0 -or ($Filter -and $hasCount)
        Complete-Suite -Name $Suite.Name -Count $count -DidNotRun:(-not $ran)
    }
}

function Skip-PesterSuite {
    param([object] $Suite, [hashtable] $Count)

    if ($env:CI) {
        Write-Failure -Message "$($Suite.Name): the engine can't be had, for $($Suite.Missing)"
        $Count.Failed = 1
    }
    else {
        Write-Information "SKIPPED $($Suite.Name): the engine can't be had, for $($Suite.Missing)"
    }

    Complete-Suite -Name $Suite.Name -Count $Count
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
$suites = @(
    Write-Information "EnPower.Module.Tests in $($Engine -join ', '), beside the others ..."
    $pester = @(
        foreach ($name in $Engine) {
            Start-PesterSuite -Name $name -Scope ($name -eq $Engine[0] ? 'All' : $name -eq 'Desktop' ? 'Build' : 'Engine')
        }
    )
    foreach ($project in $projects) {
        Write-Information "$($project.BaseName) ..."
        Invoke-XunitSuite -Project $project
    }

    $pester | Complete-PesterSuite
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
