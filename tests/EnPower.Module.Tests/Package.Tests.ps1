BeforeDiscovery {
    $installers = @(
        @{ Installer = 'PowerShellGet' }
        if (Test-Path -LiteralPath "$PSHOME/Modules/Microsoft.PowerShell.PSResourceGet") { @{ Installer = 'PSResourceGet' } }
    )
    $hasPackage = Test-Path -Path "$PSScriptRoot/../../out/EnPower.*.nupkg"
    if (-not $hasPackage) {
        Write-Warning 'There is no package in out: it is not tested. build.ps1 Test makes one.'
    }
}

Describe 'The package' -Skip:(-not $hasPackage -and -not $env:CI) {
    BeforeAll {
        . "$PSScriptRoot/TestSession.ps1"
        $package = Get-Item -Path "$root/out/EnPower.*.nupkg"
        $unpacked = Join-Path -Path $TestDrive -ChildPath 'unpacked'
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [System.IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $unpacked)
        $nuspec = ([xml] (Get-Content -LiteralPath "$unpacked/EnPower.nuspec" -Raw)).package.metadata
        $manifest = Import-PowerShellDataFile -LiteralPath "$unpacked/EnPower.psd1"
    }

    It 'holds the module and nothing else' {
        # Beside what NuGet adds to every package.
        $files = Get-ChildItem -LiteralPath $unpacked -Recurse -File |
            ForEach-Object { $_.FullName.Substring($unpacked.Length + 1).Replace('\', '/') } |
            Where-Object { $_ -notmatch '^(_rels/|package/|\[Content_Types\]\.xml$|EnPower\.nuspec$)' }

        $precompiled = foreach ($runtimeIdentifier in 'linux-x64', 'osx-arm64', 'win-x64') {
            "bin/net10.0-$runtimeIdentifier/Dependencies/EnPower.Client.dll"
            "bin/net10.0-$runtimeIdentifier/Dependencies/Microsoft.Identity.Client.dll"
            "bin/net10.0-$runtimeIdentifier/Dependencies/Microsoft.IdentityModel.Abstractions.dll"
            "bin/net10.0-$runtimeIdentifier/Dependencies/Polly.Core.dll"
            "bin/net10.0-$runtimeIdentifier/EnPower.Model.dll"
            "bin/net10.0-$runtimeIdentifier/EnPower.PowerShell.dll"
            "bin/net10.0-$runtimeIdentifier/EnPower.PowerShell.psd1"
        }
        $files | Sort-Object | Should -Be (@(
                $precompiled
                'bin/net8.0/Dependencies/EnPower.Client.dll'
                'bin/net8.0/Dependencies/Microsoft.Identity.Client.dll'
                'bin/net8.0/Dependencies/Microsoft.IdentityModel.Abstractions.dll'
                'bin/net8.0/Dependencies/Polly.Core.dll'
                'bin/net8.0/EnPower.Model.dll'
                'bin/net8.0/EnPower.PowerShell.dll'
                'bin/net8.0/EnPower.PowerShell.psd1'
                'bin/netstandard2.0/Dependencies/EnPower.Client.dll'
                'bin/netstandard2.0/Dependencies/Microsoft.Bcl.AsyncInterfaces.dll'
                'bin/netstandard2.0/Dependencies/Microsoft.Bcl.TimeProvider.dll'
                'bin/netstandard2.0/Dependencies/Microsoft.Identity.Client.dll'
                'bin/netstandard2.0/Dependencies/Microsoft.IdentityModel.Abstractions.dll'
                'bin/netstandard2.0/Dependencies/Polly.Core.dll'
                'bin/netstandard2.0/Dependencies/System.Buffers.dll'
                'bin/netstandard2.0/Dependencies/System.ComponentModel.Annotations.dll'
                'bin/netstandard2.0/Dependencies/System.Diagnostics.DiagnosticSource.dll'
                'bin/netstandard2.0/Dependencies/System.Formats.Asn1.dll'
                'bin/netstandard2.0/Dependencies/System.IO.Pipelines.dll'
                'bin/netstandard2.0/Dependencies/System.Memory.dll'
                'bin/netstandard2.0/Dependencies/System.Numerics.Vectors.dll'
                'bin/netstandard2.0/Dependencies/System.Runtime.CompilerServices.Unsafe.dll'
                'bin/netstandard2.0/Dependencies/System.Security.Cryptography.Cng.dll'
                'bin/netstandard2.0/Dependencies/System.Text.Encodings.Web.dll'
                'bin/netstandard2.0/Dependencies/System.Text.Json.dll'
                'bin/netstandard2.0/Dependencies/System.Threading.Tasks.Extensions.dll'
                'bin/netstandard2.0/EnPower.Model.dll'
                'bin/netstandard2.0/EnPower.PowerShell.dll'
                'bin/netstandard2.0/EnPower.PowerShell.psd1'
                'en-US/about_EnPower.help.txt'
                'en-US/about_EnPower_Authentication.help.txt'
                'en-US/about_EnPower_Mailboxes.help.txt'
                'en-US/about_EnPower_Resources.help.txt'
                'en-US/about_EnPower_Snapshots.help.txt'
                'en-US/about_EnPower_Troubleshooting.help.txt'
                'en-US/EnPower.PowerShell.dll-Help.xml'
                'EnPower.format.ps1xml'
                'EnPower.psd1'
                'EnPower.psm1'
                'EnPower.types.ps1xml'
                'LICENSE'
            ) | Sort-Object)
    }

    It 'has its symbols in <_>' -ForEach @(
        'net8.0/EnPower.PowerShell.dll', 'net8.0/Dependencies/EnPower.Client.dll'
        'netstandard2.0/EnPower.PowerShell.dll', 'netstandard2.0/Dependencies/EnPower.Client.dll'
    ) -Skip:($PSEdition -ne 'Core') {
        $stream = [System.IO.File]::OpenRead("$unpacked/bin/$_")
        $reader = [System.Reflection.PortableExecutable.PEReader]::new($stream)
        try {
            $reader.ReadDebugDirectory().Type | Should -Contain 'EmbeddedPortablePdb'
        }
        finally {
            $reader.Dispose()
        }
    }

    It 'has machine code for <Machine> in every assembly of <Name>, and its IL too' -ForEach @(
        @{ Name = 'net10.0-linux-x64'; Machine = 'Linux on x64'; Code = 0xFD1D }
        @{ Name = 'net10.0-osx-arm64'; Machine = 'macOS on ARM64'; Code = 0xEC20 }
        @{ Name = 'net10.0-win-x64'; Machine = 'Windows on x64'; Code = 0x8664 }
    ) -Skip:($PSEdition -ne 'Core') {
        $assemblies = Get-ChildItem -LiteralPath "$unpacked/bin/$Name" -Recurse -Filter *.dll

        $assemblies.Count | Should -Be 6
        foreach ($assembly in $assemblies) {
            $stream = [System.IO.File]::OpenRead($assembly.FullName)
            $reader = [System.Reflection.PortableExecutable.PEReader]::new($stream)
            try {
                # The machine's number, by which the runtime tells whether the code is for it: of Linux and macOS, with a mark of theirs.
                [int] $reader.PEHeaders.CoffHeader.Machine | Should -Be $Code -Because $assembly.Name
                $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size | Should -BeGreaterThan 0 -Because $assembly.Name
                $reader.HasMetadata | Should -BeTrue
            }
            finally {
                $reader.Dispose()
            }
        }
    }

    It 'says of itself what its manifest says' {
        $nuspec.id | Should -Be 'EnPower'
        $nuspec.version | Should -Be $manifest.ModuleVersion
        $nuspec.description | Should -Be $manifest.Description
        $nuspec.licenseUrl | Should -Be $manifest.PrivateData.PSData.LicenseUri
        $nuspec.projectUrl | Should -Be $manifest.PrivateData.PSData.ProjectUri
        $nuspec.releaseNotes | Should -Be $manifest.PrivateData.PSData.ReleaseNotes
    }

    It 'has the tags by which a gallery knows modules, editions and cmdlets' {
        $tags = $nuspec.tags -split ' '

        foreach ($tag in 'PSModule', 'PSEdition_Desktop', 'PSEdition_Core', 'PSIncludes_Cmdlet', 'AvePoint', 'Exchange') {
            $tags | Should -Contain $tag
        }
        foreach ($cmdlet in $manifest.CmdletsToExport) {
            $tags | Should -Contain "PSCmdlet_$cmdlet"
            $tags | Should -Contain "PSCommand_$cmdlet"
        }
    }

    It 'exports by name, without a wildcard' {
        $manifest.CmdletsToExport.Count | Should -BeGreaterThan 0
        $exports = @(
            $manifest.CmdletsToExport; $manifest.FunctionsToExport; $manifest.AliasesToExport; $manifest.VariablesToExport
        )
        $exports | Where-Object { $_ -match '[*?]' } | Should -BeNullOrEmpty
    }

    # On Windows, where modules are installed does not follow the environment.
    Describe 'installed by <Installer>, in a new profile' -Skip:($PSEdition -ne 'Core' -or $IsWindows) -ForEach $installers {
        BeforeAll {
            $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '50'
            Set-ConnectionVariable $emulator
            $repository = New-Item -Path "$TestDrive/$Installer/repository" -ItemType Directory
            $userHome = New-Item -Path "$TestDrive/$Installer/home" -ItemType Directory
            Copy-Item -LiteralPath $package.FullName -Destination $repository.FullName

            $earlier = New-Item -Path "$TestDrive/$Installer/earlier" -ItemType Directory
            Copy-Item -LiteralPath "$root/out/EnPower" -Destination $earlier -Recurse
            $earlierManifest = "$earlier/EnPower/EnPower.psd1"
            (Get-Content -LiteralPath $earlierManifest -Raw) -replace "(?m)^(\s*ModuleVersion\s*=\s*)'.*'", "`$1'0.1.0'" |
                Set-Content -LiteralPath $earlierManifest
            $earlierPackage = & "$root/tools/Export-Package.ps1" -ModulePath "$earlier/EnPower" -Destination $earlier
            Copy-Item -LiteralPath $earlierPackage -Destination $repository.FullName

            $environment = @{
                HOME            = $userHome.FullName
                PSModulePath    = ''
                XDG_CACHE_HOME  = "$userHome/.cache"
                XDG_CONFIG_HOME = "$userHome/.config"
                XDG_DATA_HOME   = "$userHome/.local/share"
            }
            $words = '-RepositoryPath', $repository.FullName, '-EarlierVersion', '0.1.0', '-Installer', $Installer
            $seen = Receive-Session (
                Start-Session -Path "$PSScriptRoot/InstallSession.ps1" -ArgumentList $words -Environment $environment)
        }

        AfterAll {
            Clear-ConnectionVariable
            $emulator.Process.Kill()
        }

        It 'is found, with its cmdlets' {
            $seen.Found | Should -Be "EnPower $($manifest.ModuleVersion)"
            $seen.Cmdlets | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        }

        It 'is imported when a cmdlet is first used' {
            $seen.Earlier.Read | Should -Be 10
            $seen.Earlier.Version | Should -Be '0.1.0'
            $seen.Earlier.Path | Should -BeLike "$userHome*EnPower.psm1"
        }

        It 'has its views' {
            $seen.Earlier.Table | Should -Match '^\s*EmailAddress +RecipientType +StorageUsedBytes +Status'
        }

        It 'is updated while another process uses the earlier version' {
            $seen.Updated.Read | Should -Be 10
            $seen.Updated.Version | Should -Be $manifest.ModuleVersion
        }

        It 'goes on in that process' {
            $seen.EarlierStill.Read | Should -Be 5
            $seen.EarlierStill.HasReport | Should -BeTrue
        }

        It 'is uninstalled without a trace' {
            $seen.Left | Should -Be 0
            Get-ChildItem -LiteralPath $userHome -Recurse -Filter EnPower* -Force | Should -BeNullOrEmpty
        }
    }
}
