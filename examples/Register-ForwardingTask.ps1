#Requires -Version 5.1
#Requires -RunAsAdministrator

<#
.SYNOPSIS
    Has Windows' Task Scheduler run Export-ExternalForwarding.ps1 every night, by a certificate of this machine.

.DESCRIPTION
    The task runs as a group managed service account: no password is kept anywhere. The account must be able to read the
    private key of the certificate, whose public part belongs to the app registration in AvePoint Online Services.

.PARAMETER ClientId
    The client ID of the app registration.

.PARAMETER CertificateThumbprint
    The certificate, in Cert:\LocalMachine\My.

.PARAMETER Region
    The data centre of your AvePoint tenant.

.PARAMETER ReportPath
    The folder for the reports.

.PARAMETER ServiceAccount
    The group managed service account, such as CONTOSO\enpower$.

.EXAMPLE
    $connection = @{ ClientId = '4d25c02f-7f73-44d3-ab11-3f2bd5d7b1c0'; CertificateThumbprint = $thumbprint; Region = 'we' }
    .\Register-ForwardingTask.ps1 @connection -ReportPath D:\Reports -ServiceAccount 'CONTOSO\enpower$'
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [guid] $ClientId,

    [Parameter(Mandatory)]
    [ValidatePattern('^[0-9a-fA-F]{40}$')]
    [string] $CertificateThumbprint,

    [Parameter(Mandatory)]
    [ValidatePattern('^[a-z0-9-]+$')]
    [string] $Region,

    [Parameter(Mandatory)]
    [string] $ReportPath,

    [Parameter(Mandatory)]
    [string] $ServiceAccount
)

$ErrorActionPreference = 'Stop'

$script = Join-Path -Path $PSScriptRoot -ChildPath 'Export-ExternalForwarding.ps1'
$command = "Connect-EnPower -ClientId $ClientId -CertificateThumbprint $CertificateThumbprint -Region $Region; " +
    "& '$($script -replace "'", "''")' -Path '$($ReportPath -replace "'", "''")'; exit `$LASTEXITCODE"
$encoded = [Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($command))

$action = @{
    Execute  = 'powershell.exe'
    Argument = "-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -EncodedCommand $encoded"
}
$task = @{
    TaskName  = 'EnPower external forwarding'
    Action    = New-ScheduledTaskAction @action
    Trigger   = New-ScheduledTaskTrigger -Daily -At 02:30
    Principal = New-ScheduledTaskPrincipal -UserId $ServiceAccount -LogonType Password
    Settings  = New-ScheduledTaskSettingsSet -StartWhenAvailable -ExecutionTimeLimit (New-TimeSpan -Hours 4)
}
if ($PSCmdlet.ShouldProcess($task.TaskName, 'Register scheduled task')) {
    Register-ScheduledTask @task
}
