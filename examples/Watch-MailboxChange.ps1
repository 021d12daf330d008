#Requires -Version 5.1
#Requires -Modules EnPower

<#
.SYNOPSIS
    Keeps a snapshot of all mailboxes each time it runs, and lists what changed since the one before as CSV.

.DESCRIPTION
    Meant for a scheduler: asks nothing, and tells by its exit code how it went.

    0  nothing that matters to security changed, or there is no snapshot to compare with yet
    1  the mailboxes could not be read or compared: there is no new list, and the error says why
    2  something that matters to security changed: look at the list

    Compares with the newest snapshot in the folder that is complete and of the same tenants. One that was damaged or is
    incomplete is passed over with a warning.

    Uses the connection of the session. Without one it connects by the environment variables that
    Connect-EnPower -EnvironmentVariable reads.

.PARAMETER Path
    The folder for snapshots and lists. It is created if it does not exist.

.PARAMETER Tenant
    The tenants to read. Default: all tenants.

.PARAMETER Keep
    How many snapshots are kept, with their lists.

.EXAMPLE
    ./Watch-MailboxChange.ps1 -Path ./snapshots
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string[]] $Tenant,

    [ValidateRange(2, 10000)]
    [int] $Keep = 30
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# A spreadsheet takes text that begins like this for a formula.
function ConvertTo-CellText {
    param([string] $Text)

    if ($Text -match '^[=+\-@\t\r]') { "'$Text" } else { $Text }
}

# The changes since the newest snapshot that can be compared; nothing if there is none.
function Get-ChangeSince {
    param([object[]] $Earlier, [string] $Latest)

    foreach ($snapshot in $Earlier) {
        try {
            return Compare-EnPowerSnapshot -ReferencePath $snapshot.FullName -DifferencePath $Latest
        }
        catch {
            $id = $_.FullyQualifiedErrorId.Split(',')[0]
            if ($id -notin 'SnapshotsNotComparable', 'InvalidSnapshot', 'SnapshotVersionNotSupported') {
                throw
            }

            Write-Warning -Message "$($snapshot.Name) was passed over. $_"
        }
    }
}

try {
    if (-not (Get-EnPowerConnection)) {
        Connect-EnPower -EnvironmentVariable
    }

    $query = @{}
    if ($Tenant) {
        $query.Tenant = $Tenant
    }

    $null = New-Item -Path $Path -ItemType Directory -Force
    $earlier = @(Get-ChildItem -Path $Path -Filter 'mailboxes-*.jsonl.gz' | Sort-Object -Property Name -Descending)
    $name = 'mailboxes-' + [datetime]::UtcNow.ToString('yyyyMMdd-HHmmss-fff')
    $latest = Join-Path -Path $Path -ChildPath "$name.jsonl.gz"
    # A read that breaks off stops here, and leaves no snapshot behind.
    Get-EnPowerMailbox @query | Export-EnPowerSnapshot -Path $latest

    $changes = @(Get-ChangeSince -Earlier $earlier -Latest (Resolve-Path -LiteralPath $latest).ProviderPath)
    $changes |
        Sort-Object -Property @{ Expression = 'IsSecurityRelevant'; Descending = $true }, DisplayName, Property |
        Select-Object -Property ChangeType, IsSecurityRelevant, TenantDomain,
            @{ Name = 'DisplayName'; Expression = { ConvertTo-CellText $_.DisplayName } }, Property,
            @{ Name = 'OldValue'; Expression = { ConvertTo-CellText $_.OldValue } },
            @{ Name = 'NewValue'; Expression = { ConvertTo-CellText $_.NewValue } }, Key |
        Export-Csv -Path (Join-Path -Path $Path -ChildPath "$name.csv") -NoTypeInformation -Encoding UTF8

    $earlier | Select-Object -Skip ($Keep - 1) | ForEach-Object {
        Remove-Item -LiteralPath $_.FullName
        Remove-Item -LiteralPath ($_.FullName -replace '\.jsonl\.gz$', '.csv') -ErrorAction Ignore
    }

    $hasFinding = @($changes | Where-Object -Property IsSecurityRelevant).Count -gt 0
    exit $(if ($hasFinding) { 2 } else { 0 })
}
catch {
    $Host.UI.WriteErrorLine("$($_.FullyQualifiedErrorId): $_")
    exit 1
}
