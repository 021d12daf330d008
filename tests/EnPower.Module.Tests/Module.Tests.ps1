BeforeDiscovery {
    . "$PSScriptRoot/TestSession.ps1"
}

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

Describe 'Isolation' -Tag Isolation -Skip:(-not $isIsolated) {
    It 'loads nothing but the cmdlets and the model into the default context' {
        $contexts = Invoke-InNewSession {
            try { Get-EnPowerMailbox } catch { $null = $_ }
            [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object Location -Like '*EnPower*' | ForEach-Object {
                [pscustomobject]@{
                    Name    = $_.GetName().Name
                    Context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name
                }
            }
        }

        ($contexts | Where-Object Context -EQ 'Default').Name | Sort-Object | Should -Be 'EnPower.Model', 'EnPower.PowerShell'
        ($contexts | Where-Object Context -EQ 'EnPower').Name | Should -Contain 'EnPower.Client'
    }

    It 'loads the cmdlets, the model and nothing else of ours on import' {
        $loaded = Invoke-InNewSession {
            [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object Location -Like '*EnPower*' |
                ForEach-Object { $_.GetName().Name }
        }

        $loaded | Sort-Object | Should -Be 'EnPower.Model', 'EnPower.PowerShell'
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

    It 'has the engine load no module that it does not need, and leaves no error' {
        $script = "Import-Module -Name '$modulePath'; `"`$((Get-Module).Name)`"; `$Error.Count"

        $names, $errorCount = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -Command $script

        $names | Should -Not -Match 'Microsoft.PowerShell.Management'
        $errorCount | Should -Be 0
    }

    It 'loads the build with machine code where the module has one for this runtime and machine, and else the one with IL alone' {
        $name = "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
        $copy = Join-Path -Path $TestDrive -ChildPath 'EnPower'
        Copy-Item -LiteralPath $modulePath -Destination $copy -Recurse
        Remove-Item -Path "$copy/bin/net10.0-*" -Recurse
        $script = "Import-Module -Name '$copy'; Split-Path -Parent ([EnPower.Mailbox].Assembly.Location) | Split-Path -Leaf"

        $without = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -Command $script
        Copy-Item -LiteralPath "$copy/bin/net8.0" -Destination "$copy/bin/$name" -Recurse
        $with = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -Command $script

        $without | Should -Be 'net8.0'
        $with | Should -Be $name
    }

    It 'ships no assembly that PowerShell brings itself' {
        $platform = Get-ChildItem -Path "$modulePath/bin/net8.0" -Recurse -Filter *.dll

        $platform.BaseName | Sort-Object | Should -Be @(
            'EnPower.Client', 'EnPower.Model', 'EnPower.PowerShell', 'Microsoft.Identity.Client', 'Microsoft.IdentityModel.Abstractions', 'Polly.Core')
    }
}

Describe 'Types that scripts name' {
    BeforeAll {
        # What a script can say of a mailbox before any command has run.
        $naming = {
            function Get-Count { param([EnPower.Mailbox[]] $Mailbox) @($Mailbox).Count }
            $caught = try { Get-EnPowerMailbox -ErrorAction Stop } catch [EnPower.EnPowerException] { "$($_.Exception.ErrorId)" }
            [pscustomobject]@{
                Literal   = [EnPower.Mailbox].FullName
                Parameter = (Get-Command -Name Get-Count).Parameters['Mailbox'].ParameterType.FullName
                Is        = 5 -is [EnPower.Mailbox]
                Enum      = [int] [EnPower.MailboxType] 'Shared'
                Caught    = $caught
                Completed = (TabExpansion2 -inputScript '[EnPower.Mailb' -cursorColumn 14).CompletionMatches.CompletionText -contains 'EnPower.Mailbox'
            }
        }
        $expected = [pscustomobject]@{
            Literal = 'EnPower.Mailbox'; Parameter = 'EnPower.Mailbox[]'; Is = $false; Enum = 2; Caught = 'NotConnected'; Completed = $true
        } | ConvertTo-Json
    }

    It 'are known after the import' {
        Invoke-InNewSession $naming | ConvertTo-Json | Should -Be $expected
    }

    It 'are known after an import by force' {
        $script = [scriptblock]::Create("Import-Module -Name '$modulePath' -Force; & { $naming }")

        Invoke-InNewSession $script | ConvertTo-Json | Should -Be $expected
    }

    It 'are known in another runspace' {
        $script = [scriptblock]::Create(
            "[powershell]::Create().AddScript(`"Import-Module -Name '$modulePath'`").AddStatement().AddScript({ $naming }).Invoke()")

        Invoke-InNewSession $script | ConvertTo-Json | Should -Be $expected
    }

    It 'are known in parallel blocks' -Skip:($PSEdition -ne 'Core') {
        $script = [scriptblock]::Create("1 | ForEach-Object -Parallel { Import-Module -Name '$modulePath'; $naming }")

        Invoke-InNewSession $script | ConvertTo-Json | Should -Be $expected
    }

    It 'of errors catch the API''s own' {
        $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '5'
        try {
            $parameters = $emulator.Parameters
            Connect-EnPower @parameters
            Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; status = 404 }

            $caught = try { Get-EnPowerMailbox } catch [EnPower.EnPowerApiException] { $_.Exception.StatusCode }

            $caught | Should -Be 'NotFound'
        }
        finally {
            Disconnect-EnPower
            $emulator.Process.Kill()
        }
    }
}
