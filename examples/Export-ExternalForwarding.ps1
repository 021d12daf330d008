#Requires -Version 5.1
#Requires -Modules EnPower

<#
.SYNOPSIS
    Lists the mailboxes that forward mail out of the organisation: as CSV, and as HTML to put into a mail.

.DESCRIPTION
    Meant for a scheduler: asks nothing, and tells by its exit code how it went.

    0  no mailbox forwards to a domain other than the allowed ones
    1  some do: look at the reports
    2  the mailboxes could not be read to the end: there is no new report, and the error says why

    Uses the connection of the session. Without one it connects by the environment variables that
    Connect-EnPower -EnvironmentVariable reads.

.PARAMETER Path
    The folder for forwarding.csv and forwarding.html. It is created if it does not exist.

.PARAMETER AllowedDomain
    Domains that mail may be forwarded to.

.PARAMETER Tenant
    The tenants to read. Default: all tenants.

.EXAMPLE
    ./Export-ExternalForwarding.ps1 -Path ./reports -AllowedDomain partner.example
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string[]] $AllowedDomain = @(),

    [string[]] $Tenant
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# A spreadsheet takes text that begins like this for a formula.
function ConvertTo-CellText {
    param([string] $Text)

    if ($Text -match '^[=+\-@\t\r]') { "'$Text" } else { $Text }
}

try {
    if (-not (Get-EnPowerConnection)) {
        Connect-EnPower -EnvironmentVariable
    }

    $query = @{}
    if ($Tenant) {
        $query.Tenant = $Tenant
    }

    $findings = @(
        Get-EnPowerMailbox @query |
            Where-Object { $_.ExternalEmailForwardingEnabled -and $_.ExternalForwardingAddressDomain -notin $AllowedDomain } |
            ForEach-Object {
                [pscustomobject]@{
                    Tenant       = $_.TenantDomain
                    DisplayName  = ConvertTo-CellText $_.DisplayName
                    EmailAddress = ConvertTo-CellText $_.EmailAddress
                    Type         = $_.RecipientType
                    ForwardsTo   = ConvertTo-CellText $_.ExternalForwardingAddressDomain
                    LastActivity = $_.LastActivityDate
                }
            } |
            Sort-Object -Property Tenant, ForwardsTo, EmailAddress
    )

    $null = New-Item -Path $Path -ItemType Directory -Force
    $findings | Export-Csv -Path (Join-Path -Path $Path -ChildPath 'forwarding.csv') -NoTypeInformation -Encoding UTF8
    $page = @{
        Title      = 'Mailboxes that forward outside'
        Head       = '<style>table { border-collapse: collapse } th, td { padding: 2px 8px; text-align: left }</style>'
        PreContent = "<p>$($findings.Count) mailboxes forward to other domains than: $($AllowedDomain -join ', ').</p>"
    }
    $findings | ConvertTo-Html @page | Set-Content -Path (Join-Path -Path $Path -ChildPath 'forwarding.html') -Encoding UTF8

    exit [int] ($findings.Count -gt 0)
}
catch {
    $Host.UI.WriteErrorLine("$($_.FullyQualifiedErrorId): $_")
    exit 2
}
