#Requires -Version 7.4

<#
.SYNOPSIS
Runs every measure against the built module, and writes the results to RESULTS.md.

.DESCRIPTION
Each measure is a script in measures/, run in a process of its own, and compares by turns within one run: on a machine
that is busy with other things, times mean little, and their ratios something.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath,

    [string] $ResultPath = "$PSScriptRoot/RESULTS.md"
)

. "$PSScriptRoot/Session.ps1"

$engine = & "$PSScriptRoot/../tools/Get-EngineCommand.ps1"
$bareClient = "$PSScriptRoot/BareClient/bin/Release/net8.0/BareClient.dll"
$proxy = "$PSScriptRoot/ShapingProxy/bin/Release/net10.0/ShapingProxy.dll"
$benchmarks = "$PSScriptRoot/EnPower.Benchmarks/bin/Release/net10.0/EnPower.Benchmarks.dll"
$temporary = New-Item -ItemType Directory -Path ([IO.Path]::GetTempPath()) -Name "EnPower.Bench.$([guid]::NewGuid())"
$watch = [Diagnostics.Stopwatch]::StartNew()

function Write-Step {
    param([string] $Text)

    Write-Information -MessageData "$($watch.Elapsed.ToString('mm\:ss')) $Text" -InformationAction Continue
}

function Invoke-Measure {
    param([string] $Name, [object[]] $ArgumentList)

    $output = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File "$PSScriptRoot/measures/$Name.ps1" @ArgumentList
    if ($LASTEXITCODE -ne 0) {
        throw "$Name failed."
    }

    $output | Out-String | ConvertFrom-Json -AsHashtable
}

function Measure-Part {
    $log = & dotnet $benchmarks --filter '*' --artifacts $temporary.FullName
    if ($LASTEXITCODE -ne 0) {
        $log | Out-Host
        throw 'BenchmarkDotNet failed.'
    }

    Get-ChildItem -Path "$temporary/results/*.md" | Get-Content | Where-Object { $_.StartsWith('|') }
}

# By turns, in processes that have yet to read their first mailbox, from an emulator that has its first page ready.
function Measure-FirstObject {
    $emulator = Open-Emulator -Path $EmulatorPath -ArgumentList '--mailboxes', 5000
    $file = "$temporary/emulator.xml"
    $emulator | Select-Object -ExcludeProperty Process -Property * | Export-Clixml -LiteralPath $file
    $arguments = '-ModulePath', $ModulePath, '-BareClientPath', $bareClient, '-EmulatorFile', $file
    $null = Invoke-Measure -Name FirstObject -ArgumentList ($arguments + '-Subject' + 'Bare')
    $runs = foreach ($round in 1..5) {
        foreach ($subject in 'Cmdlet', 'Bare') {
            $times = Invoke-Measure -Name FirstObject -ArgumentList ($arguments + '-Subject' + $subject)
            [pscustomobject]@{
                Subject      = $subject
                Cold         = $times.Cold
                Next         = $times.Next
                Warm         = $times.Warm
                WarmDownload = $times['WarmDownload']
            }
        }
    }
    $emulator.Process.Kill()

    $medians = @{}
    foreach ($group in $runs | Group-Object -Property Subject) {
        $medians[$group.Name] = @{
            Cold = Get-Median -Value $group.Group.Cold
            Next = Get-Median -Value $group.Group.Next
            Warm = Get-Median -Value $group.Group.Warm
        }
    }
    $medians.Bare.WarmDownload = Get-Median -Value ($runs | Where-Object Subject -EQ 'Bare').WarmDownload
    $medians
}

# In MiB, by the number of mailboxes.
function Measure-Memory {
    $peaks = [ordered]@{}
    foreach ($mailboxes in 10000, 100000, 1000000) {
        $rounds = $mailboxes -lt 1000000 ? 5 : 1
        $runs = 1..$rounds | ForEach-Object -Process {
            Invoke-Measure -Name Memory -ArgumentList '-ModulePath', $ModulePath, '-EmulatorPath', $EmulatorPath, '-Mailboxes', $mailboxes
        }
        $peaks["$mailboxes"] = (Get-Median -Value $runs) / 1MB
    }
    $peaks
}

