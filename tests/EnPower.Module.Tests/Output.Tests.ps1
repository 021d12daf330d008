BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    $connect = $emulator.Parameters
    Connect-EnPower @connect

    $quotas = @{ issueWarningQuota = 100352; prohibitSendQuota = 101376; prohibitSendReceiveQuota = 102400 }
    $ada = $quotas + @{
        id = 'ada-1'; displayName = 'Ada Lovelace'; emailAddress = 'ada@contoso.com'; principalName = 'ada@contoso.com'
        recipientType = 'User mailbox'; status = 'Normal'; tenantDomain = 'contoso.onmicrosoft.com'; itemCount = 12345
        storageUsed = 25088; lastActivityDate = '2026-06-30 21:15:00'; archiveStatus = 'Active'
        phase = 'RenewalExpired'; primaryContact = @{ displayName = 'Grace Hopper' }; renewalDueDate = '2026-10-08 00:00:00'
        renewProfile = @{ name = 'Yearly renewal' }
        emailForwardingEnabled = $true; forwardingAddressDomain = 'contoso.com'
    }
    $full = $quotas + @{
        displayName = 'Accounts Payable of the Northern Subsidiary'
        emailAddress = 'accounts.payable.of.the.northern.subsidiary@contoso.com'
        recipientType = 'Shared mailbox'; status = 'Archived'; tenantDomain = 'contoso.onmicrosoft.com'
        storageUsed = 102195; lastActivityDate = '0001-01-01 00:00:00'
        externalEmailForwardingEnabled = $true; externalForwardingAddressDomain = 'example.net'
    }

    # Mailboxes as the API would give them.
    function Read-Mailbox {
        param([hashtable[]] $Fields)

        $body = @{ mailboxes = $Fields; totalCount = $Fields.Count; nextLink = '' } | ConvertTo-Json -Depth 4
        $null = Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; body = $body }
        Get-EnPowerMailbox
    }

    # What a window of this width shows, line by line.
    function Format-Window {
        param([object[]] $InputObject, [int] $Width, [string] $View)

        $format = if ($View) { @{ View = $View } } else { @{} }
        $InputObject | Format-Table @format | Out-String -Width $Width -Stream | ForEach-Object TrimEnd | Where-Object Length
    }
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'The table of mailboxes' {
    BeforeAll {
        $mailboxes = Read-Mailbox $ada, $full, @{ id = 'bare-1' }
    }

    It 'fills a window of 80' {
        $lines = Format-Window $mailboxes -Width 80

        $lines[0] | Should -BeExactly 'EmailAddress                           RecipientType  StorageUsedBytes Status'
        $lines[2] | Should -BeExactly 'ada@contoso.com                        User mailbox            24.5 GB Normal'
    }

    It 'adds activity and tenant in a window of 120' {
        $lines = Format-Window $mailboxes -Width 120

        $lines[0] | Should -Match ' Status   LastActivityDate    TenantDomain$'
        $lines[2] | Should -Match ' Normal   2026-06-30          contoso\.onmicrosof(\u2026|\.)'
    }

    It 'cuts long names with an ellipsis' {
        $line = (Format-Window $mailboxes -Width 80)[3]

        $line | Should -Match '^accounts\.payable\.of\.the\.northern\S*(\u2026|\.\.\.) Shared mailbox          99\.8 GB Archived$'
    }

    It 'leaves blank what is not known' {
        @($mailboxes[2] | Format-Table -HideTableHeaders | Out-String -Width 120 -Stream | Where-Object { $_.Trim() }) |
            Should -BeNullOrEmpty
    }

    It 'is not grouped' {
        $rows = Get-EnPowerMailbox -First 20

        @(Format-Window $rows -Width 120).Count | Should -Be 22
    }
}

Describe 'The list of a mailbox' {
    BeforeAll {
        $text = Read-Mailbox $ada | Format-List | Out-String -Width 120
    }

    It 'shows <_>' -ForEach @(
        'RecipientType +: User mailbox'
        'StorageUsedBytes +: 24\.5 GB'
        'ProhibitSendReceiveQuotaBytes +: 100\.0 GB'
        'QuotaUsedPercent +: 24\.5'
        'PrimaryContact +: Grace Hopper'
        'RenewProfile +: Yearly renewal'
        'LitigationHoldEnabled +:'
    ) {
        $text | Should -Match "(?m)^$_ *\r?`$"
    }
}

Describe 'A name with escape sequences' {
    It 'cannot repaint the terminal: <Format>' -ForEach @(
        @{ Format = 'Format-Table' }
        @{ Format = 'Format-List' }
    ) {
        $mailbox = Read-Mailbox @{ emailAddress = "$([char] 27)[2Jgone"; tenantDomain = "contoso$([char] 27)c.com" }

        $text = $mailbox | & $Format | Out-String -Width 120

        $text | Should -Match '\u241B\[2Jgone'
        $text.Contains([char] 27) | Should -BeFalse
    }
}

