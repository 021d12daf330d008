#Requires -Version 5.1
#Requires -Modules EnPower

<#
.SYNOPSIS
    Writes a report of all mailboxes and a snapshot each time it runs, and mails the report when something that matters to
    security changed since the time before.

.DESCRIPTION
    Meant for a scheduler: asks nothing, and tells by its exit code how it went.

    0  nothing that matters to security changed, or there is no snapshot to compare with yet
    1  the mailboxes could not be read or compared, or the mail was not sent: the error says why, and the next run compares
       with the same snapshot again
    2  something that matters to security changed, and one mail was sent

    The report in the folder has the table of all mailboxes. The mail has a page without it, because some gateways take
    scripts out of attachments, and because a mail has its limits.

    Uses the connection of the session. Without one it connects by the environment variables that
    Connect-EnPower -EnvironmentVariable reads. Mails through Send-MgUserMail of Microsoft.Graph.Users.Actions: run
    Connect-MgGraph before, with the permission Mail.Send.

.PARAMETER Path
    The folder for report.html and mailboxes.jsonl.gz. It is created if it does not exist.

.PARAMETER From
    The user principal name of the mailbox that sends.

.PARAMETER To
    Who gets the mail.

.PARAMETER Tenant
    The tenants to read. Default: all tenants.

.EXAMPLE
    Connect-MgGraph -Identity
    ./Send-MailboxReport.ps1 -Path ./reports -From reports@contoso.com -To security@contoso.com
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string] $From,

    [Parameter(Mandatory)]
    [string[]] $To,

    [string[]] $Tenant
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Send-Report {
    param([object[]] $Change, [IO.FileInfo] $Page)

    $summary = $Change | Group-Object -Property Property, ChangeType -NoElement | Sort-Object -Property Count -Descending |
        ForEach-Object { "$($_.Count) x $($_.Name)" }
    $message = @{
        subject      = "$($Change.Count) changes of mailboxes matter to security"
        body         = @{ contentType = 'Text'; content = ($summary -join "`r`n") + "`r`n`r`nThe report is attached." }
        toRecipients = @($To | ForEach-Object { @{ emailAddress = @{ address = $_ } } })
        attachments  = @(
            @{
                '@odata.type' = '#microsoft.graph.fileAttachment'
                name          = 'report.html'
                contentType   = 'text/html'
                contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes($Page.FullName))
            }
        )
    }
    Send-MgUserMail -UserId $From -BodyParameter @{ message = $message; saveToSentItems = $false }
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
    $report = Join-Path -Path $Path -ChildPath 'report.html'
    $previous = Join-Path -Path $Path -ChildPath 'mailboxes.jsonl.gz'
    $latest = Join-Path -Path $Path -ChildPath 'mailboxes-latest.jsonl.gz'
    # A read that breaks off stops here, and leaves report and snapshot as they are.
    Get-EnPowerMailbox @query | Export-EnPowerSnapshot -Path $latest

    $reference = @{}
    $changes = @()
    if (Test-Path -LiteralPath $previous) {
        $reference.ReferencePath = $previous
        $changes = @(Compare-EnPowerSnapshot -ReferencePath $previous -DifferencePath $latest -SecurityRelevant)
    }

    Import-EnPowerSnapshot -Path $latest | Export-EnPowerReport -Path $report @reference
    if ($changes) {
        $mailed = Join-Path -Path $Path -ChildPath 'report-mail.html'
        $page = Import-EnPowerSnapshot -Path $latest | Export-EnPowerReport -Path $mailed -NoMailboxTable -PassThru @reference
        Send-Report -Change $changes -Page $page
        Remove-Item -LiteralPath $mailed
    }

    Move-Item -LiteralPath $latest -Destination $previous -Force
    exit $(if ($changes) { 2 } else { 0 })
}
catch {
    $Host.UI.WriteErrorLine("$($_.FullyQualifiedErrorId): $_")
    exit 1
}
