BeforeDiscovery {
    $page = Get-Content -LiteralPath "$PSScriptRoot/../../docs/exchange-online.md" -Raw
    $recipes = [regex]::Matches($page, '(?ms)^#+ (?<Title>[^\r\n]+)$|^```powershell\r?\n(?<Script>.*?)^```') | ForEach-Object {
        if ($_.Groups['Title'].Success) {
            $title = $_.Groups['Title'].Value
        }
        else {
            @{ Title = $title; Script = $_.Groups['Script'].Value }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    . "$PSScriptRoot/ExchangeOnlineStandIns.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '500'
    $connect = $emulator.Parameters
    Connect-EnPower @connect

    # Every name by which Exchange could know one mailbox only. Names and aliases are not among them.
    $owners = @{}
    function Add-Owner {
        param([object[]] $Mailbox)

        foreach ($one in $Mailbox) {
            foreach ($name in $one.Id, $one.UserId, $one.PrincipalName, $one.EmailAddress) {
                if ($name) {
                    $owners[$name] = $one.Id
                }
            }
        }
    }

    # Whose mailbox a command was given: one for each value that names one.
    function Get-Owner {
        param([object] $Binding)

        foreach ($value in $Binding.Bound.Values) {
            $value | ForEach-Object { $owners["$_"] }
        }
    }
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'A mailbox <Kind>' -ForEach @(
    @{ Kind = 'of a user'; Change = @{} }
    @{ Kind = 'without user principal name'; Change = @{ recipientType = 'Shared mailbox'; principalName = '' } }
    @{ Kind = 'without address'; Change = @{ emailAddress = '' } }
    @{ Kind = 'without either'; Change = @{ principalName = $null; emailAddress = $null } }
    @{ Kind = 'without user ID'; Change = @{ userId = '' } }
    @{ Kind = 'of a guest tenant'; Change = @{ principalName = 'ada_fabrikam.com#EXT#@contoso.onmicrosoft.com'; tenantDomain = 'guest.example' } }
) {
    BeforeAll {
        # The other mailbox has the same names, and comes first.
        $fields = @(
            @{ id = [guid]::NewGuid(); userId = [guid]::NewGuid(); principalName = 'other@contoso.com'; emailAddress = 'other@contoso.com' }
            @{ id = [guid]::NewGuid(); userId = [guid]::NewGuid(); principalName = 'ada@contoso.com'; emailAddress = 'ada@contoso.com' }
        ) | ForEach-Object { $_ + @{ displayName = 'Ada Lovelace'; name = 'ada'; alias = 'ada' } }
        foreach ($name in @($Change.Keys)) {
            $fields[1][$name] = $Change[$name]
        }
        $body = @{ mailboxes = $fields; totalCount = 2; nextLink = '' } | ConvertTo-Json -Depth 3
        $null = Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; body = $body }
        $other, $mailbox = Get-EnPowerMailbox
        Add-Owner $other, $mailbox
    }

    It 'is the one that <Command> gets' -ForEach @(
        @{ Command = 'Get-EXOMailbox'; ParameterSet = 'Identity' }
        @{ Command = 'Get-EXOMailboxStatistics'; ParameterSet = '__AllParameterSets' }
        @{ Command = 'Get-Mailbox'; ParameterSet = 'Identity' }
        @{ Command = 'Set-Mailbox'; ParameterSet = 'Identity' }
        @{ Command = 'Get-MailboxStatistics'; ParameterSet = 'Identity' }
        @{ Command = 'Get-MailboxPermission'; ParameterSet = 'AccessRights' }
        @{ Command = 'Set-MailboxAutoReplyConfiguration'; ParameterSet = '__AllParameterSets' }
    ) {
        $binding = @($mailbox | & $Command -ErrorAction Stop)

        $binding.Count | Should -Be 1
        $binding.ParameterSet | Should -Be $ParameterSet
        $binding.Bound['Identity'] | Should -Not -BeNullOrEmpty
        Get-Owner $binding[0] | Sort-Object -Unique | Should -Be $mailbox.Id
    }

    It 'is named by its text, where a command takes the object itself' {
        $owners["$mailbox"] | Should -Be $mailbox.Id
    }
}

Describe 'A mailbox of which nothing is known' {
    It 'is not taken for every mailbox by <_>' -ForEach 'Get-EXOMailbox', 'Get-EXOMailboxStatistics', 'Get-Mailbox' {
        $null = Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; body = '{"mailboxes":[{}],"nextLink":""}' }
        $mailbox = Get-EnPowerMailbox

        $bindings = @($mailbox | & $_ -ErrorAction Ignore)

        # Not run at all, or for a name that no mailbox has.
        @($bindings | Where-Object { "$($_.Bound['Identity'])" -ne 'EnPower.Mailbox' }) | Should -HaveCount 0
    }
}

Describe 'A command that takes no mailbox from the pipeline' {
    It '<Name> is not run' -ForEach @(
        @{ Name = 'Search-UnifiedAuditLog'; Parameters = @{ StartDate = '2026-01-01'; EndDate = '2026-02-01' } }
        @{ Name = 'Get-MgUser'; Parameters = @{} }
    ) {
        $bindings.Clear()

        { Get-EnPowerMailbox -First 1 | & $Name @Parameters -ErrorAction Stop } | Should -Throw -ErrorId 'InputObjectNotBound*'
        $bindings.Count | Should -Be 0
    }
}

Describe 'The recipe under "<Title>"' -ForEach $recipes {
    It 'runs, and gives each command the mailboxes meant' {
        Add-Owner (Get-EnPowerMailbox)
        $bindings.Clear()

        $null = . ([scriptblock]::Create($Script)) *>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.ErrorRecord]) { throw $_ }
        }

        $bindings.Count | Should -BeGreaterThan 0
        foreach ($binding in $bindings) {
            $named = @(Get-Owner $binding | Sort-Object -Unique)
            $named | Should -Not -Contain $null
            $named.Count | Should -Be $(if ($binding.Bound['UserIds']) { $binding.Bound['UserIds'].Count } else { 1 })
        }
    }
}

Describe 'The recipes' {
    It 'use every command that is named above' {
        $page = Get-Content -LiteralPath "$root/docs/exchange-online.md" -Raw

        $commands = 'Get-EXOMailbox', 'Get-EXOMailboxStatistics', 'Get-Mailbox', 'Set-Mailbox', 'Get-MailboxStatistics',
            'Get-MailboxPermission', 'Set-MailboxAutoReplyConfiguration', 'Search-UnifiedAuditLog', 'Get-MgUser'
        foreach ($command in $commands) {
            $page | Should -Match "(?m)^[^#]*\b$command\b"
        }
    }
}
