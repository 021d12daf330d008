# The same script without the module. It knows where tokens come from, and that there is but one page.
$form = @{
    grant_type    = 'client_credentials'
    client_id     = $env:ENPOWER_CLIENT_ID
    client_secret = $env:ENPOWER_CLIENT_SECRET
    scope         = 'enpower.data.read.all'
}
$answer = Invoke-RestMethod -Uri "${env:ENPOWER_AUTHORITY}connect/token" -Method Post -Body $form -SkipCertificateCheck
$header = @{ Authorization = "Bearer $($answer.access_token)" }
$page = Invoke-RestMethod -Uri "${env:ENPOWER_ENDPOINT}smp/exchange/mailboxes?top=1000" -Headers $header -SkipCertificateCheck
if ($page.mailboxes.Count -ne 100) {
    exit 1
}
