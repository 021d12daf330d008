BeforeDiscovery {
    $hasZcat = [bool] (Get-Command -Name zcat -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force

    # What comes to mailboxes each day, by what the emulator says of itself.
    function Get-DailyChange {
        param([int] $Day)

        @(
            'Added  ', 'Removed  '
            "Changed DisplayName Renamed on day $Day"
            'Changed EmailForwardingEnabled True'
            'Changed ExternalEmailForwardingEnabled True'
            "Changed ExternalForwardingAddressDomain day$Day.example"
            'Changed LitigationHoldEnabled True'
            "Changed MailboxPolicies.SharingPolicy Sharing of day $Day"
            "Changed Phase Phase of day $Day"
        )
    }

    function Format-Change {
        param([object[]] $Change)

        $Change | ForEach-Object { "$($_.ChangeType) $($_.Property) $(if ($_.Property) { $_.NewValue })" }
    }
}

Describe 'Snapshots of three days' {
    BeforeAll {
        foreach ($day in 0..3) {
            $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '2500', '--day', $day
            $connection = $emulator.Parameters
            Connect-EnPower @connection
            Get-EnPowerMailbox | Export-EnPowerSnapshot -Path "$TestDrive/day$day.jsonl.gz"
            Disconnect-EnPower
            $emulator.Process.Kill()
        }
    }

    It 'have the changes of day <Day>, and no others' -ForEach @(@{ Day = 1 }, @{ Day = 2 }, @{ Day = 3 }) {
        $changes = Compare-EnPowerSnapshot -ReferencePath "$TestDrive/day$($Day - 1).jsonl.gz" -DifferencePath "$TestDrive/day$Day.jsonl.gz"

        Format-Change $changes | Sort-Object | Should -Be (Get-DailyChange $Day | Sort-Object)
    }

    It 'have the changes of all days together' {
        $changes = Compare-EnPowerSnapshot -ReferencePath "$TestDrive/day0.jsonl.gz" -DifferencePath "$TestDrive/day3.jsonl.gz"

        Format-Change $changes | Sort-Object | Should -Be (1..3 | ForEach-Object { Get-DailyChange $_ } | Sort-Object)
    }

    It 'show each change on a line of 100 columns, what matters to security marked' {
        $changes = Compare-EnPowerSnapshot "$TestDrive/day0.jsonl.gz" "$TestDrive/day1.jsonl.gz"

        $table = $changes | Out-String -Width 100
        $table | Should -Match 'ChangeType +DisplayName +Property +OldValue +NewValue'
        $table | Should -Match '(?m)^Changed .+ExternalForwardingAddressDomain +.*day1\.example'
        $table | Should -Match '(?m)^Changed +Renamed on day 1 +DisplayName'
        ($changes | Format-List | Out-String) | Should -Match '(?m)^IsSecurityRelevant *: True'
        if ($PSEdition -eq 'Core') {
            $PSStyle.OutputRendering = 'Ansi'
            try {
                $marked = ($changes | Where-Object Property -EQ 'LitigationHoldEnabled' | Out-String -Width 100)
                $plain = ($changes | Where-Object Property -EQ 'DisplayName' | Out-String -Width 100)
            }
            finally {
                $PSStyle.OutputRendering = 'Host'
            }
            $marked | Should -Match ([regex]::Escape($PSStyle.Formatting.Warning + 'LitigationHoldEnabled'))
            $plain | Should -Not -Match ([regex]::Escape($PSStyle.Formatting.Warning))
        }
    }

    It 'can be summed up by property' {
        $groups = Compare-EnPowerSnapshot "$TestDrive/day0.jsonl.gz" "$TestDrive/day3.jsonl.gz" | Group-Object -Property Property

        ($groups | Where-Object Name -EQ 'LitigationHoldEnabled').Count | Should -Be 3
    }

    It 'come back with their views' {
        $shown = Import-EnPowerSnapshot "$TestDrive/day1.jsonl.gz" | Select-Object -First 3 | Out-String -Width 120

        $shown | Should -Match 'EmailAddress +RecipientType'
    }

    It 'come from jobs and Clixml too' {
        $mailboxes = @(Import-EnPowerSnapshot "$TestDrive/day1.jsonl.gz" | Select-Object -First 30)
        $mailboxes | Export-Clixml -Path "$TestDrive/day1.clixml"
        $mailboxes | Export-EnPowerSnapshot "$TestDrive/live.jsonl.gz" -WarningAction Ignore
        Import-Clixml -Path "$TestDrive/day1.clixml" | Export-EnPowerSnapshot "$TestDrive/clixml.jsonl.gz" -WarningAction Ignore

        @(Compare-EnPowerSnapshot "$TestDrive/live.jsonl.gz" "$TestDrive/clixml.jsonl.gz" -Force -IncludeVolatile) | Should -BeNullOrEmpty
        @(Import-EnPowerSnapshot "$TestDrive/clixml.jsonl.gz").Id | Should -Be $mailboxes.Id
    }

    It 'are read by PowerShell alone, as docs/snapshots.md says' {
        $markdown = Get-Content -LiteralPath "$root/docs/snapshots.md" -Raw
        $code = [regex]::Match($markdown, '(?s)## PowerShell without EnPower.*?```powershell\r?\n(.*?)```').Groups[1].Value
        $code | Should -Not -BeNullOrEmpty
        Copy-Item -LiteralPath "$TestDrive/day1.jsonl.gz" -Destination "$TestDrive/mailboxes.jsonl.gz"
        Push-Location -LiteralPath $TestDrive
        try {
            $read = @(& ([scriptblock]::Create($code)))
        }
        finally {
            Pop-Location
        }

        $expected = @(Import-EnPowerSnapshot "$TestDrive/day1.jsonl.gz" | Where-Object ExternalEmailForwardingEnabled)
        $read.emailAddress | Should -Be $expected.EmailAddress
    }

    It 'are read by zcat, as docs/snapshots.md says' -Skip:(-not $hasZcat) {
        $lines = @(zcat "$TestDrive/day1.jsonl.gz")

        $lines.Count | Should -Be 2502
        $lines[0] | Should -BeLike '{"enPowerSnapshot":{"formatVersion":1,"resource":"Mailbox",*'
        $lines[-1] | Should -BeLike '{"enPowerSnapshotEnd":{"count":2500,"complete":true,*'
    }
}

Describe 'Watch-MailboxChange.ps1' {
    BeforeAll {
        # In a process, as a scheduler runs it; its exit code.
        function Invoke-Watch {
            param([int] $Day, [string] $Argument, [string] $ClientSecret)

            $watched = Start-TestEmulator -ArgumentList '--mailboxes', '500', '--day', $Day
            if (-not $ClientSecret) {
                $ClientSecret = [System.Net.NetworkCredential]::new('', $watched.ClientSecret).Password
            }
            $variables = @{
                ENPOWER_CLIENT_ID     = $watched.ClientId
                ENPOWER_CLIENT_SECRET = $ClientSecret
                ENPOWER_ENDPOINT      = $watched.Endpoint
                ENPOWER_AUTHORITY     = $watched.Authority
                PSModulePath          = (Split-Path -Path $modulePath -Parent) + [System.IO.Path]::PathSeparator + $env:PSModulePath
            }
            $default = "`$PSDefaultParameterValues['Connect-EnPower:SkipCertificateCheck'] = `$true"
            $script = "$default; & '$root/examples/Watch-MailboxChange.ps1' -Path '$TestDrive/watch' $Argument; exit `$LASTEXITCODE"
            $path = Join-Path -Path $TestDrive -ChildPath 'run.ps1'
            Set-Content -LiteralPath $path -Value $script
            $session = Start-Session -Path $path -Environment $variables
            $null = $session.Output.GetAwaiter().GetResult()
            $session.Process.WaitForExit()
            $watched.Process.Kill()
            @{ ExitCode = $session.Process.ExitCode; Error = $session.ErrorOutput.GetAwaiter().GetResult() }
        }
    }

    It 'keeps a snapshot a day, lists what changed, and ends with 2 where that matters to security' {
        (Invoke-Watch -Day 0).ExitCode | Should -Be 0
        (Invoke-Watch -Day 0).ExitCode | Should -Be 0
        (Invoke-Watch -Day 1).ExitCode | Should -Be 2
        (Invoke-Watch -Day 2 -Argument '-Keep 3').ExitCode | Should -Be 2

        $lists = @(Get-ChildItem -Path "$TestDrive/watch/*.csv" | Sort-Object -Property Name)
        @(Get-ChildItem -Path "$TestDrive/watch/*.jsonl.gz").Count | Should -Be 3
        $lists.Count | Should -Be 3
        $changes = @(Import-Csv -Path $lists[-1].FullName)
        Format-Change $changes | Sort-Object | Should -Be (Get-DailyChange 2 | Sort-Object)
        # What matters to security comes first.
        $changes[0].IsSecurityRelevant | Should -Be 'True'
        $changes[-1].IsSecurityRelevant | Should -Be 'False'
    }

    It 'compares with the newest snapshot that is complete' {
        Get-ChildItem -Path "$TestDrive/watch" -ErrorAction Ignore | Remove-Item
        (Invoke-Watch -Day 1).ExitCode | Should -Be 0
        Set-Content -LiteralPath "$TestDrive/watch/mailboxes-99999999-000000-000.jsonl.gz" -Value 'cut'

        (Invoke-Watch -Day 1).ExitCode | Should -Be 0
    }

    It 'ends with 1, and no snapshot, where the mailboxes could not be read' {
        Get-ChildItem -Path "$TestDrive/watch" -ErrorAction Ignore | Remove-Item
        $run = Invoke-Watch -Day 1 -ClientSecret 'wrong'

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match 'InvalidClient'
        @(Get-ChildItem -Path "$TestDrive/watch" -ErrorAction Ignore) | Should -BeNullOrEmpty
    }
}
