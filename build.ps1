#Requires -Version 7.4

<#
.SYNOPSIS
    Builds, tests, shows and packs the EnPower module.

.DESCRIPTION
    The one entry point, in any PowerShell 7.4 or later. On Linux and macOS machines without one, ./build.sh takes the
    same arguments.

.PARAMETER Task
    Build  Compiles the solution and lays the module out in out/EnPower, ready for Import-Module.
    Test   Builds, then runs every suite: xunit, and Pester on the built module.
    Demo   Builds, then shows the module at work against the local emulator.
    Shell  Builds, then opens a prompt that is connected to the local emulator.
    Pack   Builds, then writes out/EnPower.<version>.nupkg, which Install-Module and Install-PSResource accept.
    Bench  Builds, then measures the module against its goals, and writes bench/RESULTS.md. Leave the machine alone meanwhile.
    Mutate Measures how many faults in the source the xunit tests notice, and writes bench/mutation.md. Takes an hour or so.
    Docs   Brings docs/endpoints.md up to date with the description of the API; then builds, brings syntax and parameters
           of the help pages in docs/en-US up to date with the cmdlets, and adds what the pages lack.
    Clean  Removes everything built.

.PARAMETER Configuration
    What dotnet builds. The Pester suite, the demo and the package are meant for Release.

.PARAMETER Filter
    For Test: runs only the tests whose full name contains this. For Mutate: runs only the mutants in folders whose path
    contains this.

.PARAMETER Sample
    For Mutate: how many mutants of each folder are run; 0 means all.

.PARAMETER NoBuild
    For Pack: packs out/EnPower as it lies, signed perhaps since it was built and tested.

.EXAMPLE
    ./build.ps1

.EXAMPLE
    ./build.ps1 Test -Filter Retry
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Shell', 'Pack', 'Bench', 'Mutate', 'Docs', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [string] $Filter,

    [int] $Sample = 25,

    [switch] $NoBuild
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# Every exit code is looked at where it comes up.
$PSNativeCommandUseErrorActionPreference = $false
$InformationPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
# What dotnet test writes is read here.
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
$env:POWERSHELL_UPDATECHECK = 'Off'

$solution = Join-Path $PSScriptRoot 'EnPower.PowerShell.sln'
$demoSolution = Join-Path $PSScriptRoot 'tools/Demo.slnf'
$out = Join-Path $PSScriptRoot 'out'
$modulePath = Join-Path $out 'EnPower'
$testResults = Join-Path $out 'test-results'
$pesterCountPath = Join-Path $testResults 'pester.json'
$helpPages = Join-Path $PSScriptRoot 'docs/en-US'
$emulatorPath = Join-Path $PSScriptRoot "tests/EnPower.Emulator/bin/$Configuration/net10.0/EnPower.Emulator.dll"
$targetFrameworks = 'netstandard2.0', 'net8.0'
$mustBuild = -not $NoBuild
$xunitFilter = $Filter ? @('--filter', $Filter) : @()
$engine = & "$PSScriptRoot/tools/Get-EngineCommand.ps1"

#region Tasks

function Invoke-BuildTask {
    Build-Module -Solution $solution
}

