#Requires -Version 7.4

<#
.SYNOPSIS
Measures snapshots beside Clixml and Compare-Object: the seconds, the bytes on disk, and the most memory that a process had.

.DESCRIPTION
Starts an emulator on day 0 and one on day 1, which differ in a known set of changes and in all that is volatile. Each
measure runs in a process of its own. Writes snapshots.md beside this script.

.PARAMETER Mailboxes
How many mailboxes there are on each side.

.PARAMETER LargeMailboxes
How many there are where snapshots alone are measured; 0 leaves that out.

.EXAMPLE
./build.ps1; ./bench/Measure-Snapshots.ps1
#>
[CmdletBinding()]
param(
    [int] $Mailboxes = 100000,

    [int] $LargeMailboxes = 1000000
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$root = Split-Path -Path $PSScriptRoot -Parent
$folder = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "EnPower.$([guid]::NewGuid())"
$null = New-Item -Path $folder -ItemType Directory
$engine = & "$root/tools/Get-EngineCommand.ps1"

# Seconds of a script, and the most memory of its process, which has the module imported and its own objects only.
function Measure-Script {
    param([string] $Name, [string] $Script)

    $command = @"
`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'
Import-Module '$root/out/EnPower'
Set-Location '$folder'
`$watch = [Diagnostics.Stopwatch]::StartNew()
`$result = & { $Script }
`$seconds = `$watch.Elapsed.TotalSeconds
`$process = Get-Process -Id `$PID
[pscustomobject]@{ Seconds = `$seconds; Peak = `$process.PeakWorkingSet64; Result = "`$result" } | ConvertTo-Json
"@
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
    $measured = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -EncodedCommand $encoded | Out-String | ConvertFrom-Json
    Write-Information "${Name}: $($measured.Seconds) s, $($measured.Peak / 1MB) MB, $($measured.Result)" -InformationAction Continue
    [pscustomobject]@{ Name = $Name; Seconds = $measured.Seconds; Peak = $measured.Peak; Result = $measured.Result }
}

function Export-Day {
    param([int] $Day, [int] $Count, [string] $Name)

    $session = @{
        ModulePath   = "$root/out/EnPower"
        EmulatorPath = "$root/tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll"
        Mailboxes    = $Count
        ArgumentList = '--day', $Day
    }
    $emulator = & "$root/tools/Connect-Emulator.ps1" @session
    try {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-EnPowerMailbox | Export-EnPowerSnapshot -Path "$folder/$Name$Day.jsonl.gz"
        $watch.Elapsed.TotalSeconds
        Disconnect-EnPower
    }
    finally {
        $emulator.Process.Kill()
    }
}

$properties = "'DisplayName', 'EmailAddress', 'Status', 'LitigationHoldEnabled', 'EmailForwardingEnabled', " +
    "'ExternalEmailForwardingEnabled', 'ExternalForwardingAddressDomain', 'Phase'"
try {
    $export = 0..1 | ForEach-Object { Export-Day -Day $_ -Count $Mailboxes -Name 'day' }
    $rows = @(
        Measure-Script 'no work: import of the module' '1'
        Measure-Script 'Import-EnPowerSnapshot | Out-Null' 'Import-EnPowerSnapshot day0.jsonl.gz | Out-Null'
        Measure-Script 'Import-EnPowerSnapshot | Export-EnPowerSnapshot' 'Import-EnPowerSnapshot day0.jsonl.gz | Export-EnPowerSnapshot copy.jsonl.gz'
        Measure-Script 'Import-EnPowerSnapshot | Export-Clixml' 'Import-EnPowerSnapshot day0.jsonl.gz | Export-Clixml copy.clixml'
        Measure-Script 'Compare-EnPowerSnapshot, two files' '(Compare-EnPowerSnapshot day0.jsonl.gz day1.jsonl.gz | Measure-Object).Count'
        Measure-Script 'Import-EnPowerSnapshot | Compare-EnPowerSnapshot' '(Import-EnPowerSnapshot day1.jsonl.gz | Compare-EnPowerSnapshot day0.jsonl.gz | Measure-Object).Count'
        Measure-Script 'Compare-Object, Id and 8 properties, with reading both' "(Compare-Object (Import-EnPowerSnapshot day0.jsonl.gz) (Import-EnPowerSnapshot day1.jsonl.gz) -Property (@('Id', $properties)) | Measure-Object).Count"
    )
    $large = if ($LargeMailboxes) {
        0..1 | ForEach-Object { Export-Day -Day $_ -Count $LargeMailboxes -Name 'large' } | Out-Null
        Measure-Script 'Compare-EnPowerSnapshot, two files' '(Compare-EnPowerSnapshot large0.jsonl.gz large1.jsonl.gz | Measure-Object).Count'
        Measure-Script 'Compare-EnPowerSnapshot, one file and itself' '(Compare-EnPowerSnapshot large0.jsonl.gz large0.jsonl.gz | Measure-Object).Count'
    }

    $base = ($rows | Where-Object Name -EQ 'Compare-EnPowerSnapshot, two files').Seconds
    $table = {
        param($Row)

        '| {0} | {1:n1} | {2:n1} | {3:n0} | {4} |' -f $Row.Name.Replace('|', '\|'), $Row.Seconds, ($Row.Seconds / $base), ($Row.Peak / 1MB), $Row.Result
    }
    $culture = [cultureinfo]::CurrentCulture
    [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
    @(
        '# Snapshots, beside Clixml and Compare-Object', ''
        "Written by ``Measure-Snapshots.ps1`` on $(Get-Date -Format yyyy-MM-dd), PowerShell $($PSVersionTable.PSVersion), $([Environment]::ProcessorCount) cores, other work on the machine."
        'Each row is a process of its own; MB is the most that it had. The changes of a day are nine; the objects are all volatile.', ''
        "## $('{0:n0}' -f $Mailboxes) mailboxes", ''
        ('Get-EnPowerMailbox | Export-EnPowerSnapshot, from the emulator: {0:n1} s and {1:n1} s. On disk: snapshot {2:n1} MB, Clixml {3:n1} MB.' -f
            $export[0], $export[1], ((Get-Item "$folder/day0.jsonl.gz").Length / 1MB), ((Get-Item "$folder/copy.clixml").Length / 1MB))
        ''
        '| What | Seconds | Of Compare-EnPowerSnapshot | MB | Changes |', '| --- | --- | --- | --- | --- |'
        $rows | ForEach-Object { & $table $_ }
        if ($large) {
            '', "## $('{0:n0}' -f $LargeMailboxes) mailboxes", ''
            '| What | Seconds | Of the above | MB | Changes |', '| --- | --- | --- | --- | --- |'
            $large | ForEach-Object { & $table $_ }
        }
    ) | Set-Content -LiteralPath "$PSScriptRoot/snapshots.md"
    [cultureinfo]::CurrentCulture = $culture
}
finally {
    Remove-Item -LiteralPath $folder -Recurse
}
