BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    $connect = $emulator.Parameters
    $secret = [System.Net.NetworkCredential]::new('', $connect.ClientSecret).Password
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'Connect-EnPower' {
    It 'writes nothing' {
        Connect-EnPower @connect | Should -BeNullOrEmpty
    }

    It 'fails at once with a wrong secret' {
        $wrong = $connect.Clone()
        $wrong.ClientSecret = ConvertTo-SecureString -String 'wrong' -AsPlainText -Force

        { Connect-EnPower @wrong -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidClient,EnPower.Commands.ConnectEnPowerCommand'
    }

    It 'completes regions' {
        $line = 'Connect-EnPower -Region w'

        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Be 'we'
    }

    It 'shows the secret nowhere' {
        $transcript = Join-Path -Path $TestDrive -ChildPath 'transcript.txt'
        $null = Start-Transcript -Path $transcript
        Connect-EnPower @connect -Verbose -Debug
        Get-EnPowerConnection | Format-List -Property *
        Get-EnPowerMailbox -First 1 -Verbose
        $null = Stop-Transcript

        $everything = (Get-Content -Path $transcript -Raw),
            (Get-EnPowerConnection | ConvertTo-Json -Depth 5 -WarningAction Ignore),
            (Get-EnPowerConnection | Out-String) -join "`n"
        $everything | Should -Match $connect.ClientId
        $everything.Contains($secret) | Should -BeFalse
    }
}

Describe 'Without a connection' {
    It 'Get-EnPowerMailbox says to run Connect-EnPower' {
        Disconnect-EnPower

        { Get-EnPowerMailbox } | Should -Throw -ErrorId 'NotConnected,EnPower.Commands.GetEnPowerMailboxCommand' -ExpectedMessage '*Connect-EnPower*'
    }
}

Describe 'Removing the module' {
    It 'closes its connections' {
        $connection = Connect-EnPower @connect -PassThru
        Remove-Module -Name EnPower

        $connection.State | Should -Be 'Closed'
        Import-Module -Name $modulePath
    }
}
