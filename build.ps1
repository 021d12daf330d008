#Requires -Version 7.4

<#
.SYNOPSIS
    Builds, tests, shows and packs the EnPower module.

.DESCRIPTION
    The one entry point, in any PowerShell 7.4 or later. On Linux and macOS machines without one, ./build.sh takes the
    same arguments.

.PARAMETER Task
    Build  Compiles the solution and lays the module out in out/EnPower, ready for Import-Module.
    Test   Builds, then runs every suite: xunit, and Pester on the built module in each -Engine.
    Demo   Builds, then shows the module at work against the local emulator.
    Shell  Builds, then opens a prompt that is connected to the local emulator.
    Pack   Builds, then writes out/EnPower.<version>.nupkg, which Install-Module and Install-PSResource accept, and beside it
           EnPower.<version>.spdx.json, the list of its content.
    Bench  Builds, then measures the module against its goals, and writes bench/RESULTS.md. Leave the machine alone meanwhile.
    Mutate Builds, then measures the share of mutants that the tests kill, and writes bench/mutation.md. Takes hours.
    Docs   Brings docs/endpoints.md up to date with the description of the API; then builds, brings syntax and parameters
           of the help pages in docs/en-US up to date with the cmdlets, and adds missing parts.
    Clean  Removes everything built.

.PARAMETER Configuration
    What dotnet builds. The Pester suite, the demo and the package are meant for Release.

.PARAMETER Filter
    For Test: runs only the tests whose full name contains this. For Mutate: runs only the mutants in folders whose path
    contains this.

.PARAMETER Sample
    For Mutate: how many mutants of each folder are run; 0 means all.

.PARAMETER Engine
    For Test: the engines that the Pester suite runs in: 7.6, 7.5, Desktop, which is the build for Windows PowerShell imported in
    7.6. 7.6 alone unless told otherwise; CI runs all three.

.PARAMETER NoBuild
    For Pack: packs out/EnPower as it lies, signed perhaps since it was built and tested.

.EXAMPLE
    ./build.ps1

.EXAMPLE
    ./build.ps1 Test -Filter Retry

.EXAMPLE
    ./build.ps1 Test -Engine 7.6, 7.5, Desktop
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Shell', 'Pack', 'Bench', 'Mutate', 'Docs', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [string] $Filter,

    # Checked below: pwsh -File brings a list as one text.
    [string[]] $Engine = '7.6',

    [int] $Sample = 25,

    [switch] $NoBuild
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# Every exit code is checked where it occurs.
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
$tools = Join-Path $PSScriptRoot 'tools'
$out = Join-Path $PSScriptRoot 'out'
$modulePath = Join-Path $out 'EnPower'
$helpPages = Join-Path $PSScriptRoot 'docs/en-US'
$emulatorPath = Join-Path $PSScriptRoot "tests/EnPower.Emulator/bin/$Configuration/net10.0/EnPower.Emulator.dll"
$mustBuild = -not $NoBuild
$powershell = & "$tools/Get-EngineCommand.ps1"

#region Tasks

function Invoke-BuildTask {
    Build-Module -Solution $solution
}

function Invoke-TestTask {
    $engines = $Engine -split '[, ]+' | Where-Object { $_ }
    $names = (Get-Command -Name "$tools/Install-Engine.ps1").Parameters['Name']
    $known = $names.Attributes.Where({ $_ -is [ValidateSet] }).ValidValues
    $unknown = $engines | Where-Object { $_ -notin $known }
    if ($unknown -or -not $engines) {
        throw "-Engine takes $($known -join ', '), not '$unknown'."
    }

    try {
        $packages = Start-ThreadJob -FilePath "$tools/Install-DebianPackage.ps1" -StreamingHost $Host
        Build-Module -Solution $solution
        Add-PrecompiledBuild
        $null = & "$tools/Export-Package.ps1" -ModulePath $modulePath -Destination $out
        Wait-DebianPackage -Job $packages
    }
    catch {
        Write-Information "$($PSStyle.Formatting.Error)FAILED Build: $_$($PSStyle.Reset)"
        Write-Information '0 passed, 1 failed'
        exit 1
    }

    & "$tools/Invoke-TestSuite.ps1" -Configuration $Configuration -Engine $engines -Filter $Filter
    exit $LASTEXITCODE
}

function Invoke-DemoTask {
    Build-Module -Solution $demoSolution
    Invoke-EngineScript -Path 'tools/Invoke-Demo.ps1'
}

function Invoke-ShellTask {
    Write-Information 'Building the module and the emulator ...'
    Build-Module -Solution $demoSolution
    Invoke-EngineScript -Path 'tools/Start-DemoShell.ps1' -EngineArgument '-NoLogo', '-NoExit'
}