function Invoke-TestTask {
    $suites = @(
        try {
            $packages = Install-DebianPackage
            Build-Module -Solution $solution
            $null = Export-Package
            Clear-TestResult
            Wait-DebianPackage -Job $packages
            $projects = @(Get-ChildItem -Path "$PSScriptRoot/tests/*.Tests/*.csproj")
            $suiteCount = $projects.Count + 1
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
        }
        catch {
            Write-Failure -Message $_
            [pscustomobject]@{ Name = 'Build'; Passed = 0; Failed = 1; Skipped = 0 }
        }
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
    if ($total.Failed -gt 0) {
        exit 1
    }
}

function Invoke-DemoTask {
    Build-Module -Solution $demoSolution
    Invoke-EngineScript -Path 'tools/Invoke-Demo.ps1'
}

function Invoke-ShellTask {
    Build-Module -Solution $demoSolution
    Invoke-EngineScript -Path 'tools/Start-DemoShell.ps1' -EngineArgument '-NoLogo', '-NoExit'
}

function Invoke-PackTask {
    if ($mustBuild) {
        Build-Module -Solution $solution
    }

    if (-not (Test-Path -Path "$modulePath/en-US/*")) {
        throw 'No package without help, which the build makes.'
    }

    $placeholders = Select-String -Path "$modulePath/en-US/*" -Pattern '\{\{ Fill in .*? \}\}'
    if ($placeholders) {
        throw "No package with help that is not written: fill in $($placeholders.Matches.Value -join ', ') in $helpPages."
    }

    Write-Information "Packed $(Export-Package)"
}

function Invoke-BenchTask {
    Build-Module -Solution $solution
    Invoke-EngineScript -Path 'bench/Invoke-Bench.ps1'
}

function Invoke-MutateTask {
    & "$PSScriptRoot/tools/Invoke-MutationTest.ps1" -Sample $Sample -Folder $Filter
}

function Invoke-DocsTask {
    & "$PSScriptRoot/tools/ConvertTo-EndpointReference.ps1" |
        Set-Content -LiteralPath "$PSScriptRoot/docs/endpoints.md"

    Invoke-DotNet 'build', $solution, '--configuration', $Configuration
    Copy-Module
    Invoke-HelpScript -Path 'tools/Update-Help.ps1' -ScriptArgument '-HelpPath', $helpPages, '-DocumentationPath', (Get-DocumentationPath 'EnPower.PowerShell')
    Invoke-HelpScript -Path 'tools/ConvertTo-ResourceReference.ps1' -ScriptArgument '-DocumentationPath', (Get-DocumentationPath 'EnPower.Model') |
        Set-Content -LiteralPath "$PSScriptRoot/docs/resources.md"
    Copy-Help
}

function Invoke-CleanTask {
    $built = @(
        # The PowerShell that runs this may be the one in out/tools.
        Get-ChildItem -LiteralPath $out -Exclude 'tools' -ErrorAction Ignore
        foreach ($folder in 'src', 'tests', 'bench') {
            Get-ChildItem -Path "$PSScriptRoot/$folder/*/*" -Directory -ErrorAction Ignore |
                Where-Object Name -In 'bin', 'obj'
        }
    )
    $built | Remove-Item -Recurse -Force
}

#endregion

#region Build and staging

function Invoke-DotNet {
    # Quiet when all goes well, complete when it doesn't.
    param([string[]] $ArgumentList)

    $output = & dotnet @ArgumentList --nologo --verbosity quiet 2>&1
    if ($LASTEXITCODE -ne 0) {
        $output | Out-Host
        throw "dotnet $($ArgumentList[0]) failed with exit code $LASTEXITCODE; its output is above."
    }
}

function Build-Module {
    param([string] $Solution)

    $watch = [Diagnostics.Stopwatch]::StartNew()
    Invoke-DotNet 'build', $Solution, '--configuration', $Configuration
    Copy-Module
    Copy-Help
    Write-Information ('Built {0} in {1:n1} s' -f $modulePath, $watch.Elapsed.TotalSeconds)
}

function Copy-Module {
    if (Test-Path -LiteralPath $modulePath) {
        try {
            Remove-Item -LiteralPath $modulePath -Recurse -Force
        }
        catch {
            throw "Cannot replace $modulePath. On Windows, a session that has imported the module locks it: " +
                "close that session, then build again. ($_)"
        }
    }

    $null = New-Item -Path $modulePath -ItemType Directory
    Copy-Item -Path "$PSScriptRoot/module/*" -Destination $modulePath -Recurse
    & "$PSScriptRoot/tools/Merge-ViewFile.ps1" -Path $modulePath
    Copy-Item -LiteralPath "$PSScriptRoot/LICENSE" -Destination $modulePath
    Copy-Manifest

    foreach ($framework in $targetFrameworks) {
        $bin = Join-Path $modulePath "bin/$framework"
        $dependencies = Join-Path $bin 'Dependencies'
        $null = New-Item -Path $dependencies -ItemType Directory
        Copy-Item -LiteralPath "$PSScriptRoot/src/EnPower.PowerShell/EnPower.PowerShell.psd1" -Destination $bin

        Get-ChildItem -Path "$PSScriptRoot/src/EnPower.PowerShell/bin/$Configuration/$framework/*.dll" |
            Where-Object { -not (Test-ShippedByHost -FileName $_.Name -Framework $framework) } |
            Copy-Item -Destination { $_.Name -in 'EnPower.Model.dll', 'EnPower.PowerShell.dll' ? $bin : $dependencies }
    }
}

function Copy-Manifest {
    # One file a cmdlet: GetEnPowerMailboxCommand.cs is Get-EnPowerMailbox.
    $cmdlets = Get-ChildItem -Path "$PSScriptRoot/src/EnPower.PowerShell/Commands" -Filter '*Command.cs' -Recurse |
        ForEach-Object { $_.BaseName -creplace '^([A-Z][a-z]+)(EnPower\w*)Command$', "'`$1-`$2'" }
    (Get-Content -LiteralPath "$PSScriptRoot/module/EnPower.psd1" -Raw) -replace
        '(?<=CmdletsToExport *= )@\(\)', "@($($cmdlets -join ', '))" |
        Set-Content -LiteralPath "$modulePath/EnPower.psd1" -NoNewline
}

function Copy-Help {
    # Written in Markdown, read by PowerShell as MAML and, about_ topics, as text.
    Invoke-HelpScript -Path 'tools/ConvertTo-Maml.ps1' -ScriptArgument '-HelpPath', $helpPages, '-Destination', (Join-Path $modulePath 'en-US')
}

function Invoke-HelpScript {
    # A process of its own, so that this one doesn't lock the module that the script imports.
    param([string] $Path, [string[]] $ScriptArgument = @())

    $script = Join-Path $PSScriptRoot $Path
    & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File $script -ModulePath $modulePath @ScriptArgument
    if ($LASTEXITCODE -ne 0) {
        throw "$Path failed; what it says is above."
    }
}

function Get-DocumentationPath {
    # What the compiler writes of the XML comments.
    param([string] $Project)

    Join-Path $PSScriptRoot "src/$Project/bin/$Configuration/net8.0/$Project.xml"
}

function Test-ShippedByHost {
    # The module must use, not bring along, the assemblies that every engine it runs in has.
    param([string] $FileName, [string] $Framework)

    if ($FileName -eq 'System.Management.Automation.dll') {
        return $true
    }

    $platform = [AppContext]::GetData('TRUSTED_PLATFORM_ASSEMBLIES') -split [IO.Path]::PathSeparator | Split-Path -Leaf
    # Only System.*: the engine's own list also names assemblies that just this version of it happens to bring.
    $Framework -ne 'netstandard2.0' -and $FileName -like 'System.*' -and $FileName -in $platform
}

#endregion

#region Demo

function Invoke-EngineScript {
    # A process of its own, so that the module's assemblies are free again when it ends.
    param([string] $Path, [string[]] $EngineArgument = @())

    $script = Join-Path $PSScriptRoot $Path
    if (-not (Test-Path -LiteralPath $script)) {
        throw "$Path does not exist."
    }

    & $engine.FilePath $engine.ArgumentList -NoProfile @EngineArgument -File $script -ModulePath $modulePath -EmulatorPath $emulatorPath
    exit $LASTEXITCODE
}

#endregion

#region Tests

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
        '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/tools/Invoke-PesterSuite.ps1"
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

function Install-DebianPackage {
    # The job that installs what some of the tests run, where it is missing and may be installed: Mono for the build for Windows
    # PowerShell, Chromium for the report.
    $packages = @(
        if (-not (Test-Path -LiteralPath '/usr/lib/mono/4.5/Facades/netstandard.dll')) { 'mono-devel' }
        if (-not (Get-Command -Name chromium, google-chrome -CommandType Application -ErrorAction Ignore)) { 'chromium' }
    )
    $hasInstaller = $IsLinux -and (Get-Command -Name apt-get -CommandType Application -ErrorAction Ignore)
    if (-not $packages -or -not $hasInstaller -or (& id -u) -ne 0) {
        return
    }

    Write-Information "Installing $($packages -join ' and ') by apt-get meanwhile, for tests that run them ..."
    Start-ThreadJob -ScriptBlock {
        $env:DEBIAN_FRONTEND = 'noninteractive'
        & apt-get update --quiet 2>&1
        & apt-get install --quiet --yes --no-install-recommends $using:packages 2>&1
        if ($LASTEXITCODE -ne 0) {
            throw "apt-get failed with exit code $LASTEXITCODE; its output is above."
        }
    }
}

function Wait-DebianPackage {
    # Without the packages their tests are skipped, or fail in CI.
    param([Management.Automation.Job] $Job)

    if ($Job) {
        $output = Receive-Job -Job $Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable failure
        if ($failure) {
            $output | Out-Host
            Write-Information "Not installed: $($failure[0])"
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

#endregion

#region Package

function Export-Package {
    # The path of the package, made of the module as it lies there.
    $manifest = Import-PowerShellDataFile -LiteralPath "$modulePath/EnPower.psd1"
    $nuspec = Join-Path $out 'EnPower.nuspec'
    ConvertTo-Nuspec -Manifest $manifest | Set-Content -LiteralPath $nuspec
    Remove-Item -Path "$out/*.nupkg"
    # NU5125: PowerShell's galleries read the licence from licenseUrl, which NuGet itself has left behind.
    # NU5100, NU5128: a module's assemblies do not lie in NuGet's lib folder.
    Invoke-DotNet 'pack', $nuspec, '--output', $out, '-p:NoWarn="NU5100;NU5125;NU5128"'
    Remove-Item -LiteralPath $nuspec
    Join-Path $out "EnPower.$(Get-PackageVersion $manifest).nupkg"
}

function Get-PackageVersion {
    param([hashtable] $Manifest)

    $data = $Manifest.PrivateData.PSData
    $data['Prerelease'] ? "$($Manifest.ModuleVersion)-$($data.Prerelease)" : $Manifest.ModuleVersion
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
        version                  = Get-PackageVersion $Manifest
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
    '    <file src="EnPower/**" />'
    '  </files>'
    '</package>'
}

#endregion

try {
    & "Invoke-${Task}Task"
}
catch {
    Write-Verbose $_.ScriptStackTrace
    $Host.UI.WriteErrorLine("${Task}: $_")
    exit 1
}
