#Requires -Version 7.4

<#
.SYNOPSIS
    Runs the steps of release.yml up to the publication, as a dry run, and writes the name of each step with what became of it.

.DESCRIPTION
    Runs each script of the job "release" as the workflow has it, in a process of its own. Steps that are actions of others, such
    as signing, are skipped. The first step whose name begins with "Publish" ends the run, and is not run.

.PARAMETER Tag
    The tag to release, such as v1.2.3.

.PARAMETER Root
    The folder of the repository, with the module in out/EnPower. Packages in out are replaced.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Tag,

    [string] $Root = (Split-Path -Path $PSScriptRoot -Parent)
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$engine = & "$PSScriptRoot/Get-EngineCommand.ps1"
$workflow = (Get-Content -LiteralPath "$Root/.github/workflows/release.yml" -Raw) -replace '\r'

function Get-Step {
    # Two levels of two spaces: the jobs, and what is in one. A script is one line, or what is indented below.
    $job = [regex]::Match($workflow, '(?ms)^  release:\n.*?(?=^  \w|\z)').Value
    foreach ($step in [regex]::Matches($job, '(?ms)^      - .*?(?=^      - |\z)').Value) {
        $script = [regex]::Match($step, '(?m)^        run: (?:\|\n(?<lines>(?:          .*\n|\s*\n)+)|(?<line>.*)\n)')
        $lines = $script.Groups['lines'].Value -replace '(?m)^          '
        [pscustomobject]@{
            Name   = [regex]::Match($step, '(?:- name|- uses): (.*)').Groups[1].Value
            Script = $lines ? $lines : $script.Groups['line'].Value
        }
    }
}

function Invoke-Step {
    param([string] $Script)

    $path = Join-Path ([IO.Path]::GetTempPath()) "$([IO.Path]::GetRandomFileName()).ps1"
    # As the shell pwsh of a workflow does.
    Set-Content -LiteralPath $path -Value "`$ErrorActionPreference = 'stop'", $Script
    Push-Location -LiteralPath $Root
    $env:GITHUB_REF_NAME = $Tag
    $env:GITHUB_OUTPUT = "$path.output"
    try {
        $output = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File $path 2>&1 | Out-String
        if ($LASTEXITCODE -ne 0) {
            throw $output
        }

        Get-Content -LiteralPath $env:GITHUB_OUTPUT -ErrorAction Ignore
    }
    finally {
        Pop-Location
        $env:GITHUB_REF_NAME = $env:GITHUB_OUTPUT = $null
        Remove-Item -Path "$path*"
    }
}

foreach ($step in Get-Step) {
    if ($step.Name -like 'Publish*') {
        break
    }

    $outputs = if ($step.Script) { @(Invoke-Step -Script $step.Script) } else { @() }
    [pscustomobject]@{ Name = $step.Name; Ran = [bool] $step.Script; Outputs = $outputs }
}
