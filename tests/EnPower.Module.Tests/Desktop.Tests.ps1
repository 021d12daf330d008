BeforeDiscovery {
    # On Windows, .NET Framework itself runs the program.
    $isOnWindows = $PSEdition -ne 'Core' -or $IsWindows
    $mono = Get-Command -Name mono -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $facades = if ($mono) { Join-Path -Path $mono.Source -ChildPath '../../lib/mono/4.5/Facades/netstandard.dll' }
    $canRun = $isOnWindows -or ($facades -and (Test-Path -Path $facades))
    if (-not $canRun) {
        Write-Warning 'Mono, as the package mono-devel brings it, is not installed: the build for Windows PowerShell is not run.'
    }
    # CI has it, but for macOS, which has no such package.
    $mustRun = $env:CI -and -not $IsMacOS
}

Describe 'The build for Windows PowerShell' -Tag Repository -Skip:(-not $canRun -and -not $mustRun) {
    BeforeAll {
        . "$PSScriptRoot/TestSession.ps1"
        $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '100'
        $program = Join-Path -Path $root -ChildPath 'tests/EnPower.DesktopSmoke/bin/Release/net472/EnPower.DesktopSmoke.exe'
        Import-Module -Name $modulePath -Force
        $connection = $emulator.Parameters
        Connect-EnPower @connection
        Get-EnPowerMailbox | Export-EnPowerSnapshot -Path "$TestDrive/snapshot.jsonl.gz"
        Disconnect-EnPower
        # The program's first page comes by a retry, which loads Polly.
        $null = Add-Fault $emulator @{ path = '/smp/exchange/mailboxes'; status = 503 }
        $words = @((Join-Path -Path $modulePath -ChildPath 'bin/netstandard2.0'), $emulator.Endpoint, $emulator.Authority, $emulator.ClientId)
        $words += "$TestDrive/snapshot.jsonl.gz", "$TestDrive/copy.jsonl.gz"
        $start = [System.Diagnostics.ProcessStartInfo]::new($program)
        if ($PSEdition -eq 'Core' -and -not $IsWindows) {
            $start.FileName = 'mono'
            $words = @($program) + $words
        }
        $start.Arguments = ($words | ForEach-Object { '"{0}"' -f $_ }) -join ' '
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.WriteLine([System.Net.NetworkCredential]::new('', $emulator.ClientSecret).Password)
        $read, $loaded = $process.StandardOutput.ReadToEnd().Trim() -split '\r?\n'
    }

    AfterAll {
        $process.Dispose()
        $emulator.Process.Kill()
    }

    It 'connects, retries and reads' {
        $read | Should -Be '30'
    }

    It 'writes and reads the same bytes in snapshots' {
        $bytes = foreach ($name in 'snapshot', 'copy') {
            $gzip = [System.IO.Compression.GZipStream]::new(
                [System.IO.File]::OpenRead("$TestDrive/$name.jsonl.gz"), [System.IO.Compression.CompressionMode]::Decompress)
            $unpacked = [System.IO.MemoryStream]::new()
            $gzip.CopyTo($unpacked)
            $gzip.Dispose()
            [Convert]::ToBase64String($unpacked.ToArray())
        }

        $bytes[0].Length | Should -BeGreaterThan 10000
        $bytes[1] | Should -BeExactly $bytes[0]
    }

    It 'has <_> from its own folder' -ForEach @(
        'EnPower.Client', 'Microsoft.Identity.Client', 'Polly.Core', 'System.Text.Json', 'System.Memory', 'System.Buffers'
        'System.Runtime.CompilerServices.Unsafe', 'Microsoft.Bcl.AsyncInterfaces'
    ) {
        $loaded | Should -Contain $_
    }
}
