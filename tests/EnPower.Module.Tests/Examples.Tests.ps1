BeforeDiscovery {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    # The keychain of macOS asks its user.
    $hasStore = $PSEdition -ne 'Core' -or -not $IsMacOS

    $examples = foreach ($command in (Get-Module -Name EnPower).ExportedCmdlets.Keys) {
        (Get-Help -Name $command).examples.example |
            Where-Object { $_ } |
            ForEach-Object { @{ Title = "$command, $($_.title.Trim(' -'))"; Code = $_.code } } |
            Where-Object { $hasStore -or $_.Code -notmatch 'Thumbprint' } |
            Where-Object { $PSEdition -eq 'Core' -or $_.Code -notmatch '-Parallel' }
    }

    $readme = Get-Content -LiteralPath "$PSScriptRoot/../../README.md" -Raw
    $recipes = [regex]::Matches($readme, '(?ms)^(?<Title>[^\r\n]+)\r?\n\r?\n```powershell\r?\n(?<Code>.*?)^```') |
        ForEach-Object { @{ Title = $_.Groups['Title'].Value; Code = $_.Groups['Code'].Value } } |
        Where-Object { $_.Code -notmatch 'Install-Module' }
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"

    $made = New-TestCertificate
    $public = Join-Path -Path $TestDrive -ChildPath 'client.cer'
    [System.IO.File]::WriteAllBytes($public, $made.Export('Cert'))
    [System.IO.File]::WriteAllBytes("$TestDrive/enpower.pfx", $made.Export('Pkcs12', 'example'))
    $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(
        "$TestDrive/enpower.pfx", 'example', 'PersistKeySet')
    $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
    $store.Open('ReadWrite')
    $store.Add($certificate)

    # The client ID that the help pages use.
    $emulator = Start-TestEmulator -ArgumentList @(
        '--mailboxes', '40', '--client-certificate', $public, '--client-id', '4d25c02f-7f73-44d3-ab11-3f2bd5d7b1c0')
    $connect = $emulator.Parameters
    $inModulePath = $env:PSModulePath
    $env:PSModulePath = (Split-Path -Path $modulePath -Parent) + [System.IO.Path]::PathSeparator + $env:PSModulePath

    # What stands around an example: the person who types secrets, a vault, a folder, and the emulator in place of AvePoint.
    $setUp = {
        param($connect, $certificate, $folder)

        Set-Location -LiteralPath $folder
        $PSDefaultParameterValues['Connect-EnPower:Endpoint'] = $connect.Endpoint
        $PSDefaultParameterValues['Connect-EnPower:Authority'] = $connect.Authority
        $PSDefaultParameterValues['Connect-EnPower:SkipCertificateCheck'] = $true
        $PSDefaultParameterValues['Connect-EnPower:ClientSecret'] = $connect.ClientSecret
        $clientId = $connect.ClientId
        $credential = $credentialEurope = $credentialAmerica = [pscredential]::new($clientId, $connect.ClientSecret)
        $thumbprint = $certificate.Thumbprint
        $password = [System.Net.NetworkCredential]::new('', 'example').SecurePassword
        $env:ENPOWER_CLIENT_ID = $clientId
        $env:ENPOWER_CLIENT_SECRET = [System.Net.NetworkCredential]::new('', $connect.ClientSecret).Password
        $env:ENPOWER_REGION = 'us'
        Set-Item -Path Function:Read-Host, Function:Get-Secret -Value { $connect.ClientSecret }
        Set-Item -Path Function:Get-Credential, Function:Get-AutomationPSCredential -Value { $credential }
        $null = $clientId, $credentialEurope, $credentialAmerica, $thumbprint, $password
        Connect-EnPower -ClientId $clientId
        # Each credential has a parameter set of its own, and a default would choose one.
        $PSDefaultParameterValues.Remove('Connect-EnPower:ClientSecret')
    }

    # Runs a script in a runspace of its own, as if typed at a prompt: what it writes, and its errors as text.
    function Invoke-Example {
        param([string] $Code)

        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Set-StrictMode -Version Latest; `$ErrorActionPreference = 'Stop'").AddStatement()
            $null = $shell.AddScript(". { $setUp } @args").AddArgument($connect).AddArgument($certificate)
            $null = $shell.AddArgument($TestDrive).AddStatement()
            $null = $shell.AddScript($Code)
            $output = $shell.Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $output
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll {
    $store.Remove($certificate)
    $store.Dispose()
    $env:PSModulePath = $inModulePath
    Remove-Item -Path Env:ENPOWER_CLIENT_ID, Env:ENPOWER_CLIENT_SECRET, Env:ENPOWER_REGION -ErrorAction Ignore
    $emulator.Process.Kill()
}

Describe 'The help page of <Title>' -ForEach $examples {
    It 'has an example that runs' {
        { Invoke-Example -Code $Code } | Should -Not -Throw
    }
}

Describe 'README: <Title>' -ForEach $recipes {
    It 'runs' {
        { Invoke-Example -Code $Code } | Should -Not -Throw
    }
}

Describe 'Every block of code in the README' {
    BeforeAll {
        $readme = Get-Content -LiteralPath "$root/README.md" -Raw
        $blocks = [regex]::Matches($readme, '(?ms)^```(?<Language>\w*)\r?\n(?<Code>.*?)^```')
        $tasks = (Get-Command -Name "$root/build.ps1").Parameters['Task'].Attributes.Where({ $_ -is [ValidateSet] }).ValidValues
    }

    It 'is PowerShell that follows a line of text, which the tests above run, or commands for bash' {
        $recipeCount = [regex]::Matches($readme, '(?m)^[^\r\n]+\r?\n\r?\n```powershell').Count

        @($blocks | Where-Object { $_.Groups['Language'].Value -eq 'powershell' }).Count | Should -Be $recipeCount
        $blocks | ForEach-Object { $_.Groups['Language'].Value } | Sort-Object -Unique | Should -Be 'bash', 'powershell'
    }

    It 'names only tasks that the build has, in bash' {
        $lines = $blocks | Where-Object { $_.Groups['Language'].Value -eq 'bash' } |
            ForEach-Object { $_.Groups['Code'].Value.Trim() -split '\r?\n' }

        foreach ($line in $lines) {
            $line | Should -Match '^\./build\.sh (?<Task>\w+)$'
            $tasks | Should -Contain ($line -replace '^\./build\.sh ')
        }
    }
}