Describe 'Colour' -Skip:($PSEdition -ne 'Core') {
    BeforeAll {
        $rendering = $PSStyle.OutputRendering
        $mailboxes = Read-Mailbox $ada, $full
        $warning = [regex]::Escape($PSStyle.Formatting.Warning)
    }

    AfterEach {
        $PSStyle.OutputRendering = $rendering
    }

    It 'marks a mailbox that is over its quota, and no other' {
        $PSStyle.OutputRendering = 'Ansi'
        $lines = Format-Window $mailboxes -View Quota -Width 120

        $lines[2] | Should -Not -Match $warning
        $lines[3] | Should -Match "${warning}99\.8"
    }

    It 'marks forwarding outside, and not forwarding inside' {
        $PSStyle.OutputRendering = 'Ansi'
        $lines = Format-Window $mailboxes -View Forwarding -Width 120

        $lines[2] | Should -Not -Match $warning
        $lines[3] | Should -Match "${warning}example\.net"
    }

    It 'is that of $PSStyle' {
        $PSStyle.OutputRendering = 'Ansi'
        $usual = $PSStyle.Formatting.Warning
        try {
            $PSStyle.Formatting.Warning = $PSStyle.Background.Blue
            $line = (Format-Window $mailboxes -View Quota -Width 120)[3]
        }
        finally {
            $PSStyle.Formatting.Warning = $usual
        }

        $line.Contains($PSStyle.Background.Blue) | Should -BeTrue
    }

    It 'is left out where output is <_>' -ForEach 'PlainText', 'Host' {
        $PSStyle.OutputRendering = $_
        $text = $mailboxes | Format-Table -View Quota | Out-String -Width 120

        $text.Contains([char] 27) | Should -BeFalse
    }
}

Describe 'The members of a mailbox' {
    It 'QuotaUsedPercent is the part used of the quota' {
        (Read-Mailbox @{ storageUsed = 333; prohibitSendReceiveQuota = 1000 }).QuotaUsedPercent | Should -Be 33.3
    }

    It 'IsOverWarningQuota is <Expected> at <Used> of 1000' -ForEach @(
        @{ Used = 999; Expected = $false }
        @{ Used = 1000; Expected = $true }
    ) {
        (Read-Mailbox @{ storageUsed = $Used; issueWarningQuota = 1000 }).IsOverWarningQuota | Should -Be $Expected
    }

    It 'InactiveDays counts whole days since the last activity' {
        $last = [datetime]::UtcNow.AddDays(-90).AddHours(-1).ToString('yyyy-MM-dd HH:mm:ss')

        (Read-Mailbox @{ lastActivityDate = $last }).InactiveDays | Should -Be 90
    }

    It '<_> is null where nothing is known' -ForEach 'QuotaUsedPercent', 'IsOverWarningQuota', 'InactiveDays' {
        $mailbox = Read-Mailbox @{ id = 'bare-1'; prohibitSendReceiveQuota = 0 }

        $null -eq $mailbox.$_ | Should -BeTrue
    }

    It 'can be filtered and sorted by' {
        $mailboxes = Read-Mailbox $ada, $full, @{ id = 'bare-1' }

        ($mailboxes | Where-Object -Property IsOverWarningQuota).Status | Should -Be 'Archived'
        ($mailboxes | Sort-Object -Property QuotaUsedPercent -Descending)[0].Status | Should -Be 'Archived'
    }

    It 'Select-Object <Name> gives the properties of its subject, and whose they are' -ForEach @(
        @{
            Name = 'Quota'
            Properties = 'DisplayName', 'EmailAddress', 'StorageUsedBytes', 'QuotaUsedPercent', 'IsOverWarningQuota',
                'IssueWarningQuotaBytes', 'ProhibitSendQuotaBytes', 'ProhibitSendReceiveQuotaBytes', 'TenantDomain'
        }
        @{
            Name = 'Forwarding'
            Properties = 'DisplayName', 'EmailAddress', 'EmailForwardingEnabled', 'ForwardingAddressDomain',
                'ExternalEmailForwardingEnabled', 'ExternalForwardingAddressDomain', 'TenantDomain'
        }
        @{
            Name = 'Governance'
            Properties = 'DisplayName', 'EmailAddress', 'Phase', 'PhaseStartTime', 'PhaseAssignees', 'PrimaryContact', 'SecondaryContact',
                'LastRenewalTime', 'LastRenewalBy', 'RenewalDueDate', 'NextRenewalDate', 'RenewProfile', 'ElectionProfile',
                'ClaimStatus', 'TenantDomain'
        }
    ) {
        $selected = Read-Mailbox $ada | Select-Object -Property $Name

        $selected.PSObject.Properties.Name | Should -Be $Properties
    }

    It 'are compared by their identifier' {
        $one, $two, $again = Read-Mailbox @{ id = '1' }, @{ id = '2' }, @{ id = '1'; displayName = 'renamed' }

        @(Compare-Object -ReferenceObject $one, $two -DifferenceObject $again).InputObject.Id | Should -Be '2'
    }

    It 'name the mailbox in a string' {
        "Mailbox $(Read-Mailbox $ada)" | Should -Be 'Mailbox ada@contoso.com'
    }
}

