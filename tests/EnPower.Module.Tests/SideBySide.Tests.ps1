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

    function Start-SideBySideSession {
        param([string[]] $ArgumentList)

        # A tenant whose first request fails: Polly, which does the retries, is loaded by the first retry.
        $tenant = "$([guid]::NewGuid()).example"
        $null = Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; query = "tenant=$tenant"; status = 503 }
        $words = @('-ModulePath', $modulePath, '-RivalPath', $rivalPath, '-BusyTenant', $tenant) + $ArgumentList
        Start-Session -Path "$PSScriptRoot/SideBySideSession.ps1" -ArgumentList $words
    }
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
            $words = @('-Rival', $session.Rival)
            if ($session.EnPowerFirst) {
                $words += '-EnPowerFirst'
            }
            $running[$session.Name] = Start-SideBySideSession -ArgumentList $words
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
        $seen = Receive-Session (Start-SideBySideSession)
    }

    It 'the module gives its libraries to no one who asks for them' {
        $seen.Read | Should -Be 10
        $seen.Answered | Should -BeNullOrEmpty
    }
}
