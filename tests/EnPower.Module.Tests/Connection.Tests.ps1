BeforeDiscovery {
    # Windows keeps the vault of SecretStore where no test can send it elsewhere: the user's own would be touched.
    $canUseSecretStore = $PSEdition -eq 'Core' -and -not $IsWindows
    if (-not $canUseSecretStore) {
        Write-Warning 'SecretStore would keep its vault with the user''s own: not tested.'
    }
    $canUseJobs = [bool](Get-Command -Name Start-ThreadJob -ErrorAction Ignore)
    # The keychain of macOS asks its user.
    $hasStore = $PSEdition -ne 'Core' -or -not $IsMacOS
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force

    $certificate = New-TestCertificate
    $publicPath = Join-Path -Path $TestDrive -ChildPath 'client.cer'
    $pfxPath = Join-Path -Path $TestDrive -ChildPath 'client.pfx'
    [System.IO.File]::WriteAllBytes($publicPath, $certificate.Export('Cert'))
    [System.IO.File]::WriteAllBytes($pfxPath, $certificate.Export('Pkcs12', 'pass phrase'))

    $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '100', '--client-certificate', $publicPath
    $connect = $emulator.Parameters
    $secret = [System.Net.NetworkCredential]::new('', $connect.ClientSecret).Password
    $place = @{ Endpoint = $connect.Endpoint; Authority = $connect.Authority; SkipCertificateCheck = $true }

    function Get-TokenRequest {
        @(Invoke-Control -Emulator $emulator -Method Get -Path requests | ForEach-Object { $_ }) |
            Where-Object -Property path -EQ '/connect/token'
    }
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'A connection' {
    BeforeEach {
        Clear-Emulator $emulator
    }

    It 'shares one token, acquired once, with 32 parallel blocks' -Skip:($PSEdition -ne 'Core') {
        $connection = Connect-EnPower @connect -PassThru

        $counts = 1..32 | ForEach-Object -ThrottleLimit 32 -Parallel {
            Import-Module -Name $using:modulePath
            @(Get-EnPowerMailbox -First 10 -Connection $using:connection).Count
        }

        $counts.Count | Should -Be 32
        $counts | Sort-Object -Unique | Should -Be 10
        @(Get-TokenRequest).Count | Should -Be 1
    }

    It 'has one token acquired by 32 parallel blocks that are refused at once' -Skip:($PSEdition -ne 'Core') {
        $connection = Connect-EnPower @connect -PassThru
        Invoke-Control -Emulator $emulator -Method Post -Path invalidate-tokens

        $counts = 1..32 | ForEach-Object -ThrottleLimit 32 -Parallel {
            Import-Module -Name $using:modulePath
            @(Get-EnPowerMailbox -First 10 -Connection $using:connection).Count
        }

        $counts | Sort-Object -Unique | Should -Be 10
        @(Get-TokenRequest).Count | Should -Be 2
    }

    It 'belongs to its job: another job has its own tenant, and disconnects nobody else' -Skip:(-not $canUseJobs) {
        $other = Start-TestEmulator -ArgumentList '--mailboxes', '7', '--tenants', '1'
        try {
            $read = {
                Import-Module -Name $using:modulePath
                $parameters = $args[0]
                Connect-EnPower @parameters
                1..5 | ForEach-Object { @(Get-EnPowerMailbox).Count; Start-Sleep -Milliseconds 50 }
                Disconnect-EnPower
            }
            Connect-EnPower @connect
            $jobs = foreach ($parameters in $connect, $other.Parameters, $connect, $other.Parameters) {
                Start-ThreadJob -ScriptBlock $read -ArgumentList $parameters
            }
            $counts = foreach ($job in $jobs) {
                (Receive-Job -Job $job -Wait -AutoRemoveJob) -join ' '
            }

            $counts | Should -Be '100 100 100 100 100', '7 7 7 7 7', '100 100 100 100 100', '7 7 7 7 7'
            @(Get-EnPowerMailbox).Count | Should -Be 100
        }
        finally {
            $other.Process.Kill()
        }
    }

    It 'can not be sent to another process, which says why' {
        $connection = Connect-EnPower @connect -PassThru

        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:modulePath
            try { Get-EnPowerMailbox -Connection $using:connection } catch { $_.FullyQualifiedErrorId; "$_" }
        }
        $errorId, $message = Receive-Job -Job $job -Wait -AutoRemoveJob

        $errorId | Should -Be 'ConnectionFromAnotherProcess,EnPower.Commands.GetEnPowerMailboxCommand'
        $message | Should -Match 'Connect-EnPower'
    }

    It 'is completed by Tab: the variables that hold one' {
        Connect-EnPower @connect
        $mine = Get-EnPowerConnection
        $line = 'Get-EnPowerMailbox -Connection $mi'

        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Contain '$mine'
        $mine.State | Should -Be 'Open'
    }

    It 'shows no secret, however it is written' {
        Connect-EnPower @connect
        $path = Join-Path -Path $TestDrive -ChildPath 'connection.xml'
        Get-EnPowerConnection | Export-Clixml -Path $path

        $everything = (Get-EnPowerConnection | Format-List -Property * | Out-String),
            (Get-EnPowerConnection | Format-Custom | Out-String),
            (Get-EnPowerConnection | ConvertTo-Json -Depth 10 -WarningAction Ignore),
            (Get-Content -Path $path -Raw) -join "`n"

        $everything | Should -Match $connect.ClientId
        $everything.Contains($secret) | Should -BeFalse
        $everything | Should -Not -Match 'eyJ'
    }
}

