#Requires -Version 7.4

<#
.SYNOPSIS
Writes reports of few and of very many mailboxes, opens them in Chromium, and measures both.

.DESCRIPTION
Starts an emulator, reads mailboxes down the pipeline into Export-EnPowerReport, and takes the size of the file, the seconds
from the first request on, and how much the highest working set of a process of its own grew over an idle one's. Then opens
the page: the milliseconds until its table is there, the memory of the browser's process for it, and how long a search over
all columns, a filter and an order by email address take until the rows are replaced. Writes report.md beside this script.

Needs a build of the solution, Linux, and Chromium in /usr/bin/chromium.

.PARAMETER Mailboxes
How many mailboxes each report is of.

.PARAMETER Single
Internal: writes one report in this process, to this path, and writes its measurements.

.EXAMPLE
./build.ps1; ./bench/Measure-Report.ps1
#>
[CmdletBinding()]
param(
    [int[]] $Mailboxes = @(1000, 100000, 1000000),

    [string] $Single
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Path $PSScriptRoot -Parent
$engine = & "$root/tools/Get-EngineCommand.ps1"
$tests = "$root/tests/EnPower.Browser.Tests/bin/Release/net10.0"

if ($Single) {
    $session = @{
        ModulePath   = "$root/out/EnPower"
        EmulatorPath = "$root/tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll"
        Mailboxes    = $Mailboxes[0]
        ArgumentList = '--cache-pages', '--tenants', '14'
    }
    $emulator = & "$root/tools/Connect-Emulator.ps1" @session
    try {
        # Excludes what is loaded and compiled once. The pages are then in the emulator's cache.
        Get-EnPowerMailbox | Select-Object -First 1000 | Export-EnPowerReport -Path $Single
        if ($Mailboxes[0] -le 100000) {
            $null = Get-EnPowerMailbox | Measure-Object
        }

        [GC]::Collect()
        $process = Get-Process -Id $PID
        $idle = $process.WorkingSet64
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-EnPowerMailbox | Export-EnPowerReport -Path $Single -Culture en-US
        $seconds = $watch.Elapsed.TotalSeconds
        $process.Refresh()
        ConvertTo-Json -InputObject @{ Seconds = $seconds; Megabytes = ($process.PeakWorkingSet64 - $idle) / 1MB }
    }
    finally {
        $emulator.Process.Kill()
    }

    return
}

function Wait-Task {
    param([Parameter(ValueFromPipeline)] [Threading.Tasks.Task] $Task)

    process { $Task.GetAwaiter().GetResult() }
}

function Measure-Page {
    # A browser of its own, so that its memory is that of one page.
    param([string] $Path)

    $options = [Microsoft.Playwright.BrowserTypeLaunchOptions]@{
        ExecutablePath = '/usr/bin/chromium'
        Args           = [string[]] ('--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking')
    }
    $browser = $playwright.Chromium.LaunchAsync($options) | Wait-Task
    try {
        $page = $browser.NewPageAsync() | Wait-Task
        $page.SetDefaultTimeout(120000)
        $null = $page.GotoAsync("file://$Path") | Wait-Task
        $null = $page.WaitForSelectorAsync('html.ready') | Wait-Task
        $times = $page.EvaluateAsync[string]('() => {
            const run = work => { const start = performance.now(); work(); return performance.now() - start; };
            const form = document.querySelector("#controls");
            const change = () => form.elements.finding.dispatchEvent(new Event("change"));
            const filter = run(() => { form.elements.finding.selectedIndex = 1; change(); });
            form.elements.finding.selectedIndex = 0;
            const search = run(() => { form.elements.search.value = "tenant7 shared"; change(); });
            form.elements.search.value = "";
            change();
            const sort = run(() => document.querySelectorAll("#table thead button")[1].click());
            return JSON.stringify({ filter, search, sort });
        }', $null) | Wait-Task | ConvertFrom-Json
        $ready = foreach ($run in 1..5) {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $null = $page.GotoAsync('about:blank') | Wait-Task
            $watch.Restart()
            $null = $page.GotoAsync("file://$Path") | Wait-Task
            $null = $page.WaitForSelectorAsync('html.ready') | Wait-Task
            $watch.Elapsed.TotalMilliseconds
        }
        $cdp = $browser.NewBrowserCDPSessionAsync() | Wait-Task
        $processes = ($cdp.SendAsync('SystemInfo.getProcessInfo') | Wait-Task).GetProperty('processInfo').EnumerateArray()
        $kilobytes = foreach ($process in $processes | Where-Object { $_.GetProperty('type').GetString() -eq 'renderer' }) {
            $rollup = Get-Content -LiteralPath "/proc/$($process.GetProperty('id').GetInt32())/smaps_rollup"
            [long] [regex]::Match($rollup -join "`n", '(?m)^Pss: +(\d+)').Groups[1].Value
        }
        @{
            Ready     = ($ready | Sort-Object)[2]
            Megabytes = ($kilobytes | Measure-Object -Maximum).Maximum / 1KB
            Filter    = $times.filter
            Search    = $times.search
            Sort      = $times.sort
        }
    }
    finally {
        $null = $browser.CloseAsync() | Wait-Task
    }
}

Add-Type -LiteralPath "$tests/Microsoft.Playwright.dll"
$playwright = [Microsoft.Playwright.Playwright]::CreateAsync() | Wait-Task
$folder = New-Item -ItemType Directory -Path ([IO.Path]::GetTempPath()) -Name ([IO.Path]::GetRandomFileName())
try {
    $rows = foreach ($count in $Mailboxes) {
        $path = Join-Path -Path $folder -ChildPath "$count.html"
        $written = & $engine.FilePath $engine.ArgumentList -NoProfile -File $PSCommandPath -Mailboxes $count -Single $path | ConvertFrom-Json
        $shown = Measure-Page -Path $path
        '| {0:N0} | {1:N2} | {2:N1} | {3:N0} | {4:N0} | {5:N0} | {6:N0} | {7:N0} | {8:N0} |' -f $count,
            ((Get-Item -LiteralPath $path).Length / 1MB), $written.Seconds, $written.Megabytes, $shown.Ready, $shown.Megabytes,
            $shown.Search, $shown.Filter, $shown.Sort
    }
}
finally {
    $playwright.Dispose()
    Remove-Item -LiteralPath $folder -Recurse
}

$load = (Get-Content -LiteralPath /proc/loadavg).Split(' ')[0..2] -join ', '
$lines = @(
    '# A report in the browser'
    ''
    "Written by ``Measure-Report.ps1`` on $([datetime]::UtcNow.ToString('yyyy-MM-dd HH:mm')) UTC: $([Environment]::ProcessorCount) cores,"
    "PowerShell $($PSVersionTable.PSVersion), $((& /usr/bin/chromium --version) -replace ' built.*'). Load of the machine at the end, over 1, 5 and 15 minutes: $load."
    ''
    'To write is to read from an emulator on the same machine, too. Its growth is of the highest working set over that of a session'
    'that has written a small report. Ready is when the table can be used, the median of five; the memory is what the page''s process'
    'has to itself. Of more than 250,000 mailboxes the table holds that many.'
    ''
    '| mailboxes | file, MB | to write, s | growth, MB | ready, ms | browser, MB | search, ms | filter, ms | sort, ms |'
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
    $rows
)
Set-Content -LiteralPath "$PSScriptRoot/report.md" -Value $lines
$lines