function Measure-Import {
    $empty = "$temporary/Empty.dll"
    Add-Type -TypeDefinition 'public static class Empty { }' -OutputAssembly $empty
    $runs = foreach ($round in 1..10) {
        foreach ($subject in @{ Name = 'Empty'; Path = $empty }, @{ Name = 'Module'; Path = $ModulePath }) {
            $import = Invoke-Measure -Name Import -ArgumentList '-Path', $subject.Path
            [pscustomobject]@{ Name = $subject.Name; Milliseconds = $import.Milliseconds; Loaded = $import.Loaded }
        }
    }

    $module = @($runs | Where-Object Name -EQ 'Module')
    @{
        Empty  = Get-Median -Value ($runs | Where-Object Name -EQ 'Empty').Milliseconds
        Module = Get-Median -Value $module.Milliseconds
        Loaded = @($module.Loaded | Sort-Object -Unique)
    }
}

# In bytes: of the whole module, and of the builds with machine code. A package of PowerShell is a ZIP archive as well.
function Measure-Package {
    Compress-Archive -Path $ModulePath -DestinationPath "$temporary/EnPower.zip"
    Compress-Archive -Path "$ModulePath/bin/net10.0-*" -DestinationPath "$temporary/Precompiled.zip"
    @{
        Module      = (Get-Item -LiteralPath "$temporary/EnPower.zip").Length
        Precompiled = (Get-Item -LiteralPath "$temporary/Precompiled.zip").Length
    }
}

function Test-PrecompiledEngine {
    # PowerShell as a .NET tool is IL alone; as it is installed otherwise, the engine has machine code too.
    $stream = [IO.File]::OpenRead([psobject].Assembly.Location)
    $reader = [Reflection.PortableExecutable.PEReader]::new($stream)
    try {
        $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size -gt 0
    }
    finally {
        $reader.Dispose()
    }
}

function Format-Number {
    param([double] $Value, [string] $Format = 'n0')

    $Value.ToString($Format, [cultureinfo]::InvariantCulture)
}

function Format-Time {
    param([double] $Value)

    "$(Format-Number -Value $Value) ms"
}

function Format-Ratio {
    param([double] $Value)

    Format-Number -Value $Value -Format 'n2'
}

$reading = '-ModulePath', $ModulePath, '-EmulatorPath', $EmulatorPath, '-BareClientPath', $bareClient
Write-Step -Text 'Parts, by BenchmarkDotNet'
$parts = Measure-Part
Write-Step -Text 'Throughput'
$whole = Invoke-Measure -Name Throughput -ArgumentList ($reading + '-WithRestMethod')
Write-Step -Text 'Throughput of the netstandard2.0 build'
$standardModule = '-ModulePath', "$ModulePath/bin/netstandard2.0"
$standard = Invoke-Measure -Name Throughput -ArgumentList ($standardModule + $reading[2..5])
Write-Step -Text 'Overlap'
$overlap = Invoke-Measure -Name Overlap -ArgumentList $reading
Write-Step -Text 'First object'
$first = Measure-FirstObject
Write-Step -Text 'Memory'
$memory = Measure-Memory
Write-Step -Text 'Import'
$import = Measure-Import
Write-Step -Text 'From cold'
$cold = Invoke-Measure -Name Cold -ArgumentList $reading[0..3]
Write-Step -Text 'Connect'
$connect = Invoke-Measure -Name Connect -ArgumentList $reading
Write-Step -Text 'Wire'
$wire = Invoke-Measure -Name Wire -ArgumentList ($reading + '-ProxyPath' + $proxy)
$package = Measure-Package

