BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    $connect = $emulator.Parameters
    Connect-EnPower @connect
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'Get-EnPowerMailbox' {
    BeforeEach {
        Clear-Emulator $emulator
    }

    It 'reads every mailbox once' {
        $mailboxes = Get-EnPowerMailbox

        $mailboxes.Count | Should -Be 2500
        ($mailboxes.Id | Sort-Object -Unique).Count | Should -Be 2500
    }

    It 'stops asking when Select-Object -First has enough' {
        $mailboxes = Get-EnPowerMailbox -Top 10 | Select-Object -First 3

        $mailboxes.Count | Should -Be 3
        @(Get-PageRequest $emulator).Count | Should -BeLessOrEqual 2
    }

    It 'gives Select-Object -First <_> exactly as many' -ForEach 1, 9, 10, 11 {
        @(Get-EnPowerMailbox -Top 10 | Select-Object -First $_).Count | Should -Be $_
    }

    It 'writes objects of the type EnPower.Mailbox, without note properties' {
        $mailbox = Get-EnPowerMailbox -First 1

        $mailbox.PSObject.TypeNames[0] | Should -Be 'EnPower.Mailbox'
        $mailbox.PSObject.Members | Where-Object MemberType -EQ NoteProperty | Should -BeNullOrEmpty
    }

    It 'has the property names that Exchange Online cmdlets bind' {
        $mailbox = Get-EnPowerMailbox -First 1

        $mailbox.Identity | Should -Be $mailbox.Id
        $mailbox.UserPrincipalName | Should -Be $mailbox.PrincipalName
        $mailbox.PrimarySmtpAddress | Should -Be $mailbox.EmailAddress
        $mailbox.ExternalDirectoryObjectId | Should -Be $mailbox.UserId
        $mailbox.Alias | Should -Not -BeNullOrEmpty
        $mailbox.DisplayName | Should -Not -BeNullOrEmpty
    }

    It 'writes no line longer than 120 characters to a table' {
        $table = Get-EnPowerMailbox -First 100 | Out-String -Width 120 -Stream

        $table[1] | Should -Match '^EmailAddress +RecipientType +StorageUsedBytes +Status +LastActivityDate +TenantDomain'
        ($table | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It 'shows more in a list' {
        Get-EnPowerMailbox -First 1 | Format-List | Out-String | Should -Match '(?m)^LitigationHoldEnabled +: '
    }

    It 'warns of nothing and writes no error' {
        $null = Get-EnPowerMailbox -WarningVariable warnings -ErrorVariable errors

        $warnings | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }

    It 'shares a connection with parallel blocks' -Skip:($PSEdition -ne 'Core') {
        $connection = Get-EnPowerConnection

        $counts = 1..4 | ForEach-Object -Parallel {
            Import-Module -Name $using:modulePath
            @(Get-EnPowerMailbox -First 10 -Connection $using:connection).Count
        }

        $counts | Should -Be 10, 10, 10, 10
    }
}

Describe 'The sample of the documentation page' {
    BeforeAll {
        $sample = Start-TestEmulator -ArgumentList '--data-set', 'sample'
        $connectToSample = $sample.Parameters
        $connection = Connect-EnPower @connectToSample -PassThru
        Connect-EnPower @connect
    }

    AfterAll {
        $connection | Disconnect-EnPower
        $sample.Process.Kill()
    }

    It 'is one mailbox' {
        $mailbox = Get-EnPowerMailbox -Connection $connection

        @($mailbox).Count | Should -Be 1
        $mailbox.DisplayName | Should -Be 'Sample mailbox'
        $mailbox.LitigationHoldEnabled | Should -BeTrue
        $mailbox.LastActivityDate | Should -BeNullOrEmpty
    }
}
