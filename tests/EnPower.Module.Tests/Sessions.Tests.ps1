BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    $emulator = Start-TestEmulator
    Set-ConnectionVariable $emulator
    $strict = Start-Session -Path "$PSScriptRoot/StrictSession.ps1" -ArgumentList '-ModulePath', $modulePath
    $constrained = Start-Session -Path "$PSScriptRoot/ConstrainedSession.ps1" -ArgumentList '-ModulePath', $modulePath
}

AfterAll {
    Clear-ConnectionVariable
    $emulator.Process.Kill()
}

Describe 'Under strict mode, the module works' {
    BeforeAll {
        $seen = Receive-Session $strict
    }

    It '<_>' -ForEach @(
        'imported'
        'imported by force'
        'imported again after it was removed'
        'shown by its view, imported again'
        'imported in a job'
    ) {
        $seen.$_ | Should -Be 10
    }

    It 'imported in parallel blocks and thread jobs' -Skip:($PSEdition -ne 'Core') {
        $seen.'imported in parallel blocks' | Should -Be 40
        $seen.'imported in a thread job' | Should -Be 10
    }

    It 'with its members, imported by force' {
        $seen.'with its members, imported by force' | Should -BeGreaterThan 0
    }

    It 'until it is removed' {
        $seen.removed | Should -Be 0
    }
}

Describe 'In Constrained Language Mode, the module' {
    BeforeAll {
        $seen = Receive-Session $constrained
    }

    It 'connects and reads' {
        $seen.LanguageMode | Should -Be 'ConstrainedLanguage'
        $seen.Mailboxes | Should -Be 10
    }

    It 'has the members of its types' {
        $seen.Percents | Should -BeGreaterThan 0
    }

    It 'shows its table, without gaps' {
        $rows = @($seen.Table | Where-Object { $_ -match ' (User|Shared) mailbox +[\d.,]+ [KMGT]?B ' })

        $rows.Count | Should -Be 10
    }

    It 'shows its list' {
        $seen.List | Should -Match "(?m)^EmailAddress +: $([regex]::Escape($seen.EmailAddress))"
    }
}
