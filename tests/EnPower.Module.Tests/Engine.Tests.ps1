BeforeDiscovery {
    # Only a PowerShell that leaves the runtime to .NET can be run by the program dotnet.
    $runsByDotNet = $PSEdition -eq 'Core' -and
        -not (Get-Content -LiteralPath "$PSHOME/pwsh.runtimeconfig.json" -Raw).Contains('includedFrameworks')
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    $script = Join-Path -Path $root -ChildPath 'tools/Get-EngineCommand.ps1'
    $startAnother = "`$engine = & '$script'; & `$engine.FilePath `$engine.ArgumentList -NoProfile -Command '`$PSHOME; exit 7'; exit `$LASTEXITCODE"
}

Describe 'Get-EngineCommand.ps1' {
    It 'starts the PowerShell that runs' {
        & $engine.FilePath $engine.ArgumentList -NoProfile -Command '$PSHOME; exit 7' | Should -Be $PSHOME
        $LASTEXITCODE | Should -Be 7
    }

    It 'starts it where the process is dotnet' -Skip:(-not $runsByDotNet) {
        & dotnet "$PSHOME/pwsh.dll" -NoProfile -Command $startAnother | Should -Be $PSHOME
        $LASTEXITCODE | Should -Be 7
    }

    It 'starts it where the program beside it is for another system' -Skip:(-not $runsByDotNet -or $IsWindows) {
        $copy = Join-Path -Path $TestDrive -ChildPath 'engine'
        $null = New-Item -Path $copy -ItemType Directory
        Copy-Item -Path "$PSHOME/*" -Destination $copy -Recurse
        Set-Content -LiteralPath "$copy/pwsh" -Value 'no program'
        & chmod +x "$copy/pwsh"

        & dotnet "$copy/pwsh.dll" -NoProfile -Command $startAnother | Should -Be $copy
        $LASTEXITCODE | Should -Be 7
    }
}