$restRatio = $whole.RestMethod.Milliseconds / $whole.Cmdlet.Milliseconds
$bareRatio = $whole.Cmdlet.Milliseconds / $whole.Bare.Milliseconds
$downloadRatio = $whole.Cmdlet.Milliseconds / $whole.Download.Milliseconds
$processorRatio = $whole.Cmdlet.ProcessorMilliseconds / $whole.Bare.ProcessorMilliseconds
$bytesRatio = $whole.Cmdlet.Bytes / $whole.Bare.Bytes
$standardRatio = $standard.Cmdlet.Milliseconds / $standard.Bare.Milliseconds / $bareRatio
$overlapRatio = $overlap.Both.Milliseconds / [Math]::Max($overlap.Fetch.Milliseconds, $overlap.Consume.Milliseconds)
$waitRatio = $overlap.BothWait.Milliseconds / [Math]::Max($overlap.Fetch.Milliseconds, $overlap.Wait.Milliseconds)
$slowExcess = @{}
foreach ($name in 'SlowCmdlet', 'SlowBare', 'SlowDownload') {
    $slowExcess[$name] = $overlap.$name.Milliseconds - $overlap.Latencies.Milliseconds
}
$consumerExcess = $overlap.SlowBoth.Milliseconds - $overlap.SlowCmdlet.Milliseconds
$consumedPage = $overlap.Consume.Milliseconds / 50
$coldExcess = $first.Cmdlet.Cold - $first.Bare.Cold
$nextExcess = $first.Cmdlet.Next - $first.Bare.Next
$downloadExcess = $first.Cmdlet.Warm - $first.Bare.WarmDownload
$coldCost = @{}
foreach ($name in 'Module', 'RestMethod') {
    $coldCost.$name = $cold.$name.Milliseconds - $cold.Empty.Milliseconds
}
$peaks = $memory.Values | Measure-Object -Minimum -Maximum
$growth = $peaks.Maximum / $peaks.Minimum
$importExcess = $import.Module - $import.Empty
$unwanted = @($import.Loaded -match '^(Microsoft\.Identity|Polly|System\.Text\.Json|Newtonsoft)')
$connectExcess = $connect.Cmdlet.Milliseconds - $connect.Bare.Milliseconds

