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

Describe 'Get-EnPowerResourceMailbox' {
    It 'reads every resource mailbox once' {
        $mailboxes = Get-EnPowerResourceMailbox

        $mailboxes.Count | Should -Be 2500
        ($mailboxes.Id | Sort-Object -Unique).Count | Should -Be 2500
    }

    It 'writes objects of the type EnPower.ResourceMailbox, without note properties' {
        $mailbox = Get-EnPowerResourceMailbox -First 1

        $mailbox.PSObject.TypeNames[0] | Should -Be 'EnPower.ResourceMailbox'
        $mailbox.PSObject.Members | Where-Object MemberType -EQ NoteProperty | Should -BeNullOrEmpty
    }

    It 'has the property names that Exchange Online cmdlets bind' {
        $mailbox = Get-EnPowerResourceMailbox -First 1

        $mailbox.Identity | Should -Be $mailbox.Id
        $mailbox.UserPrincipalName | Should -Be $mailbox.PrincipalName
        $mailbox.PrimarySmtpAddress | Should -Be $mailbox.EmailAddress
        $mailbox.ExternalDirectoryObjectId | Should -Be $mailbox.UserId
    }

    It 'has phone numbers as a list of texts' {
        $mailboxes = Get-EnPowerResourceMailbox -First 50

        $mailboxes | ForEach-Object { , $_.BusinessPhones } | Should -BeOfType ([System.Collections.Generic.IReadOnlyList[string]])
        $mailboxes.BusinessPhones | Should -Contain '+41 44 555 01 02'
    }

    It 'writes no line longer than 120 characters to a table, numbers on the right' {
        $table = Get-EnPowerResourceMailbox -First 100 | Out-String -Width 120 -Stream

        $table[1] | Should -Match '^EmailAddress +RecipientType +ResourceCapacity Status +OfficeLocation +StorageUsedBytes'
        $table[3] | Should -Match ' (Room|Equipment) mailbox +[\d\D]{1,6} Normal .* \d+\D\d [KMG]B$'
        ($table | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It 'shows more in a list' {
        Get-EnPowerResourceMailbox -First 1 | Format-List | Out-String | Should -Match '(?m)^BusinessPhones +: '
    }

    It 'warns of nothing and writes no error' {
        $null = Get-EnPowerResourceMailbox -WarningVariable warnings -ErrorVariable errors

        $warnings | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }
}
