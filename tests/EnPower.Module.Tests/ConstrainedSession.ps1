# Run by Sessions.Tests.ps1 in a process of its own: goes to Constrained Language Mode, then uses the module, and writes what
# came of it as JSON.
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
$seen = @{}

Import-Module -Name $ModulePath
$connect = ConvertFrom-Json -InputObject $env:ENPOWER_TEST_CONNECTION
$secret = ConvertTo-SecureString -String $connect.ClientSecret -AsPlainText -Force
Connect-EnPower -ClientId $connect.ClientId -ClientSecret $secret -Endpoint $connect.Endpoint -Authority $connect.Authority -SkipCertificateCheck

$mailboxes = Get-EnPowerMailbox -First 10
$seen['LanguageMode'] = "$($ExecutionContext.SessionState.LanguageMode)"
$seen['Mailboxes'] = $mailboxes.Count
$seen['Percents'] = @($mailboxes | Where-Object { $null -ne $_.QuotaUsedPercent }).Count
$seen['Table'] = $mailboxes | Format-Table | Out-String -Width 80 -Stream
$seen['List'] = $mailboxes[0] | Format-List | Out-String -Width 120
$seen['EmailAddress'] = $mailboxes[0].EmailAddress
Disconnect-EnPower

$seen | ConvertTo-Json -Compress