$goals = @(
    @{
        Goal     = 1
        What     = '`Get-EnPowerMailbox`, 100,000 mailboxes to `Out-Null`, against `Invoke-RestMethod` and `nextLink`'
        Limit    = 'at least 10 times as fast'
        Measured = "$(Format-Number -Value $restRatio -Format 'n1') times: " +
            "$(Format-Time -Value $whole.Cmdlet.Milliseconds), $(Format-Time -Value $whole.RestMethod.Milliseconds)"
        IsMet    = $restRatio -ge 10
    }
    @{
        Goal     = 1
        What     = 'the same against the bare client'
        Limit    = 'at most 1.25 times its time'
        Measured = "$(Format-Ratio -Value $bareRatio) times: $(Format-Time -Value $whole.Bare.Milliseconds)"
        IsMet    = $bareRatio -le 1.25
    }
    @{
        Goal     = 1
        What     = 'the same against the bytes alone: the same requests, with the body discarded'
        Limit    = 'at most 1.15 times its time'
        Measured = "$(Format-Ratio -Value $downloadRatio) times: $(Format-Time -Value $whole.Download.Milliseconds)"
        IsMet    = $downloadRatio -le 1.15
    }
    @{
        Goal     = 1
        What     = 'processor time of the client a mailbox'
        Limit    = "at most half the bare client's"
        Measured = "$(Format-Ratio -Value $processorRatio) times: " +
            "$(Format-Number -Value ($whole.Cmdlet.ProcessorMilliseconds / 100) -Format 'n1') µs, " +
            "$(Format-Number -Value ($whole.Bare.ProcessorMilliseconds / 100) -Format 'n1') µs; " +
            "the bytes alone $(Format-Number -Value ($whole.Download.ProcessorMilliseconds / 100) -Format 'n1') µs"
        IsMet    = $processorRatio -le 0.5
    }
    @{
        Goal     = 2
        What     = '50,000 mailboxes to a consumer that computes as long as the fetch takes'
        Limit    = 'at most 1.15 times the larger'
        Measured = "$(Format-Ratio -Value $overlapRatio) times: fetch $(Format-Time -Value $overlap.Fetch.Milliseconds), " +
            "consumer $(Format-Time -Value $overlap.Consume.Milliseconds), both $(Format-Time -Value $overlap.Both.Milliseconds); " +
            "with server they keep all cores busy for $(Format-Time -Value $overlap.BothAtLeast.Milliseconds)"
        IsMet    = $overlapRatio -le 1.15
    }
    @{
        Goal     = 2
        What     = '50,000 mailboxes to a consumer that waits as long as the fetch takes'
        Limit    = 'at most 1.15 times the larger'
        Measured = "$(Format-Ratio -Value $waitRatio) times: fetch $(Format-Time -Value $overlap.Fetch.Milliseconds), " +
            "consumer $(Format-Time -Value $overlap.Wait.Milliseconds), both $(Format-Time -Value $overlap.BothWait.Milliseconds)"
        IsMet    = $waitRatio -le 1.15
    }
    @{
        Goal     = 2
        What     = '20 pages with 100 ms latency to `Out-Null`, over 20 round trips with that latency'
        Limit    = "at most one page's work, $(Format-Time -Value $overlap.OnePage.Milliseconds)"
        Measured = "$(Format-Time -Value $slowExcess.SlowCmdlet); the bare client $(Format-Time -Value $slowExcess.SlowBare), " +
            "the bytes alone $(Format-Time -Value $slowExcess.SlowDownload)"
        IsMet    = $slowExcess.SlowCmdlet -le $overlap.OnePage.Milliseconds
    }
    @{
        Goal     = 2
        What     = 'the same pages to the consumer, over the time to `Out-Null`'
        Limit    = "at most one page's work, $(Format-Time -Value $consumedPage)"
        Measured = Format-Time -Value $consumerExcess
        IsMet    = $consumerExcess -le $consumedPage
    }
    @{
        Goal     = 3
        What     = "the first object in a new process, over the bare client's first page"
        Limit    = 'at most 50 ms'
        Measured = "$(Format-Time -Value $coldExcess): " +
            "$(Format-Time -Value $first.Cmdlet.Cold), $(Format-Time -Value $first.Bare.Cold)"
        IsMet    = $coldExcess -le 50
    }
    @{
        Goal     = 3
        What     = 'the same in the next ten reads of the process'
        Limit    = 'at most 50 ms'
        Measured = "$(Format-Time -Value $nextExcess): " +
            "$(Format-Time -Value $first.Cmdlet.Next), $(Format-Time -Value $first.Bare.Next)"
        IsMet    = $nextExcess -le 50
    }
    @{
        Goal     = 3
        What     = 'the first object in a warm process, after 60 reads, over the bytes of its page alone'
        Limit    = 'at most 5 ms'
        Measured = "$(Format-Number -Value $downloadExcess -Format 'n1') ms: " +
            "$(Format-Time -Value $first.Cmdlet.Warm), $(Format-Time -Value $first.Bare.WarmDownload)"
        IsMet    = $downloadExcess -le 5
    }
    @{
        Goal     = 3
        What     = 'a new process that imports, connects and reads 100 mailboxes, over an empty script, against `Invoke-RestMethod`'
        Limit    = 'less'
        Measured = "$(Format-Ratio -Value ($coldCost.Module / $coldCost.RestMethod)) times: " +
            "$(Format-Time -Value $coldCost.Module), $(Format-Time -Value $coldCost.RestMethod); " +
            "the engine is $((Test-PrecompiledEngine) ? 'precompiled' : 'IL alone, which the just-in-time compiler compiles in each process')"
        IsMet    = $coldCost.Module -lt $coldCost.RestMethod
    }
    @{
        Goal     = 4
        What     = 'bytes allocated a mailbox, pipeline included'
        Limit    = "at most 0.75 of the bare client's"
        Measured = "$(Format-Ratio -Value $bytesRatio) times: $(Format-Number -Value ($whole.Cmdlet.Bytes / 100000)), " +
            "$(Format-Number -Value ($whole.Bare.Bytes / 100000))"
        IsMet    = $bytesRatio -le 0.75
    }
    @{
        Goal     = 4
        What     = 'peak working set at 10,000, 100,000 and 1,000,000 mailboxes'
        Limit    = 'within 10 %'
        Measured = "$(($memory.Values | ForEach-Object { Format-Number -Value $_ }) -join ', ') MiB: " +
            "$(Format-Number -Value (($growth - 1) * 100)) %"
        IsMet    = $growth -le 1.1
    }
    @{
        Goal     = 5
        What     = '`Import-Module EnPower`, over an empty binary module'
        Limit    = 'at most 100 ms'
        Measured = "$(Format-Time -Value $importExcess): $(Format-Time -Value $import.Module), $(Format-Time -Value $import.Empty)"
        IsMet    = $importExcess -le 100
    }
    @{
        Goal     = 5
        What     = 'assemblies loaded by the import'
        Limit    = 'no MSAL, Polly or JSON'
        Measured = $import.Loaded -join ', '
        IsMet    = -not $unwanted
    }
    @{
        Goal     = 5
        What     = '`Connect-EnPower`, after the first, over the token request itself'
        Limit    = 'at most 150 ms'
        Measured = "$(Format-Time -Value $connectExcess): $(Format-Time -Value $connect.Cmdlet.Milliseconds), " +
            "$(Format-Time -Value $connect.Bare.Milliseconds); the first $(Format-Time -Value $connect.First.Milliseconds)"
        IsMet    = $connectExcess -le 150
    }
    @{
        Goal     = 5
        What     = 'the module, compressed, without its builds with machine code'
        Limit    = 'at most 4 MB'
        Measured = "$(Format-Ratio -Value (($package.Module - $package.Precompiled) / 1e6)) MB"
        IsMet    = $package.Module - $package.Precompiled -le 4e6
    }
    @{
        Goal     = 5
        What     = 'the builds with machine code, for three kinds of machine, compressed'
        Limit    = 'at most 8 MB'
        Measured = "$(Format-Ratio -Value ($package.Precompiled / 1e6)) MB"
        IsMet    = $package.Precompiled -le 8e6
    }
    @{
        Goal     = 7
        What     = 'the netstandard2.0 build in this PowerShell, 100,000 mailboxes, each build against the bare client beside it'
        Limit    = 'at most twice net8.0'
        Measured = "$(Format-Ratio -Value $standardRatio) times: $(Format-Time -Value $standard.Cmdlet.Milliseconds); " +
            "the bare client $(Format-Time -Value $standard.Bare.Milliseconds)"
        IsMet    = $standardRatio -le 2
    }
)