Describe 'What a server wrote' {
    BeforeAll {
        $evil = "$([char]27)[2Jgone"
        $person = @{ displayName = $evil; userPrincipalName = $evil }
        $body = @{
            resourceMailboxes = @(@{
                    id = '1'; displayName = $evil; primaryContact = $person; customAttributes = @{ customAttribute1 = $evil }
                })
            nextLink = ''
        } | ConvertTo-Json -Depth 5
        $null = Add-Fault $emulator @{ path = '/smp/exchange/resourcemailboxes'; body = $body }
        $room = Get-EnPowerResourceMailbox
        $mailbox = Read-Mailbox @{
            displayName = 'Ada'; primaryContact = $person; mailboxPolicies = @{ sharingPolicy = $evil }; renewProfile = @{ name = $evil }
        }
    }

    It 'does not repaint the terminal as <Name>' -ForEach @(
        @{ Name = 'a list'; Show = { $room | Format-List } }
        @{ Name = 'custom attributes'; Show = { $room.CustomAttributes } }
        @{ Name = 'a contact'; Show = { $mailbox.PrimaryContact } }
        @{ Name = 'policies'; Show = { $mailbox.MailboxPolicies } }
        @{ Name = 'a profile'; Show = { $mailbox.RenewProfile } }
        @{ Name = 'contacts and profiles of a selection'; Show = { $mailbox | Select-Object -Property Governance } }
    ) {
        $shown = & $Show | Out-String -Width 200

        $shown | Should -Not -Match ([regex]::Escape([char]27 + '[2J'))
        $shown | Should -Match 'gone'
    }
}

Describe 'Tab completion' {
    BeforeAll {
        function Complete {
            param([string] $Line)

            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
        }
    }

    It 'completes types of mailboxes' {
        (Complete 'Get-EnPowerMailbox -MailboxType ').CompletionText | Should -Be 'Both', 'Shared', 'User'
    }

    It 'completes the properties of what is written' {
        $names = (Complete 'Get-EnPowerMailbox | Select-Object -Property ').CompletionText

        foreach ($name in 'EmailAddress', 'QuotaUsedPercent', 'UserPrincipalName') {
            $names | Should -Contain $name
        }

        $names | Should -Not -Contain 'View'
    }

    It 'completes tenants that were seen, without a request' {
        $null = Get-EnPowerMailbox -First 10
        Clear-Emulator $emulator

        $matched = Complete 'Get-EnPowerMailbox -Tenant '

        $matched.CompletionText | Should -Contain 'contoso.onmicrosoft.com'
        $matched.CompletionText | Should -Contain 'fabrikam.onmicrosoft.com'
        (Complete 'Get-EnPowerMailbox -Tenant fab').CompletionText | Should -Be 'fabrikam.onmicrosoft.com'
        Get-PageRequest $emulator | Should -BeNullOrEmpty
    }

    It 'shows the identifier of a tenant beside its domain' {
        $tenant = Get-EnPowerMailbox -First 1

        (Complete 'Get-EnPowerMailbox -Tenant ' | Where-Object CompletionText -EQ $tenant.TenantDomain).ToolTip |
            Should -Be $tenant.TenantId
    }

    It 'puts no other text of a server on the command line' {
        $null = Read-Mailbox @{ tenantDomain = 'evil; $(Stop-Computer)' }, @{ tenantDomain = 'evil.example' }

        (Complete 'Get-EnPowerMailbox -Tenant evil').CompletionText | Should -Be 'evil.example'
    }

    It 'knows nothing of tenants that another runspace saw' {
        $shell = [powershell]::Create()
        $line = 'Get-EnPowerMailbox -Tenant '
        $null = $shell.AddScript("Import-Module -Name '$modulePath'; (TabExpansion2 '$line' $($line.Length)).CompletionMatches.CompletionText")
        $completed = $shell.Invoke()
        $shell.Dispose()

        $completed | Should -Not -Contain 'contoso.onmicrosoft.com'
    }
}
