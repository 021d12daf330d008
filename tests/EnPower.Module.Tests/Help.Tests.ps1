BeforeDiscovery {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force

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
    $enumerations = foreach ($command in $commands) {
        foreach ($parameter in $command.Parameters | Where-Object { $_.ParameterType.IsEnum }) {
            @{ Name = $command.Name; Parameter = $parameter.Name; Values = [Enum]::GetNames($parameter.ParameterType) }
        }
    }
    $topics = 'about_EnPower', 'about_EnPower_Authentication', 'about_EnPower_Mailboxes', 'about_EnPower_Resources',
        'about_EnPower_Troubleshooting'
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
}

Describe 'The module' {
    It 'has help' {
        "$modulePath/en-US/EnPower.PowerShell.dll-Help.xml" | Should -Exist
    }
}

Describe 'Help of <Name>' -ForEach $commands {
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

    It 'shows the syntax that the command has' {
        # By whatever names an engine calls the types of values.
        $shown = (Get-Help -Name $Name).syntax | Out-String -Width 5000
        $syntax = $shown -split '\r?\n' | Where-Object { $_.Trim() } | ForEach-Object { $_.Trim() -replace '<[^>]+>|\{[^}]+\}', '<>' }

        $syntax | Should -Be ($Command.ParameterSets | ForEach-Object { "$Name $_".Trim() -replace '<[^>]+>', '<>' })
    }

    It 'opens its page in the project by -Online' {
        $projectUri = (Get-Module -Name EnPower).PrivateData.PSData.ProjectUri
        $address = "$projectUri/blob/main/docs/en-US/$Name.md"

        $Command.HelpUri | Should -Be $address
        # Get-Help opens the first of the links.
        @($Help.relatedLinks.navigationLink)[0].uri | Should -Be $address
        Get-Content -LiteralPath "$root/docs/en-US/$Name.md" | Should -Contain "HelpUri: $address"
    }

    It 'knows the aliases of the parameters' {
        foreach ($parameter in $Parameters) {
            $aliases = ($Documented | Where-Object name -EQ $parameter.Name).aliases -split ', *' |
                Where-Object { $_ -and $_ -ne 'none' }
            $aliases | Sort-Object | Should -Be ($parameter.Aliases | Sort-Object) -Because "-$($parameter.Name) has them"
        }
    }

    It 'has three examples or more, each with title, code and explanation' {
        $examples = @($Help.examples.example)
        $shown = Get-Help -Name $Name -Examples | Out-String -Width 500

        $examples.Count | Should -BeGreaterOrEqual 3
        foreach ($example in $examples) {
            $remarks = "$($example.remarks | ForEach-Object { $_.Text.Trim() })".Trim()

            $example.title | Should -Match '^--------- Example \d: \w.* ---------$'
            $example.code | Should -Match $Name
            $remarks | Should -Match '^[\w-].{20,}\.$'
            foreach ($text in $example.title, @($example.code -split '\r?\n')[0], $example.remarks[0].Text.Trim()) {
                $shown.Contains($text) | Should -BeTrue -Because "$text is shown"
            }
        }
    }

    It 'has code that fits into a terminal of 80 columns, where Get-Help indents it by four' {
        $Help.examples.example.code -split '\r?\n' | Where-Object { $_.Length -gt 75 } | Should -BeNullOrEmpty
    }

    It 'shows no marks of Markdown by -Full' {
        Get-Help -Name $Name -Full | Out-String -Width 500 | Should -Not -Match '```|\]\(|\*\*|&\w+;|(?m)^ *#+ \w+$'
    }
}

