#Requires -Modules EnPower

<#
.SYNOPSIS
    An Azure Automation runbook: writes the mailboxes that are over their warning quota.

.DESCRIPTION
    Import EnPower into the Automation account, and keep client ID and client secret as a credential asset there. The
    connection is this job's alone, also where several jobs share a process.

.PARAMETER AssetName
    The credential asset: the client ID as user name, the client secret as password.

.PARAMETER Region
    The data centre of your AvePoint tenant, such as us. Connect-EnPower knows them all.
#>
[CmdletBinding()]
param(
    [string] $AssetName = 'EnPower',

    [Parameter(Mandatory)]
    [string] $Region
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

Connect-EnPower -Credential (Get-AutomationPSCredential -Name $AssetName) -Region $Region
try {
    Get-EnPowerMailbox |
        Where-Object -Property IsOverWarningQuota |
        Select-Object -Property TenantDomain, DisplayName, EmailAddress, StorageUsed, ProhibitSendReceiveQuota
}
finally {
    Disconnect-EnPower
}
