# A scheduled script with the module.
Import-Module -Name $env:BENCH_MODULE
Connect-EnPower -EnvironmentVariable -SkipCertificateCheck
$mailboxes = Get-EnPowerMailbox
if ($mailboxes.Count -ne 100) {
    exit 1
}