Describe 'Get-Help <Name> -Parameter *' -ForEach @($commands | Where-Object { $_.Parameters }) {
    It 'shows each as it is' {
        $shown = @(Get-Help -Name $Name -Parameter * | Where-Object name -NotIn 'WhatIf', 'Confirm')

        $shown.name | Should -Be ($Parameters | ForEach-Object { $_.Name } | Sort-Object)
        foreach ($parameter in $Parameters) {
            $entry = $shown | Where-Object name -EQ $parameter.Name
            $sets = @($parameter.ParameterSets.Values)
            $position = ($sets | Measure-Object -Property Position -Maximum).Maximum

            $entry.type.name | Should -Be $parameter.ParameterType.ToString()
            $entry.required | Should -Be "$($sets.IsMandatory -contains $true)"
            $entry.position | Should -Be $(if ($position -ge 0) { $position } else { 'named' })
            $entry.pipelineInput -match 'ByValue' | Should -Be ($sets.ValueFromPipeline -contains $true)
            $entry.pipelineInput -match 'ByPropertyName' | Should -Be ($sets.ValueFromPipelineByPropertyName -contains $true)
        }
    }
}

Describe 'Help of <Name> -<Parameter>' -ForEach $enumerations {
    It 'lists its values' {
        Get-Help -Name $Name -Parameter $Parameter | Out-String -Width 500 |
            Should -Match "Accepted values: $($Values -join ', ')"
        (Get-Help -Name $Name).syntax | Out-String -Width 5000 | Should -Match "\[-$Parameter \{$($Values -join ' \| ')\}\]"
    }
}

Describe 'Get-Help -Online' -Skip:(-not (Test-Path -Path Variable:IsLinux) -or -not $IsLinux) {
    It 'opens the page in the browser' {
        # What Linux opens addresses by, put first on the path.
        $opened = Join-Path -Path $TestDrive -ChildPath 'opened'
        "#!/bin/sh`nprintf %s `"`$1`" > '$opened.part' && mv '$opened.part' '$opened'" |
            Set-Content -LiteralPath "$TestDrive/xdg-open"
        chmod +x "$TestDrive/xdg-open"

        $path = $env:PATH
        $env:PATH = "$TestDrive" + [System.IO.Path]::PathSeparator + $path
        try {
            Invoke-InNewSession { $ProgressPreference = 'SilentlyContinue'; Get-Help -Name Get-EnPowerMailbox -Online }
        }
        finally {
            $env:PATH = $path
        }

        for ($try = 0; $try -lt 100 -and -not (Test-Path -LiteralPath $opened); $try++) {
            Start-Sleep -Milliseconds 100
        }
        Get-Content -LiteralPath $opened |
            Should -Be 'https://github.com/enpower-powershell/EnPower/blob/main/docs/en-US/Get-EnPowerMailbox.md'
    }
}

Describe 'The topic <_>' -ForEach $topics {
    It 'is found by Get-Help' {
        Get-Help -Name $_ | Out-String | Should -Match "# $_\b"
    }

    It 'says in one line what it is about, as lists of topics show' {
        (Get-Help -Name $_ | Out-String -Width 200) -split '\r?\n' | Select-Object -Skip 4 -First 2 |
            Should -Match '^([A-Z].{20,}\.|)$'
    }

    It 'fits into 80 columns, but for addresses' {
        (Get-Help -Name $_ | Out-String -Width 200) -split '\r?\n' |
            Where-Object { $_.Length -gt 80 -and $_ -notmatch 'https://' } |
            Should -BeNullOrEmpty
    }
}

Describe 'about_EnPower_Mailboxes' {
    It 'has every property of EnPower.Mailbox, its type and its name in the API' {
        $topic = Get-Help -Name about_EnPower_Mailboxes | Out-String
        $type = (Get-Command -Name Get-EnPowerMailbox).OutputType[0].Type

        $properties = $type.GetProperties() | Where-Object Name -NE 'AdditionalProperties'
        foreach ($property in $properties | Where-Object { -not $_.GetSetMethod($true) }) {
            $topic | Should -Match "\b$($property.Name)\b" -Because 'what follows from other properties is named'
        }

        foreach ($property in $properties | Where-Object { $_.GetSetMethod($true) }) {
            $inApi = $property.Name.Substring(0, 1).ToLowerInvariant() + $property.Name.Substring(1)
            $topic | Should -Match "(?m)^$($property.Name) \[[\w.]+(\[\])?\]\r?\n    $inApi\. \w" -Because 'each property is explained'
        }
    }
}
