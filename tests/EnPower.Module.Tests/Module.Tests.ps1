BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
}

Describe 'The module' {
    It 'has a valid manifest' {
        $manifest = Test-ModuleManifest -Path "$modulePath/EnPower.psd1"

        $manifest.PowerShellVersion | Should -Be '5.1'
        $manifest.DotNetFrameworkVersion | Should -Be '4.7.2'
        $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
    }

    It 'exports its cmdlets and nothing else' {
        $module = Get-Module -Name EnPower

        $cmdlets = (Get-Command -Name Connect-EnPower).ImplementingType.Assembly.GetExportedTypes() |
            ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" }

        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($cmdlets | Sort-Object)
        $cmdlets | Should -Contain 'Get-EnPowerMailbox'
        $module.ExportedCommands.Count | Should -Be $module.ExportedCmdlets.Count
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'is imported again by force' {
        Import-Module -Name $modulePath -Force

        { Get-EnPowerConnection } | Should -Not -Throw
    }
}

Describe 'Isolation' -Skip:($PSEdition -ne 'Core') {
    It 'loads nothing but the cmdlets into the default context' {
        $contexts = Invoke-InNewSession {
            try { Get-EnPowerMailbox } catch { $null = $_ }
            [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object Location -Like '*EnPower*' | ForEach-Object {
                [pscustomobject]@{
                    Name    = $_.GetName().Name
                    Context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name
                }
            }
        }

        ($contexts | Where-Object Context -EQ 'Default').Name | Should -Be 'EnPower.PowerShell'
        ($contexts | Where-Object Context -EQ 'EnPower').Name | Should -Contain 'EnPower.Client'
    }

    It 'loads the cmdlets and nothing else of ours on import' {
        $loaded = Invoke-InNewSession {
            [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object Location -Like '*EnPower*' |
                ForEach-Object { $_.GetName().Name }
        }

        $loaded | Should -Be 'EnPower.PowerShell'
    }

    It 'has no one load MSAL, Polly or JSON on import' {
        # The engine's own module brings what it likes, whoever asks for it first.
        $script = 'Import-Module -Name Microsoft.PowerShell.Utility; ' +
            '$names = { [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } }; ' +
            "`$before = & `$names; Import-Module -Name '$modulePath'; & `$names | Where-Object { `$_ -notin `$before }"
        $loaded = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -Command $script

        $loaded | Should -Contain 'EnPower.PowerShell'
        $loaded | Should -Not -Match '^(Microsoft\.Identity|Polly|System\.Text\.Json|Newtonsoft)'
    }

    It 'ships no assembly that PowerShell brings itself' {
        $platform = Get-ChildItem -Path "$modulePath/bin/net8.0" -Recurse -Filter *.dll

        $platform.BaseName | Sort-Object | Should -Be @(
            'EnPower.Client', 'EnPower.PowerShell', 'Microsoft.Identity.Client', 'Microsoft.IdentityModel.Abstractions', 'Polly.Core')
    }
}