$lines = @(
    '# Results'
    ''
    "Written by ``./build.sh Bench`` on $([datetime]::UtcNow.ToString('yyyy-MM-dd HH:mm')) UTC, in $($watch.Elapsed.ToString('mm\:ss')) minutes."
    '[NOTES.md](NOTES.md) describes the method, and the attempts that were discarded.'
    ''
    "- $([Environment]::ProcessorCount) cores, $([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture), " +
    "$([Runtime.InteropServices.RuntimeInformation]::OSDescription). Client and server share them."
    if ($IsLinux) {
        $load = (Get-Content -LiteralPath /proc/loadavg).Split(' ')[0..2] -join ', '
        "- Load of the machine at the end, over 1, 5 and 15 minutes: $load. This run alone makes up to 2."
    }
    "- PowerShell $($PSVersionTable.PSVersion) on $([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription)."
    '- Each figure is the median of at least five runs (from cold: seven; imports: ten; a million mailboxes: one), by turns with its yardstick.'
    ''
    '## Goals'
    ''
    '| goal | what | limit | measured | |'
    '| --- | --- | --- | --- | --- |'
    foreach ($goal in $goals) {
        "| $($goal.Goal) | $($goal.What) | $($goal.Limit) | $($goal.Measured) | $($goal.IsMet ? 'met' : '**missed**') |"
    }
    ''
    '## On the wire'
    ''
    'Goal 6: 5000 mailboxes in 5 pages over a line of 20 Mbit/s with a round trip of 60 ms.'
    ''
    '| who | HTTP | compressed | ms |'
    '| --- | --- | --- | ---: |'
    "| ``Get-EnPowerMailbox`` | 2 | yes | $(Format-Number -Value $wire.Cmdlet.Milliseconds) |"
    "| the bare client | 2 | yes | $(Format-Number -Value $wire.Http2Compressed.Milliseconds) |"
    "| the bare client | 1.1 | yes | $(Format-Number -Value $wire.Http1Compressed.Milliseconds) |"
    "| the bare client | 2 | no | $(Format-Number -Value $wire.Http2Plain.Milliseconds) |"
    "| the bare client | 1.1 | no | $(Format-Number -Value $wire.Http1Plain.Milliseconds) |"
    "| the bytes alone | 2 | yes | $(Format-Number -Value $wire.Download.Milliseconds) |"
    "| ``Invoke-RestMethod`` | 1.1 | yes | $(Format-Number -Value $wire.RestMethod.Milliseconds) |"
    ''
    '## Parts'
    ''
    'By BenchmarkDotNet. A page holds 1000 mailboxes in 1.8 MB of JSON.'
    ''
    $parts
)
Set-Content -LiteralPath $ResultPath -Value $lines
Remove-Item -LiteralPath $temporary -Recurse
Write-Step -Text "Written to $ResultPath"
$lines
