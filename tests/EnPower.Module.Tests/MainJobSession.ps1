# Run by MainJob.Tests.ps1 in a process of its own: imports, connects, reads, and writes a CSV file, a report and a snapshot.
# Writes what it saw as JSON, in which nothing may depend on the culture or the place.
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    # The folder that receives the files. It is made.
    [Parameter(Mandatory)]
    [string] $Path,

    [string] $Culture
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if ($Culture) {
    foreach ($property in 'CurrentCulture', 'CurrentUICulture', 'DefaultThreadCurrentCulture', 'DefaultThreadCurrentUICulture') {
        [System.Globalization.CultureInfo]::$property = $Culture
    }
}

# The manifest: PowerShell finds no module by the path of its folder where that has brackets.
Import-Module -Name ([System.IO.Path]::Combine($ModulePath, 'EnPower.psd1'))
& "$PSScriptRoot/ConnectSession.ps1"

$invariant = [System.Globalization.CultureInfo]::InvariantCulture
function Format-Invariant {
    param([object] $Value)

    if ($Value -is [datetime]) { $Value.ToString('o', $invariant) }
    elseif ($Value -is [System.IFormattable]) { $Value.ToString($null, $invariant) }
    else { "$Value" }
}

$mailboxes = @(Get-EnPowerMailbox)
$null = [System.IO.Directory]::CreateDirectory($Path)
$report = [System.IO.Path]::Combine($Path, 'report.html')
$table = [System.IO.Path]::Combine($Path, 'mailboxes.csv')
$snapshot = [System.IO.Path]::Combine($Path, 'mailboxes.jsonl.gz')
$mailboxes | Export-Csv -LiteralPath $table -NoTypeInformation -Encoding UTF8
$mailboxes | Export-EnPowerReport -LiteralPath $report -Culture en-US
$mailboxes | Export-EnPowerSnapshot -LiteralPath $snapshot
# A time that a calendar other than the Gregorian one writes with another year.
$from = [datetime]::new(2026, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)
$asked = @(Get-EnPowerCloudFlow -First 1 | Get-EnPowerCloudFlowRun -FromDate $from -First 1 -Verbose 4>&1)

$restored = @(Import-EnPowerSnapshot -LiteralPath $snapshot)

[ordered]@{
    Mailboxes = @($mailboxes | ForEach-Object {
            ($_.EmailAddress, $_.RecipientType, $_.StorageUsedBytes, $_.QuotaUsedPercent, $_.LastActivityDate |
                ForEach-Object { Format-Invariant $_ }) -join '|'
        })
    # The letter I in capitals is another one than Turkish has.
    Tenant    = @(Get-EnPowerMailbox -Tenant 'FABRIKAM.ONMICROSOFT.COM').Count
    Type      = @(Get-EnPowerMailbox -MailboxType 'SHARED').Count
    Rows      = @(Import-Csv -LiteralPath $table | ForEach-Object EmailAddress)
    Tiles     = @([regex]::Matches([System.IO.File]::ReadAllText($report), '<dt>(.*?)</dt><dd>(.*?)</dd>') | ForEach-Object Value)
    Restored  = $restored.Count
    Changes   = @(Get-EnPowerMailbox | Compare-EnPowerSnapshot -ReferenceObject $restored).Count
    Times     = @([regex]::Matches("$asked", 'fromDate=[^&\s]+') | ForEach-Object { [uri]::UnescapeDataString($_.Value) } |
            Select-Object -Unique)
} | ConvertTo-Json -Compress
