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

Describe 'A line of build.ps1, tools, examples or the module' -Tag Repository {
    It 'is no longer than .editorconfig allows' {
        $root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
        $limit = [int] (Select-String -LiteralPath "$root/.editorconfig" -Pattern '^max_line_length = (\d+)').Matches[0].Groups[1].Value
        $scripts = @(Get-ChildItem -Path "$root/*.ps1") + @(
            Get-ChildItem -Path "$root/tools", "$root/examples", "$root/module" -Recurse -File -Include *.ps1, *.psm1)

        $scripts.Count | Should -BeGreaterThan 20
        Select-String -LiteralPath $scripts.FullName -Pattern "^.{$($limit + 1),}" |
            ForEach-Object { "$($_.Filename):$($_.LineNumber)" } |
            Should -BeNullOrEmpty
    }
}
