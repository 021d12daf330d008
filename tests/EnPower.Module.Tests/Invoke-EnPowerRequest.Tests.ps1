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

Describe 'Invoke-EnPowerRequest' {
    BeforeEach {
        Clear-Emulator $emulator
    }

    It 'reads an endpoint that has no cmdlet' {
        $environments = Invoke-EnPowerRequest -Path /smp/powerplatform/environments -All -Query @{ top = 1000 }

        $environments.Count | Should -Be 2500
        $environments[0].numberOfApps | Should -BeOfType ([long])
        $environments[0].isDefault | Should -BeOfType ([bool])
        $environments[0].PSObject.TypeNames[0] | Should -Be 'System.Management.Automation.PSCustomObject'
    }

    It 'stops asking when Select-Object -First has enough' {
        $agents = Invoke-EnPowerRequest powerplatform/bot -All -Query @{ top = 10 } | Select-Object -First 3

        $agents.Count | Should -Be 3
        @(Get-PageRequest $emulator).Count | Should -BeLessOrEqual 2
    }

    It 'writes lines that ConvertFrom-Json reads' {
        $path = Join-Path -Path $TestDrive -ChildPath 'sites.jsonl'

        Invoke-EnPowerRequest lifecycle/microsoft365/sites -First 150 -OutFile $path | Should -BeNullOrEmpty

        $sites = Get-Content -LiteralPath $path -Encoding utf8 | ForEach-Object { ConvertFrom-Json -InputObject $_ }
        $sites.Count | Should -Be 150
        $sites[0].siteConnectGroup | Should -BeIn 'Yes', 'No'
    }

    It 'takes a path of a drive that PowerShell made' {
        Invoke-EnPowerRequest powerplatform/bot -First 2 -OutFile TestDrive:/agents.jsonl

        (Get-Content -LiteralPath TestDrive:/agents.jsonl).Count | Should -Be 2
    }

    It 'completes paths, and shows what they return' {
        $line = 'Invoke-EnPowerRequest -Path desktop'
        $matched = (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches

        $matched.CompletionText | Should -Be @(
            '/smp/powerplatform/powerautomate/desktopflows'
            '/smp/powerplatform/powerautomate/desktopflows/')
        $matched[0].ToolTip | Should -Be 'Desktop flows of Power Automate. Query: top, tenant'
    }
}

Describe 'docs/endpoints.md' -Skip:($PSEdition -ne 'Core') {
    It 'is what the description of the API says' {
        $reference = & (Join-Path -Path $root -ChildPath 'tools/ConvertTo-EndpointReference.ps1')

        Get-Content -LiteralPath (Join-Path -Path $root -ChildPath 'docs/endpoints.md') | Should -Be ($reference -split '\r?\n')
    }
}
