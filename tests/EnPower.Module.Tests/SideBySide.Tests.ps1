BeforeDiscovery {
    . "$PSScriptRoot/TestSession.ps1"
    $others = 'RivalIdentityModel,RivalPolly,RivalJson'
    $sessions = foreach ($rival in 'RivalOldMsal', 'RivalLatestMsal', 'RivalNextMsal', $others, "RivalOldMsal,$others") {
        @{ Name = "$rival before EnPower"; Rival = $rival; EnPowerFirst = $false }
        @{ Name = "EnPower before $rival"; Rival = $rival; EnPowerFirst = $true }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    $rivalPath = Join-Path -Path $root -ChildPath 'tests/EnPower.RivalModules/bin/Release/net8.0'
    $emulator = Start-TestEmulator
    Set-ConnectionVariable $emulator
}

AfterAll {
    Clear-ConnectionVariable
    $emulator.Process.Kill()
}

Describe 'Side by side with modules that bring the same libraries' -Tag Isolation -Skip:(-not $isIsolated) -ForEach @{ Sessions = $sessions } {
    BeforeAll {
        # All at once: most of a session's time is waiting for its process to start.
        $running = @{}
        foreach ($session in $Sessions) {
            $words = @('-ModulePath', $modulePath, '-RivalPath', $rivalPath, '-Rival', $session.Rival)
            if ($session.EnPowerFirst) {
                $words += '-EnPowerFirst'
            }
            $running[$session.Name] = Start-Session -Path "$PSScriptRoot/SideBySideSession.ps1" -ArgumentList $words
        }
    }

    It '<Name>: both work, each with its own' -ForEach $sessions {
        $seen = Receive-Session $running[$Name]

        $seen.Read | Should -Be 10
        $seen.ReadAgain | Should -Be 10
        $seen.Worked | Should -Not -BeNullOrEmpty
        $seen.Worked | Should -Not -Contain $false
        $seen.Default | Sort-Object | Should -Be 'EnPower.Model', 'EnPower.PowerShell'
        $seen.Private | Should -Contain 'Microsoft.Identity.Client'
        $seen.Private | Should -Contain 'Polly.Core'
    }
}

Describe 'Alone in a session' -Tag Isolation -Skip:(-not $isIsolated) {
    BeforeAll {
        $seen = Receive-Session (
            Start-Session -Path "$PSScriptRoot/SideBySideSession.ps1" -ArgumentList '-ModulePath', $modulePath, '-RivalPath', $rivalPath)
    }

    It 'the module gives its libraries to no one who asks for them' {
        $seen.Read | Should -Be 10
        $seen.Answered | Should -BeNullOrEmpty
    }
}
