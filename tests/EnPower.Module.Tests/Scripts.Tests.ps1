BeforeDiscovery {
    $root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
    $scripts = @(
        Get-ChildItem -Path $root -Filter *.ps1 -File
        'module', 'tools', 'examples', 'bench', 'tests/EnPower.Module.Tests' |
            ForEach-Object { Join-Path -Path $root -ChildPath $_ } |
            Where-Object { Test-Path -LiteralPath $_ } |
            Get-ChildItem -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
            Where-Object FullName -NotMatch '[\\/](bin|obj|node_modules)[\\/]'
    )
    $hasAnalyzer = [bool] (Get-Module -ListAvailable -Name PSScriptAnalyzer)
    if (-not $hasAnalyzer) {
        Write-Warning 'PSScriptAnalyzer is not installed: the scripts are not analyzed.'
    }
}

Describe 'PSScriptAnalyzer' -Tag Repository {
    BeforeAll {
        $root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
        $settings = Join-Path -Path $root -ChildPath 'tools/PSScriptAnalyzerSettings.psd1'
    }

    It 'finds nothing in <_.Name>' -ForEach $scripts -Skip:(-not $hasAnalyzer) {
        # What Pester's blocks and secrets made at run time look like is no mistake in a test.
        $exclude = if ($_.FullName -match '[\\/]tests[\\/]') {
            'PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidUsingConvertToSecureStringWithPlainText',
            'PSUseShouldProcessForStateChangingFunctions'
        }
        elseif ((Get-Content -LiteralPath $_.FullName -TotalCount 1) -eq '#Requires -Version 7.4') {
            'PSUseCompatibleSyntax'
        }

        $analysis = @{ Path = $_.FullName; Settings = $settings }
        if ($exclude) {
            $analysis.ExcludeRule = $exclude
        }

        Invoke-ScriptAnalyzer @analysis |
            ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } |
            Should -BeNullOrEmpty
    }
}

Describe 'A line of build.ps1, tools, examples, the module or C# code' -Tag Repository {
    It 'is no longer than .editorconfig allows' {
        $root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
        $setting = Select-String -LiteralPath "$root/.editorconfig" -Pattern '^max_line_length = (\d+)'
        $limit = [int] $setting.Matches[0].Groups[1].Value
        $scripts = @(Get-ChildItem -Path "$root/*.ps1") + @(
            Get-ChildItem -Path "$root/tools", "$root/examples", "$root/module" -Recurse -File -Include *.ps1, *.psm1)
        $code = @(
            Get-ChildItem -Path "$root/src", "$root/tests", "$root/bench" -Recurse -File -Filter *.cs |
                Where-Object { $_.FullName.Substring($root.Length) -notmatch '[\\/](bin|obj)[\\/]' })

        # Except for raw string literals of several lines: to wrap their lines would change their values.
        $literal = '(?m)(?<!""".*)"""\r?\n(?s:.*?)\n *"""'
        $scripts.Count | Should -BeGreaterThan 20
        $code.Count | Should -BeGreaterThan 400
        $scripts + $code | ForEach-Object {
            $text = [System.IO.File]::ReadAllText($_.FullName)
            if ($_.Extension -eq '.cs') {
                $text = [regex]::Replace($text, $literal, { $args[0].Value -replace '.' })
            }

            $number = 0
            foreach ($line in $text -split '\r?\n') {
                $number++
                if ($line.Length -gt $limit) {
                    "$($_.Name):$number"
                }
            }
        } | Should -BeNullOrEmpty
    }
}
