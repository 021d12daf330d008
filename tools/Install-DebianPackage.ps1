#Requires -Version 7.4

<#
.SYNOPSIS
    Installs the programs that some tests need, if they are missing and can be installed.

.DESCRIPTION
    Mono runs the build for Windows PowerShell, Chromium shows the report, tmux is the terminal of the tests
    that read a screen. Needs apt-get and root; without them, nothing
    happens, and those tests are skipped, or fail in CI.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$packages = @(
    if (-not (Test-Path -LiteralPath '/usr/lib/mono/4.5/Facades/netstandard.dll')) { 'mono-devel' }
    if (-not (Get-Command -Name chromium, google-chrome -CommandType Application -ErrorAction Ignore)) { 'chromium' }
    if (-not (Get-Command -Name tmux -CommandType Application -ErrorAction Ignore)) { 'tmux' }
)
$hasInstaller = $IsLinux -and (Get-Command -Name apt-get -CommandType Application -ErrorAction Ignore)
if (-not $packages -or -not $hasInstaller -or (& id -u) -ne 0) {
    return
}

Write-Information "Installing $($packages -join ' and ') by apt-get, for tests that run them ..." -InformationAction Continue
$env:DEBIAN_FRONTEND = 'noninteractive'
& apt-get update --quiet 2>&1
& apt-get install --quiet --yes --no-install-recommends $packages 2>&1
if ($LASTEXITCODE -ne 0) {
    throw "apt-get failed with exit code $LASTEXITCODE; its output is above."
}
