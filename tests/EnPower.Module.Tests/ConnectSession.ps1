# Connects a process that the tests started to their emulator. Works in Windows PowerShell 5.1 too.
$connect = ConvertFrom-Json -InputObject $env:ENPOWER_TEST_CONNECTION
$parameters = @{
    ClientId             = $connect.ClientId
    ClientSecret         = ConvertTo-SecureString -String $connect.ClientSecret -AsPlainText -Force
    Endpoint             = $connect.Endpoint
    Authority            = $connect.Authority
    SkipCertificateCheck = $true
}
Connect-EnPower @parameters
