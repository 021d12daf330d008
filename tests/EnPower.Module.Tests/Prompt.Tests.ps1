# What a newcomer types at the prompt of a terminal, and what its screen shows.

BeforeDiscovery {
    $hasTerminal = $PSEdition -eq 'Core' -and (Get-Command -Name tmux -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"

    # Windows are taller than any output here, so that nothing scrolls away.
    function Start-Terminal {
        param([int] $Width)

        $script = "$PSScriptRoot/PromptSession.ps1"
        $command = @($engine.FilePath; $engine.ArgumentList; '-NoProfile', '-NoLogo', '-NoExit', '-File', $script, $modulePath)
        & tmux -L "enpower$PID" -f /dev/null new-session -d -s "w$Width" -x $Width -y 150 -c $TestDrive @command
        Wait-Prompt -Width $Width
    }

    function Get-Screen {
        param([int] $Width)

        & tmux -L "enpower$PID" capture-pane -p -J -t "w$Width" | ForEach-Object TrimEnd
    }

    function Send-Key {
        param([int] $Width, [string[]] $Key)

        & tmux -L "enpower$PID" send-keys -t "w$Width" @Key
    }

    function Send-Text {
        param([int] $Width, [string] $Text)

        & tmux -L "enpower$PID" send-keys -t "w$Width" -l $Text
    }

    function Wait-Screen {
        param([int] $Width, [scriptblock] $Condition)

        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        while ($watch.Elapsed.TotalSeconds -lt 60) {
            $lines = @(Get-Screen -Width $Width | Where-Object Length)
            if (& $Condition $lines) {
                return $lines
            }
            Start-Sleep -Milliseconds 100
        }
        throw "The terminal shows after a minute:`n$($lines -join "`n")"
    }

    function Wait-Prompt {
        param([int] $Width)

        $null = Wait-Screen -Width $Width -Condition { param($lines) $lines -and $lines[-1] -eq 'PS>' }
    }

    # Types a line, and returns what stands between it and the next prompt.
    function Invoke-AtPrompt {
        param([string] $Line, [int] $Width = 120)

        Send-Text -Width $Width -Text 'Clear-Host'
        Send-Key -Width $Width -Key Enter
        $null = Wait-Screen -Width $Width -Condition { param($lines) $lines.Count -eq 1 -and $lines[0] -eq 'PS>' }
        Send-Text -Width $Width -Text $Line
        Send-Key -Width $Width -Key Enter
        $lines = Wait-Screen -Width $Width -Condition { param($lines) $lines.Count -gt 1 -and $lines[-1] -eq 'PS>' }
        @($lines | Select-Object -Skip 1 | Select-Object -SkipLast 1)
    }

    if ($PSEdition -eq 'Core' -and (Get-Command -Name tmux -CommandType Application -ErrorAction Ignore)) {
        $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '40'
        Set-ConnectionVariable $emulator
        Start-Terminal -Width 120
        Start-Terminal -Width 80
        Clear-ConnectionVariable
    }
}

AfterAll {
    if ($emulator) {
        & tmux -L "enpower$PID" kill-server
        $emulator.Process.Kill()
    }
}

Describe 'The first hour' -Skip:($PSEdition -ne 'Core') {
    It 'is what its script writes of real output' {
        $written = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File "$root/tools/ConvertTo-FirstHour.ps1" -ModulePath $modulePath -EmulatorPath $emulatorPath

        $written | Should -Be (Get-Content -LiteralPath "$root/docs/first-hour.md")
    }
}

Describe 'At the prompt' -Skip:(-not $hasTerminal) {
    BeforeEach {
        Clear-Emulator $emulator
    }

    It 'an address by habit is a mailbox, and one that is not there is an error that says so' {
        $screen = (Invoke-AtPrompt 'Get-EnPowerMailbox zoe@contoso.com') -join ' '

        $screen | Should -Match 'EnPower has no mailbox zoe@contoso\.com'
        $screen | Should -Match 'For a tenant, use -Tenant'
        Get-PageRequest $emulator | ForEach-Object query | Should -Not -Match 'tenant='
    }

    It 'an address that is there is the mailbox' {
        $null = Invoke-AtPrompt '$m = Get-EnPowerMailbox'

        (Invoke-AtPrompt 'Get-EnPowerMailbox $m[7].EmailAddress')[2] | Should -Match '\.7@fabrikam\.onmicrosoft\.com'
    }

    It 'mailboxes that are piped are these mailboxes' {
        $null = Invoke-AtPrompt '$m = Get-EnPowerMailbox'

        Invoke-AtPrompt '($m[0..4] | Get-EnPowerMailbox).Count' | Should -Be '5'
    }

    It 'a name that no list takes is refused, and is no tenant' {
        (Invoke-AtPrompt 'Get-EnPowerPowerApp myapp') -join ' ' | Should -Match "positional parameter.*'myapp'"
        Get-PageRequest $emulator | Should -BeNullOrEmpty
    }

    It '-Top alone reads all, and one warning says what to write' {
        $screen = Invoke-AtPrompt 'Get-EnPowerMailbox -Top 5'

        @($screen | Where-Object { $_ -match '^WARNING' }).Count | Should -Be 1
        $screen -join ' ' | Should -Match '-Top is the page size, and all pages are read\. To get 5 mailboxes, use Get-EnPowerMailbox -First 5'
        @($screen | Where-Object { $_ -match '@' }).Count | Should -Be 40
    }

    It '<_> says nothing of -Top' -ForEach @(
        'Get-EnPowerMailbox -Top 5 -First 7'
        'Get-EnPowerMailbox -Top 100'
        'Get-EnPowerMailbox -Top 5 | Select-Object -First 5'
        '& { Get-EnPowerMailbox -Top 5 }'
    ) {
        (Invoke-AtPrompt $_) -join ' ' | Should -Not -Match 'WARNING'
    }

    It 'the tenants are listed, and completed afterwards' {
        $screen = Invoke-AtPrompt 'Get-EnPowerTenant'

        $screen[0] -split ' +' | Should -Be 'TenantDomain', 'MailboxCount', 'TenantId'
        $screen[2] | Should -Match '^contoso\.onmicrosoft\.com +20 [0-9a-f-]{36}$'
        Invoke-AtPrompt "(TabExpansion2 'Get-EnPowerMailbox -Tenant fab' 30).CompletionMatches.CompletionText" |
            Should -Be 'fabrikam.onmicrosoft.com'
    }

    It 'sizes in bytes compare with 50GB, and columns are found by the names that the table shows' {
        $null = Invoke-AtPrompt '$m = Get-EnPowerMailbox'

        $large = [int] (Invoke-AtPrompt '@($m | Where-Object StorageUsedBytes -gt 50GB).Count')
        $large | Should -BeGreaterThan 0
        Invoke-AtPrompt '@($m | Where-Object StorageUsed -gt 51200).Count' | Should -Be "$large"
        (Invoke-AtPrompt '$m | Group-Object RecipientType -NoElement') -join ' ' | Should -Match '8 Shared mailbox.*32 User mailbox'
    }

    It 'a file of an export has mailboxes and no count, the API''s own fields first' {
        $null = Invoke-AtPrompt 'Get-EnPowerMailbox -IncludeTotalCount | Export-Csv m.csv'

        $lines = @(Get-Content -LiteralPath "$TestDrive/m.csv")
        $lines.Count | Should -Be 41
        $columns = $lines[0] -replace '"' -split ','
        $columns | Select-Object -First 6 | Should -Be 'Id', 'UserId', 'PrincipalName', 'Name', 'EmailAddress', 'DisplayName'
        [array]::IndexOf($columns, 'PrimarySmtpAddress') | Should -BeGreaterThan ([array]::IndexOf($columns, 'MailboxPolicies'))
    }

    It 'Connect-EnPower alone says that the region is missing before it asks for anything' {
        $screen = (Invoke-AtPrompt 'Connect-EnPower') -join ' '

        $screen | Should -Match 'Pass -Region, such as -Region us'
        $screen | Should -Match 'The default connection is still '
        $screen | Should -Not -Match 'Client ID:'
    }

    It 'a secret as text is refused with what to write' {
        $screen = (Invoke-AtPrompt 'Connect-EnPower -ClientId x -ClientSecret $HOME -Region us') -join ' '

        $screen | Should -Match 'Read-Host +-AsSecureString'
        $screen | Should -Match 'ConvertTo-SecureString'
    }

    It '-Credential asks for client ID and client secret' {
        Send-Text -Width 120 -Text 'Connect-EnPower -Region us -Credential nobody'
        Send-Key -Width 120 -Key Enter
        $lines = Wait-Screen -Width 120 -Condition { param($lines) $lines[-1] -match '^Password for user nobody' }
        Send-Key -Width 120 -Key C-c
        Wait-Prompt -Width 120

        $lines -join ' ' | Should -Match 'client ID, as user name, and the client secret, as password'
    }

    It 'Ctrl+C leaves where the read stopped, and -ResumeFrom goes on there' {
        Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; fromRequest = 3; hang = $true }
        Send-Text -Width 120 -Text 'Get-EnPowerMailbox -PageSize 10 -OutVariable read | Out-Null'
        Send-Key -Width 120 -Key Enter
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        while (@(Get-PageRequest $emulator).Count -lt 3 -and $watch.Elapsed.TotalSeconds -lt 60) {
            Start-Sleep -Milliseconds 100
        }
        Send-Key -Width 120 -Key C-c
        Wait-Prompt -Width 120
        Clear-Emulator $emulator

        (Invoke-AtPrompt 'Get-EnPowerConnection') -join ' ' | Should -Match 'LastRead +: Get-EnPowerMailbox: The read was stopped\. 20 objects were delivered before\.'
        Invoke-AtPrompt '(Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead).Count' | Should -Be '20'
        (Invoke-AtPrompt 'Get-EnPowerConnection') -join ' ' | Should -Not -Match 'LastRead'
    }

    It '-ResumeFrom completes what a read can go on from, and no files' {
        Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; fromRequest = 2; status = 404 }
        $null = Invoke-AtPrompt '$x = Get-EnPowerMailbox -PageSize 10 -ErrorVariable failures'

        Invoke-AtPrompt "(TabExpansion2 'Get-EnPowerMailbox -ResumeFrom ' 31).CompletionMatches.CompletionText" |
            Should -Be '$Error[0]', '$failures'
    }

    It '<Command> shows its table without a break in a window of <Width>' -ForEach @(
        foreach ($width in 80, 120) {
            @{ Width = $width; Command = 'Get-EnPowerMailbox -First 3' }
            @{ Width = $width; Command = 'Get-EnPowerPowerApp -First 3' }
            @{ Width = $width; Command = 'Get-EnPowerTenant' }
        }
    ) {
        $screen = Invoke-AtPrompt $Command -Width $Width

        $screen[1] | Should -Match '^[- ]+$'
        $screen.Count | Should -BeIn 4, 5
    }
}
