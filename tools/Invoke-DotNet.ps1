<#
.SYNOPSIS
    Runs dotnet: silent when it succeeds; its whole output and an error when it fails.

.EXAMPLE
    ./tools/Invoke-DotNet.ps1 build EnPower.PowerShell.sln --configuration Release
#>
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# The exit code is checked here.
$PSNativeCommandUseErrorActionPreference = $false

$output = & dotnet @args --verbosity quiet 2>&1
if ($LASTEXITCODE -ne 0) {
    $output | Out-Host
    throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE; its output is above."
}
