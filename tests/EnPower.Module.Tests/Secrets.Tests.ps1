# Runs every cmdlet, in success and in failure, with every stream on, and looks for secrets in all that came out.

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force

    $certificate = New-TestCertificate
    $password = [guid]::NewGuid().ToString('N')
    $pfx = Join-Path -Path $TestDrive -ChildPath 'client.pfx'
    $cer = Join-Path -Path $TestDrive -ChildPath 'client.cer'
    [System.IO.File]::WriteAllBytes($pfx, $certificate.Export('Pfx', $password))
    [System.IO.File]::WriteAllBytes($cer, $certificate.Export('Cert'))

    $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '30', '--client-certificate', $cer
    $connect = $emulator.Parameters
    $secret = [System.Net.NetworkCredential]::new('', $connect.ClientSecret).Password
    $connectByCertificate = $connect.Clone()
    $connectByCertificate.Remove('ClientSecret')
    $connectByCertificate.CertificatePath = $pfx
    $connectByCertificate.CertificatePassword = ConvertTo-SecureString -String $password -AsPlainText -Force

    # A token and an assertion are JSON Web Tokens, which begin with {" in base64url.
    $jsonWebToken = 'eyJ[A-Za-z0-9_-]{8,}'

    function Find-Secret {
        param([string] $Text)

        if ($Text.Contains($secret)) { 'the client secret' }
        if ($Text.Contains($password)) { 'the password of the certificate' }
        if ($Text -cmatch $jsonWebToken) { 'a token or an assertion' }
        if ($Text -match 'Bearer\s+[A-Za-z0-9]') { 'an Authorization header' }
    }

    # All that a script writes and leaves behind, as one text.
    function Get-Everything {
        param([scriptblock] $Script)

        $transcript = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).txt"
        $trace = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).txt"
        $global:Error.Clear()
        $DebugPreference = 'Continue'
        $VerbosePreference = 'Continue'
        $null = Start-Transcript -Path $transcript
        try {
            $streams = @(try { Trace-Command -Name * -FilePath $trace -Expression $Script *>&1 } catch { $_ })
        }
        finally {
            $null = Stop-Transcript
        }

        @(
            $streams | Out-String -Width 4096
            $streams | Format-List -Property * -Force | Out-String -Width 4096
            Get-Content -Path $transcript, $trace -Raw
            $global:Error | Format-List -Property * -Force | Out-String -Width 4096
            $global:Error | ForEach-Object { $_.Exception | Format-List -Property * -Force | Out-String -Width 4096; "$($_.Exception)" }
            $global:Error | ForEach-Object { $_.TargetObject } | ConvertTo-Json -Depth 5 -WarningAction Ignore
            $global:Error | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object {
                ConvertTo-Json -InputObject ($_ | Select-Object -Property CategoryInfo, FullyQualifiedErrorId, ErrorDetails, TargetObject) `
                    -Depth 5 -WarningAction Ignore
                $_.Exception | Select-Object -Property * -ExcludeProperty TargetSite | ConvertTo-Json -Depth 5 -WarningAction Ignore
            }
            Get-EnPowerConnection | ConvertTo-Json -Depth 5 -WarningAction Ignore
            Get-EnPowerConnection | Format-List -Property * -Force | Out-String -Width 4096
        ) -join "`n"
    }
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'The search' {
    It 'finds what it looks for' {
        $token = (Invoke-RestMethod -Method Post -Uri "$($connect.Authority)connect/token" -SkipCertificateCheck -Body @{
                grant_type = 'client_credentials'; client_id = $connect.ClientId; client_secret = $secret
            }).access_token

        Find-Secret "x $secret x" | Should -Be 'the client secret'
        Find-Secret "x $token x" | Should -Be 'a token or an assertion'
        Find-Secret "x $password x" | Should -Be 'the password of the certificate'
        Find-Secret "Authorization: Bearer abc" | Should -Be 'an Authorization header'
    } -Skip:($PSEdition -ne 'Core')
}

Describe 'No secret is shown' {
    BeforeEach {
        Clear-Emulator $emulator
        Disconnect-EnPower
    }

    It 'by commands that succeed' {
        $everything = Get-Everything {
            Connect-EnPower @connect -PassThru -Verbose -Debug
            Get-EnPowerConnection
            Get-EnPowerMailbox -Top 10 -Verbose -Debug
            Get-EnPowerMailbox -First 1 -IncludeTotalCount -Verbose -Debug
            Get-EnPowerResourceMailbox -Top 10 -Verbose -Debug
            Invoke-EnPowerRequest -Path /smp/powerplatform/environments -Query @{ top = 5 } -All -Verbose -Debug
            Test-EnPowerConnection -Verbose -Debug
            Test-EnPowerConnection -Detailed -Verbose -Debug
            Disconnect-EnPower -Verbose -Debug -Confirm:$false
        }

        $everything | Should -Match 'New access token'
        $everything | Should -Match 'continuation=\S\r?\n'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a connection that a certificate proves' {
        $everything = Get-Everything {
            Connect-EnPower @connectByCertificate -PassThru -Verbose -Debug
            Get-EnPowerMailbox -Top 10 -Verbose -Debug
        }

        $everything | Should -Match 'New access token'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a password that does not open the certificate' {
        $wrong = $connectByCertificate.Clone()
        $wrong.CertificatePassword = ConvertTo-SecureString -String "x$password" -AsPlainText -Force

        $everything = Get-Everything { Connect-EnPower @wrong -Verbose -Debug }

        $everything | Should -Match 'EnPower\.Commands\.ConnectEnPowerCommand'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by an assertion that is refused' {
        Add-Fault $emulator @{ path = '/connect/token'; times = $null; status = 400; body = '{ "error": "invalid_client" }' }

        $everything = Get-Everything { Connect-EnPower @connectByCertificate -Verbose -Debug }

        $everything | Should -Match 'InvalidClient'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a token that was given' {
        Connect-EnPower @connect
        $body = @{ grant_type = 'client_credentials'; client_id = $connect.ClientId; client_secret = $secret }
        $token = (Invoke-RestMethod -Method Post -Uri "$($connect.Authority)connect/token" -SkipCertificateCheck -Body $body).access_token
        $given = @{
            AccessToken          = ConvertTo-SecureString -String $token -AsPlainText -Force
            Endpoint             = $connect.Endpoint
            SkipCertificateCheck = $true
        }
        Disconnect-EnPower

        $everything = Get-Everything {
            Connect-EnPower @given -PassThru -Verbose -Debug
            Get-EnPowerMailbox -Top 10 -Verbose -Debug
        }

        $everything | Should -Match 'continuation='
        Find-Secret $everything | Should -BeNullOrEmpty
    } -Skip:($PSEdition -ne 'Core')

    It 'by the renewal of a token' {
        Connect-EnPower @connect
        Add-Fault $emulator @{ path = '/smp/'; fromRequest = 2; expireTokens = $true }

        $everything = Get-Everything { Get-EnPowerMailbox -Top 10 -Verbose -Debug }

        $everything | Should -Match 'New access token'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by status <_>' -ForEach 302, 400, 401, 403, 404, 418, 429, 500, 503 {
        Connect-EnPower @connect -MaximumRetryCount 1
        $headers = @{ 'Retry-After' = '0'; Location = 'https://evil.example/?token=x' }
        Add-Fault $emulator @{ path = '/smp/'; fromRequest = 2; times = $null; status = $_; headers = $headers }

        $everything = Get-Everything { Get-EnPowerMailbox -Top 10 -Verbose -Debug }

        $everything | Should -Match '10 objects were delivered before'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by <Name>, where the API fails' -ForEach @(
        @{ Name = 'Get-EnPowerResourceMailbox'; Script = { Get-EnPowerResourceMailbox -Verbose -Debug } }
        @{ Name = 'Invoke-EnPowerRequest'; Script = { Invoke-EnPowerRequest -Path /smp/powerplatform/bot -Verbose -Debug } }
        @{ Name = 'Test-EnPowerConnection'; Script = { Test-EnPowerConnection -Verbose -Debug } }
        @{ Name = 'Test-EnPowerConnection -Detailed'; Script = { Test-EnPowerConnection -Detailed -Verbose -Debug } }
    ) {
        Connect-EnPower @connect -MaximumRetryCount 0
        Add-Fault $emulator @{ path = '/smp/'; times = $null; status = 500; body = '{ "error": "The header was {authorization}" }' }

        $everything = Get-Everything $Script

        $everything | Should -Match 'ServiceUnavailable|The API failed'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by an answer that is no valid JSON' {
        Connect-EnPower @connect -MaximumRetryCount 0
        Add-Fault $emulator @{ path = '/smp/'; body = '{ "mailboxes": [{ "id": 5' }

        $everything = Get-Everything { Get-EnPowerMailbox -Verbose -Debug }

        $everything | Should -Match 'InvalidResponse'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by an answer that repeats the request' {
        Connect-EnPower @connect
        Add-Fault $emulator @{ path = '/smp/'; status = 400; body = '{ "error": "The header was {authorization}" }' }

        $everything = Get-Everything { Get-EnPowerMailbox -Verbose -Debug }

        $everything | Should -Match 'The header was Bearer [^A-Za-z0-9]'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a link that leads astray' {
        Connect-EnPower @connect
        Add-Fault $emulator @{ path = '/smp/'; nextLink = 'https://evil.example/smp/exchange/mailboxes' }

        $everything = Get-Everything { Get-EnPowerMailbox -Verbose -Debug }

        $everything | Should -Match 'InvalidNextLink'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a connection that breaks' {
        Connect-EnPower @connect -MaximumRetryCount 0
        Add-Fault $emulator @{ path = '/smp/'; times = $null; abortAfterBytes = 100 }

        $everything = Get-Everything { Get-EnPowerMailbox -Verbose -Debug }

        $everything | Should -Match 'ConnectionFailed'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by an identity service that fails with status <_>' -ForEach 302, 400, 401, 500 {
        Add-Fault $emulator @{ path = '/connect/token'; times = $null; status = $_ }

        $everything = Get-Everything { Connect-EnPower @connect -MaximumRetryCount 0 -Verbose -Debug }

        $everything | Should -Match 'Connect-?EnPower'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a secret that is wrong' {
        $wrong = $connect.Clone()
        $wrong.ClientId = $emulator.UnprivilegedClientId + 'x'

        $everything = Get-Everything { Connect-EnPower @wrong -Verbose -Debug }

        $everything | Should -Match 'InvalidClient'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a missing permission' {
        $unprivileged = $connect.Clone()
        $unprivileged.ClientId = $emulator.UnprivilegedClientId

        $everything = Get-Everything { Connect-EnPower @unprivileged -Verbose -Debug; Get-EnPowerMailbox -Verbose -Debug }

        $everything | Should -Match 'enpower\.data\.read\.all'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'by a certificate that nobody vouches for' {
        $checked = $connect.Clone()
        $checked.Remove('SkipCertificateCheck')

        $everything = Get-Everything { Connect-EnPower @checked -Verbose -Debug }

        $everything | Should -Match 'Connect-?EnPower'
        Find-Secret $everything | Should -BeNullOrEmpty
    }
}
