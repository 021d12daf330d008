<#
.SYNOPSIS
Gets the command that starts another process of the current PowerShell.

.DESCRIPTION
Writes an object with FilePath, the program, and ArgumentList, what comes before PowerShell's own arguments. The two differ
from the process that runs where PowerShell was installed as a .NET tool: there the process is dotnet. Works in Windows
PowerShell 5.1 too.

.EXAMPLE
$engine = & ./tools/Get-EngineCommand.ps1
& $engine.FilePath $engine.ArgumentList -NoProfile -Command '$PSVersionTable'
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Test-Program {
    # The package of the .NET tool has one program for all of Linux and macOS, built for Linux on x64.
    param([string] $Path)

    if (-not (Test-Path -LiteralPath $Path)) {
        return $false
    }

    try {
        $null = & $Path -Version 2>&1
        $LASTEXITCODE -eq 0
    }
    catch {
        $false
    }
}

$process = (Get-Process -Id $PID).Path
if ([IO.Path]::GetFileNameWithoutExtension($process) -in 'pwsh', 'powershell') {
    return [pscustomobject]@{ FilePath = $process; ArgumentList = @() }
}

$program = Join-Path -Path $PSHOME -ChildPath ('pwsh' + [IO.Path]::GetExtension($process))
if (Test-Program -Path $program) {
    return [pscustomobject]@{ FilePath = $program; ArgumentList = @() }
}

[pscustomobject]@{ FilePath = $process; ArgumentList = @(Join-Path -Path $PSHOME -ChildPath 'pwsh.dll') }
