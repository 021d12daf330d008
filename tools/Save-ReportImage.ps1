#Requires -Version 7.4

<#
.SYNOPSIS
Takes the screenshots of a report for the README, light and dark: docs/images/report-light.png and report-dark.png.

.DESCRIPTION
Creates a report of the mailboxes of the emulator, and opens it in Chromium. Requires a build of the solution.

.PARAMETER ChromiumPath
The path of Chromium.

.EXAMPLE
./build.ps1; ./tools/Save-ReportImage.ps1
#>
[CmdletBinding()]
param(
    [string] $ChromiumPath = '/usr/bin/chromium'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Wait-Task {
    param([Parameter(ValueFromPipeline)] [Threading.Tasks.Task] $Task)

    process { $Task.GetAwaiter().GetResult() }
}

$root = Split-Path -Path $PSScriptRoot -Parent
$folder = New-Item -ItemType Directory -Path ([IO.Path]::GetTempPath()) -Name ([IO.Path]::GetRandomFileName())
$report = Join-Path -Path $folder -ChildPath 'report.html'
$session = @{
    ModulePath   = "$root/out/EnPower"
    EmulatorPath = "$root/tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll"
    Mailboxes    = 2000
    ArgumentList = '--tenants', '8'
}
$emulator = & "$PSScriptRoot/Connect-Emulator.ps1" @session
try {
    Get-EnPowerMailbox | Export-EnPowerReport -Path $report -Title 'Mailboxes' -InactiveDays 300 -Culture en-US
}
finally {
    $emulator.Process.Kill()
}

Add-Type -LiteralPath "$root/tests/EnPower.Browser.Tests/bin/Release/net10.0/Microsoft.Playwright.dll"
$playwright = [Microsoft.Playwright.Playwright]::CreateAsync() | Wait-Task
try {
    $options = [Microsoft.Playwright.BrowserTypeLaunchOptions]@{
        ExecutablePath = $ChromiumPath
        Args           = [string[]] ('--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking')
    }
    $browser = $playwright.Chromium.LaunchAsync($options) | Wait-Task
    foreach ($scheme in 'Light', 'Dark') {
        $context = $browser.NewContextAsync([Microsoft.Playwright.BrowserNewContextOptions]@{
                ColorScheme  = $scheme
                ViewportSize = [Microsoft.Playwright.ViewportSize]@{ Width = 1280; Height = 880 }
            }) | Wait-Task
        $page = $context.NewPageAsync() | Wait-Task
        $null = $page.GotoAsync("file://$report") | Wait-Task
        $null = $page.WaitForSelectorAsync('html.ready') | Wait-Task
        $path = "$root/docs/images/report-$($scheme.ToLowerInvariant()).png"
        $image = [Microsoft.Playwright.PageScreenshotOptions]@{ Path = $path }
        $null = $page.ScreenshotAsync($image) | Wait-Task
        $null = $context.CloseAsync() | Wait-Task
    }

    $null = $browser.CloseAsync() | Wait-Task
}
finally {
    $playwright.Dispose()
    Remove-Item -LiteralPath $folder -Recurse
}

Get-Item -Path "$root/docs/images/report-*.png"
