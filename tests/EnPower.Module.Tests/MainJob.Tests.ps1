BeforeDiscovery {
    . "$PSScriptRoot/TestSession.ps1"
    $isOnWindows = $PSEdition -ne 'Core' -or $IsWindows
    $cultures = 'de-DE', 'tr-TR', 'ar-SA', 'th-TH', 'ja-JP'
    $folders = @(
        @{ Kind = 'spaces and an apostrophe'; Folder = "the admin's files" }
        @{ Kind = 'brackets'; Folder = 'files [2026]' }
        @{ Kind = 'what PowerShell expands'; Folder = 'a$b;c&d(e)' }
        @{ Kind = 'letters beyond ASCII'; Folder = 'Prüfung 監査 تدقيق' }
    )
    $spellings = @(
        @{ Kind = 'a UNC path'; Spell = { '\\localhost\' + $args[0].Replace(':', '$') } }
        @{ Kind = 'a path without its limits'; Spell = { '\\?\' + $args[0] } }
        @{ Kind = 'a drive of its own'; Spell = { & subst.exe Q: (Split-Path $args[0] -Parent); 'Q:\' + (Split-Path $args[0] -Leaf) } }
    )
}

Describe 'The main job: import, connect, read, write a CSV file, a report and a snapshot' -ForEach @{
    Cultures = $cultures; Folders = $folders
} {
    BeforeAll {
        . "$PSScriptRoot/TestSession.ps1"
        $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '60'
        Set-ConnectionVariable $emulator

        function Start-MainJob {
            param([string] $Module = $modulePath, [string] $Path, [string[]] $ArgumentList, [hashtable] $Environment = @{})

            $words = @('-ModulePath', $Module, '-Path', $Path) + $ArgumentList
            Start-Session -Path "$PSScriptRoot/MainJobSession.ps1" -ArgumentList $words -Environment $Environment
        }

        function Get-HomeVariable {
            param([object] $Folder)

            @{ HOME = $Folder; XDG_CONFIG_HOME = $null; XDG_DATA_HOME = $null; XDG_CACHE_HOME = $null }
        }

        function Copy-TestModule {
            param([string] $Folder)

            $copy = [System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($TestDrive, $Folder)).FullName
            Copy-Item -LiteralPath $modulePath -Destination $copy -Recurse
            $copy
        }

        $plain = Start-MainJob -Path "$TestDrive/plain"
        # All at once: most of a session's time is waiting for its process to start.
        $running = @{}
        foreach ($culture in $Cultures) {
            $running[$culture] = Start-MainJob -Path "$TestDrive/$culture" -ArgumentList '-Culture', $culture
        }
        $expected = Receive-Session $plain
    }

    AfterAll {
        Clear-ConnectionVariable
        $emulator.Process.Kill()
    }

    It 'does what it is meant to' {
        $expected.Mailboxes.Count | Should -Be 60
        $expected.Mailboxes[0] | Should -Match '^\S+@\S+\|(User|Shared) mailbox\|\d+\|[\d.]+\|(\d{4}-\d\d-\d\dT[\d:.]+)?$'
        $expected.Tenant | Should -BeGreaterThan 0
        $expected.Type | Should -BeGreaterThan 0
        $expected.Rows.Count | Should -Be 60
        $expected.Tiles | Should -Contain '<dt>Mailboxes</dt><dd>60</dd>'
        $expected.Restored | Should -Be 60
        $expected.Changes | Should -Be 0
        $expected.Times | Should -Be 'fromDate=2026-01-02T03:04:05Z'
    }

    It 'does the same in the culture <_>' -ForEach $cultures {
        $seen = Receive-Session $running[$_]

        $seen | ConvertTo-Json | Should -BeExactly ($expected | ConvertTo-Json)
    }

    It 'does the same without a home folder' -Skip:$isOnWindows {
        $session = Start-MainJob -Path "$TestDrive/homeless" -Environment (Get-HomeVariable $null)

        Receive-Session $session | ConvertTo-Json | Should -BeExactly ($expected | ConvertTo-Json)
    }

    It 'does the same where nothing can be written to the home folder' -Skip:$isOnWindows {
        # Root writes to any folder but those of the kernel.
        $readOnly = if ((& id -u) -eq 0) { '/sys' } else { (New-Item -Path "$TestDrive/home" -ItemType Directory).FullName }
        if ($readOnly -ne '/sys') {
            & chmod 555 $readOnly
        }
        { [System.IO.File]::WriteAllText("$readOnly/new", '') } | Should -Throw
        $session = Start-MainJob -Path "$TestDrive/readonly" -Environment (Get-HomeVariable $readOnly)

        Receive-Session $session | ConvertTo-Json | Should -BeExactly ($expected | ConvertTo-Json)
    }

    It 'does the same where module and files are in a folder with <Kind>' -ForEach $folders {
        $place = Copy-TestModule -Folder $Folder
        $session = Start-MainJob -Module ([System.IO.Path]::Combine($place, 'EnPower')) -Path ([System.IO.Path]::Combine($place, 'out'))

        Receive-Session $session | ConvertTo-Json | Should -BeExactly ($expected | ConvertTo-Json)
        [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($place, 'out')).Count | Should -Be 3
    }

    It 'does the same where module and files are named by <Kind>' -ForEach $spellings -Skip:(-not $isOnWindows) {
        $place = & $Spell (Copy-TestModule -Folder $Kind)
        try {
            $session = Start-MainJob -Module "$place\EnPower" -Path "$place\out"

            Receive-Session $session | ConvertTo-Json | Should -BeExactly ($expected | ConvertTo-Json)
        }
        finally {
            if ($place.StartsWith('Q:')) {
                & subst.exe Q: /D
            }
        }
    }
}

Describe 'Files that Windows wrote, with CRLF and a byte order mark' {
    BeforeAll {
        . "$PSScriptRoot/TestSession.ps1"
        Import-Module -Name $modulePath -Force
        $certificate = New-TestCertificate
        [System.IO.File]::WriteAllBytes("$TestDrive/client.cer", $certificate.Export('Cert'))
        $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '20', '--client-certificate', "$TestDrive/client.cer"
        $connect = $emulator.Parameters

        function Set-WindowsContent {
            param([string] $Path, [string] $Text)

            $lines = $Text -replace '\r?\n', "`r`n"
            [System.IO.File]::WriteAllText($Path, $lines, [System.Text.UTF8Encoding]::new($true))
        }
    }

    AfterAll {
        Disconnect-EnPower
        $emulator.Process.Kill()
    }

    # Only the build for PowerShell 7 reads PEM.
    It 'are read where they are a certificate' -Skip:(-not $isIsolated) {
        $key = [System.Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
        $pem = $certificate.ExportCertificatePem() + "`n" + $key.ExportPkcs8PrivateKeyPem()
        Set-WindowsContent -Path "$TestDrive/client.pem" -Text $pem
        $place = @{ Endpoint = $connect.Endpoint; Authority = $connect.Authority; SkipCertificateCheck = $true }

        Connect-EnPower -ClientId $connect.ClientId -CertificatePath "$TestDrive/client.pem" @place

        @(Get-EnPowerMailbox).Count | Should -Be 20
    }

    It 'are read where they list the flows whose runs are wanted' {
        Connect-EnPower @connect
        $flows = @(Get-EnPowerCloudFlow -First 3)
        $rows = $flows | Select-Object -Property TenantDomain, EnvironmentId, FlowId | ConvertTo-Csv -NoTypeInformation | Out-String
        Set-WindowsContent -Path "$TestDrive/flows.csv" -Text $rows

        $runs = @(Import-Csv -LiteralPath "$TestDrive/flows.csv" | Get-EnPowerCloudFlowRun)

        $runs.Count | Should -BeGreaterThan 0
        $runs.Count | Should -Be @($flows | Get-EnPowerCloudFlowRun).Count
    }
}
