BeforeDiscovery {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    # A build without PlatyPS has no help; CI's has.
    $hasHelp = Test-Path -Path "$modulePath/en-US"
    if (-not $hasHelp) {
        Write-Warning 'The module was built without help, which is not tested.'
    }

    $common = [System.Management.Automation.Cmdlet]::CommonParameters +
        [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    $commands = foreach ($command in (Get-Module -Name EnPower).ExportedCmdlets.Values) {
        $help = Get-Help -Name $command.Name
        @{
            Name       = $command.Name
            Command    = $command
            Help       = $help
            Parameters = @($command.Parameters.Values | Where-Object Name -NotIn $common)
            Documented = @(
                $help.parameters | Where-Object { $_ -and $_.PSObject.Properties['parameter'] } | ForEach-Object { $_.parameter } |
                    Where-Object { $_ -and $_.name -notin 'WhatIf', 'Confirm' }
            )
        }
    }
    $topics = 'about_EnPower', 'about_EnPower_Authentication', 'about_EnPower_Mailboxes', 'about_EnPower_Troubleshooting'
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
}

Describe 'The module' {
    It 'has help in CI' -Skip:(-not $env:CI) {
        "$modulePath/en-US/EnPower.PowerShell.dll-Help.xml" | Should -Exist
    }
}

Describe 'Help of <Name>' -ForEach $commands -Skip:(-not $hasHelp) {
    It 'says in a sentence what the command does' {
        $Help.Synopsis | Should -Match '^\w.{20,}\.$'
    }

    It 'describes the command' {
        ($Help.description | Out-String).Trim().Length | Should -BeGreaterThan 100
    }

    It 'has no placeholder left' {
        $Help | Out-String -Width 500 | Should -Not -Match '\{\{'
        Get-Help -Name $Name -Full | Out-String -Width 500 | Should -Not -Match '\{\{'
    }

    It 'names the page of the API that the command comes from' {
        ($Help.relatedLinks.navigationLink | ForEach-Object { $_.uri }) -match '^https://learn\.avepoint\.com/' | Should -Not -BeNullOrEmpty
    }

    It 'describes every parameter, and none that is not there' {
        $Documented | ForEach-Object { $_.name } | Sort-Object |
            Should -Be ($Parameters | ForEach-Object { $_.Name } | Sort-Object)
        foreach ($parameter in $Documented) {
            ($parameter.description | Out-String).Trim().Length | Should -BeGreaterThan 15 -Because "-$($parameter.name) has to be described"
        }
    }

    It 'knows the aliases of the parameters' {
        foreach ($parameter in $Parameters) {
            $aliases = ($Documented | Where-Object name -EQ $parameter.Name).aliases -split ', *' |
                Where-Object { $_ -and $_ -ne 'none' }
            $aliases | Sort-Object | Should -Be ($parameter.Aliases | Sort-Object) -Because "-$($parameter.Name) has them"
        }
    }

    It 'has three examples or more, each explained' {
        $examples = @($Help.examples.example)

        $examples.Count | Should -BeGreaterOrEqual 3
        foreach ($example in $examples) {
            $example | Out-String | Should -Match $Name
            ($example | Out-String).Trim().Length | Should -BeGreaterThan 60
        }
    }
}

Describe 'The topic <_>' -ForEach $topics -Skip:(-not $hasHelp) {
    It 'is found by Get-Help' {
        Get-Help -Name $_ | Out-String | Should -Match "# $_\b"
    }

    It 'fits into 80 columns, but for addresses' {
        (Get-Help -Name $_ | Out-String -Width 200) -split '\r?\n' |
            Where-Object { $_.Length -gt 80 -and $_ -notmatch 'https://' } |
            Should -BeNullOrEmpty
    }
}

Describe 'about_EnPower_Mailboxes' -Skip:(-not $hasHelp) {
    It 'has every property of EnPower.Mailbox, its type and its name in the API' {
        $topic = Get-Help -Name about_EnPower_Mailboxes | Out-String
        $type = (Get-Command -Name Get-EnPowerMailbox).OutputType[0].Type

        foreach ($property in $type.GetProperties() | Where-Object Name -NE 'AdditionalProperties') {
            $inApi = $property.Name.Substring(0, 1).ToLowerInvariant() + $property.Name.Substring(1)
            $topic | Should -Match "(?m)^$($property.Name) \[[\w.]+(\[\])?\]\r?\n    $inApi\. \w" -Because 'each property is explained'
        }
    }
}