Describe 'Connect-EnPower' {
    It 'takes a client secret unless told otherwise' {
        $command = Get-Command -Name Connect-EnPower

        $command.DefaultParameterSet | Should -Be 'ClientSecret'
        $command.ParameterSets.Name | Sort-Object | Should -Be @(
            'AccessToken', 'Certificate', 'CertificatePath', 'CertificateThumbprint', 'ClientSecret', 'Credential', 'EnvironmentVariable')
    }

    It 'fails at once where a secret is missing and nobody can be asked' {
        $connection = @{ ClientId = $connect.ClientId } + $place
        { Connect-EnPower @connection } | Should -Throw -ErrorId 'CredentialMissing,EnPower.Commands.ConnectEnPowerCommand'
    }

    It 'says what is wrong with the region before it asks for a secret' {
        { Connect-EnPower -ClientId $connect.ClientId } | Should -Throw -ErrorId 'InvalidEndpoint,EnPower.Commands.ConnectEnPowerCommand'
    }

    It 'takes a certificate of a drive' {
        $null = New-PSDrive -Name keys -PSProvider FileSystem -Root $TestDrive
        $password = ConvertTo-SecureString -String 'pass phrase' -AsPlainText -Force

        Connect-EnPower -ClientId $connect.ClientId -CertificatePath keys:\client.pfx -CertificatePassword $password @place

        @(Get-EnPowerMailbox -First 1).Count | Should -Be 1
    }

    It 'takes a certificate of the user''s store by its thumbprint' -Skip:(-not $hasStore) {
        $homeBefore = $env:HOME
        $env:HOME = New-Item -Path (Join-Path -Path $TestDrive -ChildPath 'home') -ItemType Directory
        $env:TEST_PLACE = @{ Parameters = $place; ClientId = $connect.ClientId; PfxPath = $pfxPath } | ConvertTo-Json
        try {
            $found = Invoke-InNewSession {
                $test = $env:TEST_PLACE | ConvertFrom-Json
                $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(
                    $test.PfxPath, 'pass phrase', 'PersistKeySet')
                $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
                $store.Open('ReadWrite')
                $store.Add($certificate)
                try {
                    $place = @{
                        Endpoint = $test.Parameters.Endpoint; Authority = $test.Parameters.Authority; SkipCertificateCheck = $true
                    }
                    Connect-EnPower -ClientId $test.ClientId -CertificateThumbprint $certificate.Thumbprint.ToLower() @place
                    @(Get-EnPowerMailbox -First 1).Count
                }
                finally {
                    $store.Remove($certificate)
                }
            }

            $found | Should -Be 1
        }
        finally {
            $env:HOME = $homeBefore
            $env:TEST_PLACE = $null
        }
    }

    It 'takes what Get-Secret gives from a SecretStore vault' -Skip:(-not $canUseSecretStore) {
        $homeBefore = $env:HOME
        $env:HOME = New-Item -Path (Join-Path -Path $TestDrive -ChildPath 'vault') -ItemType Directory
        $env:TEST_PLACE = @{ Parameters = $place; ClientId = $connect.ClientId; Secret = $secret } | ConvertTo-Json
        try {
            $found = Invoke-InNewSession {
                $test = $env:TEST_PLACE | ConvertFrom-Json
                Import-Module -Name Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
                $null = Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force -WarningAction Ignore
                Register-SecretVault -Name Automation -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
                $secret = ConvertTo-SecureString -String $test.Secret -AsPlainText -Force
                Set-Secret -Name EnPower -Secret ([pscredential]::new($test.ClientId, $secret))
                Set-Secret -Name EnPowerSecret -Secret $secret

                $place = @{
                    Endpoint = $test.Parameters.Endpoint; Authority = $test.Parameters.Authority; SkipCertificateCheck = $true
                }
                Connect-EnPower -Credential (Get-Secret -Name EnPower) @place
                @(Get-EnPowerMailbox -First 3).Count
                Connect-EnPower -ClientId $test.ClientId -ClientSecret (Get-Secret -Name EnPowerSecret) @place
                @(Get-EnPowerMailbox -First 4).Count
            }

            $found | Should -Be 3, 4
            Get-ChildItem -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'vault') -Force | Should -Not -BeNullOrEmpty
        }
        finally {
            $env:HOME = $homeBefore
            $env:TEST_PLACE = $null
        }
    }
}

Describe 'Test-EnPowerConnection' {
    It 'is true, or says step by step what works' {
        Connect-EnPower @connect

        Test-EnPowerConnection | Should -BeTrue
        (Test-EnPowerConnection -Detailed).Steps.Status | Sort-Object -Unique | Should -Be 'Passed'
    }

    It 'shows each step in a table' {
        Connect-EnPower @connect

        $table = (Test-EnPowerConnection -Detailed).Steps | Out-String -Width 120

        $table | Should -Match '(?m)^Name +Status +Message'
    }
}