Describe 'Export-ExternalForwarding.ps1' {
    BeforeAll {
        $script = Join-Path -Path $root -ChildPath 'examples/Export-ExternalForwarding.ps1'

        # In a process, as a scheduler runs it; its exit code.
        function Invoke-Audit {
            param([string] $Argument, [string] $ClientSecret)

            $audited = Start-TestEmulator -ArgumentList '--mailboxes', '1000'
            if (-not $ClientSecret) {
                $ClientSecret = [System.Net.NetworkCredential]::new('', $audited.ClientSecret).Password
            }
            try {
                $variables = @{
                    ENPOWER_CLIENT_ID     = $audited.ClientId
                    ENPOWER_CLIENT_SECRET = $ClientSecret
                    ENPOWER_ENDPOINT      = $audited.Endpoint
                    ENPOWER_AUTHORITY     = $audited.Authority
                }
                $variables.GetEnumerator() | ForEach-Object { Set-Item -Path "Env:$($_.Key)" -Value $_.Value }
                $default = "`$PSDefaultParameterValues['Connect-EnPower:SkipCertificateCheck'] = `$true"
                $command = "$default; & '$script' -Path '$TestDrive/reports' $Argument; exit `$LASTEXITCODE"
                & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -Command $command 2>&1
            }
            finally {
                $variables.Keys | ForEach-Object { Remove-Item -Path "Env:$_" }
                $audited.Process.Kill()
            }
        }
    }

    BeforeEach {
        Remove-Item -Path "$TestDrive/reports" -Recurse -ErrorAction Ignore
    }

    It 'reports who forwards outside, and ends with 1' {
        $null = Invoke-Audit -Argument '-AllowedDomain example.com'

        $LASTEXITCODE | Should -Be 1
        $report = @(Import-Csv -Path "$TestDrive/reports/forwarding.csv")
        $report.Count | Should -BeGreaterThan 0
        $report.ForwardsTo | Should -Not -Contain 'example.com'
        Get-Content -Path "$TestDrive/reports/forwarding.html" -Raw | Should -Match ([regex]::Escape($report[0].EmailAddress))
    }

    It 'ends with 0 where no one does' {
        $null = Invoke-Audit -Argument '-AllowedDomain example.com, example.net, example.org, partner.example'

        $LASTEXITCODE | Should -Be 0
        Get-Content -Path "$TestDrive/reports/forwarding.csv" | Should -BeNullOrEmpty
    }

    It 'ends with 2, and no report, where the mailboxes could not be read' {
        $output = Invoke-Audit -ClientSecret 'wrong'

        $LASTEXITCODE | Should -Be 2
        "$output" | Should -Match 'InvalidClient'
        "$TestDrive/reports" | Should -Not -Exist
    }
}

Describe 'Start-QuotaRunbook.ps1' {
    It 'writes the mailboxes over their warning quota' {
        $written = Invoke-Example -Code "& '$root/examples/Start-QuotaRunbook.ps1' -Region us"
        $over = Invoke-Example -Code 'Get-EnPowerMailbox | Where-Object IsOverWarningQuota'

        @($written).EmailAddress | Should -Be @($over).EmailAddress
    }
}