function Invoke-PackTask {
    if ($mustBuild) {
        Build-Module -Solution $solution
        Add-PrecompiledBuild
    }

    if (-not (Test-Path -Path "$modulePath/en-US/*")) {
        throw 'No package without help, which the build makes.'
    }

    $placeholders = Select-String -Path "$modulePath/en-US/*" -Pattern '\{\{ Fill in .*? \}\}'
    if ($placeholders) {
        throw "No package with help that is not written: fill in $($placeholders.Matches.Value -join ', ') in $helpPages."
    }

    $arguments = @{ ModulePath = $modulePath; Destination = $out }
    Write-Information "Packed $(& "$tools/Export-Package.ps1" @arguments), listed in $(& "$tools/Export-Sbom.ps1" @arguments)"
}

function Invoke-BenchTask {
    Build-Module -Solution $solution
    Add-PrecompiledBuild
    Invoke-EngineScript -Path 'bench/Invoke-Bench.ps1'
}

function Invoke-MutateTask {
    Build-Module -Solution $solution
    & "$tools/Invoke-MutationTest.ps1" -Sample $Sample -Folder $Filter
}

function Invoke-DocsTask {
    & "$tools/ConvertTo-EndpointReference.ps1" |
        Set-Content -LiteralPath "$PSScriptRoot/docs/endpoints.md"

    Invoke-Compiler -Solution $solution
    $updateArguments = '-HelpPath', $helpPages, '-DocumentationPath', (Get-DocumentationPath 'EnPower.PowerShell')
    Invoke-HelpScript -Path 'tools/Update-Help.ps1' -ScriptArgument $updateArguments
    $referenceArguments = '-DocumentationPath', (Get-DocumentationPath 'EnPower.Model')
    Invoke-HelpScript -Path 'tools/ConvertTo-ResourceReference.ps1' -ScriptArgument $referenceArguments |
        Set-Content -LiteralPath "$PSScriptRoot/docs/resources.md"
    Copy-Help
    Invoke-HelpScript -Path 'tools/ConvertTo-FirstHour.ps1' -ScriptArgument '-EmulatorPath', $emulatorPath |
        Set-Content -LiteralPath "$PSScriptRoot/docs/first-hour.md"
}

function Invoke-CleanTask {
    $built = @(
        # The PowerShell that runs this may be the one in out/tools.
        Get-ChildItem -LiteralPath $out -Exclude 'tools' -ErrorAction Ignore
        foreach ($folder in 'src', 'tests', 'bench', 'tools') {
            Get-ChildItem -Path "$PSScriptRoot/$folder/*/*" -Directory -ErrorAction Ignore |
                Where-Object Name -In 'bin', 'obj'
        }
    )
    $built | Remove-Item -Recurse -Force
}

#endregion

#region Parts of tasks

function Invoke-Compiler {
    param([string] $Solution)

    & "$tools/Invoke-DotNet.ps1" build $Solution --configuration $Configuration
    & "$tools/Copy-Module.ps1" -Destination $modulePath -Configuration $Configuration
}

function Build-Module {
    param([string] $Solution)

    $watch = [Diagnostics.Stopwatch]::StartNew()
    Invoke-Compiler -Solution $Solution
    Copy-Help
    Write-Information ('Built {0} in {1:n1} s' -f $modulePath, $watch.Elapsed.TotalSeconds)
}

function Add-PrecompiledBuild {
    # For packages, measures and tests. Other builds do without the compiler, which has to be restored from NuGet, and its time.
    & "$tools/Add-PrecompiledBuild.ps1" -ModulePath $modulePath -Configuration $Configuration
}

function Copy-Help {
    # Written in Markdown, read by PowerShell as MAML and, about_ topics, as text.
    $mamlArguments = '-HelpPath', $helpPages, '-Destination', (Join-Path $modulePath 'en-US')
    Invoke-HelpScript -Path 'tools/ConvertTo-Maml.ps1' -ScriptArgument $mamlArguments
}

function Invoke-HelpScript {
    # A process of its own, so that this one doesn't lock the module that the script imports.
    param([string] $Path, [string[]] $ScriptArgument = @())

    $script = Join-Path $PSScriptRoot $Path
    $arguments = @('-NoProfile', '-NonInteractive', '-File', $script, '-ModulePath', $modulePath) + $ScriptArgument
    & $powershell.FilePath $powershell.ArgumentList $arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Path failed. Its output is above."
    }
}

function Get-DocumentationPath {
    # The compiler writes this file from the XML comments.
    param([string] $Project)

    Join-Path $PSScriptRoot "src/$Project/bin/$Configuration/net8.0/$Project.xml"
}

function Invoke-EngineScript {
    # A process of its own, so that the module's assemblies are free again when it ends.
    param([string] $Path, [string[]] $EngineArgument = @())

    $script = Join-Path $PSScriptRoot $Path
    if (-not (Test-Path -LiteralPath $script)) {
        throw "$Path does not exist."
    }

    $scriptArguments = '-ModulePath', $modulePath, '-EmulatorPath', $emulatorPath
    & $powershell.FilePath $powershell.ArgumentList -NoProfile @EngineArgument -File $script @scriptArguments
    exit $LASTEXITCODE
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

#endregion

try {
    & "Invoke-${Task}Task"
}
catch {
    Write-Verbose $_.ScriptStackTrace
    $Host.UI.WriteErrorLine("${Task}: $_")
    exit 1
}
