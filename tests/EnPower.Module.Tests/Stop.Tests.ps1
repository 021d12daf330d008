# Stops commands at every stage of a request, as Ctrl+C does, and counts what is left.

BeforeDiscovery {
    $stages = @(
        @{ Stage = 'the TLS handshake'; Path = $null; Fault = $null }
        @{ Stage = 'the discovery of the identity service'; Path = '/.well-known/openid-configuration'; Fault = @{ hang = $true } }
        @{ Stage = 'the token request'; Path = '/connect/token'; Fault = @{ hang = $true } }
        @{ Stage = 'the headers'; Path = '/smp/'; Fault = @{ hang = $true } }
        @{ Stage = 'the body'; Path = '/smp/'; Fault = @{ stallAfterBytes = 1000 } }
        @{ Stage = 'a slow body'; Path = '/smp/'; Fault = @{ bytesPerSecond = 100 } }
        @{ Stage = 'the wait before a retry'; Path = '/smp/'; Fault = @{ status = 503; headers = @{ 'Retry-After' = '300' } } }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    $connect = $emulator.Parameters

    # Takes connections, and never says a word.
    $mute = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $mute.Start()

    $ports = @(([uri]$connect.Endpoint).Port, ([uri]$connect.Authority).Port, $mute.LocalEndpoint.Port)

    function Get-OpenConnection {
        [System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpConnections() |
            Where-Object { $_.State -eq 'Established' -and $_.RemoteEndPoint.Port -in $ports }
    }

    function Wait-Until {
        param([scriptblock] $Condition, [int] $Seconds = 20)

        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        while (-not (& $Condition) -and $watch.Elapsed.TotalSeconds -lt $Seconds) {
            Start-Sleep -Milliseconds 20
        }
    }

    # Runs the script in a runspace of its own until the server has its request, and stops it there. Milliseconds to stop.
    function Measure-Stop {
        param([string] $Script, [hashtable] $Parameters, [scriptblock] $HasBegun)

        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($modulePath, $connect) Import-Module $modulePath').AddArgument($modulePath).Invoke()
        $shell.Commands.Clear()
        $null = $shell.AddScript("param(`$connect) $Script").AddArgument($Parameters)
        $null = $shell.BeginInvoke()
        Wait-Until $HasBegun
        Start-Sleep -Milliseconds 100

        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $elapsed = $watch.Elapsed.TotalMilliseconds
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Commands.Clear()
        $null = $shell.AddScript('Disconnect-EnPower').Invoke()
        $shell.Runspace.Close()
        $shell.Dispose()
        $elapsed
    }
}

AfterAll {
    $mute.Stop()
    $emulator.Process.Kill()
}

Describe 'A command that is stopped during <Stage>' -ForEach $stages {
    BeforeAll {
        $parameters = $connect.Clone()
        if (-not $Fault) {
            $parameters.Authority = "https://localhost:$($mute.LocalEndpoint.Port)"
            $hasBegun = { $mute.Pending() }
        }
        else {
            $hasBegun = {
                @(Invoke-Control -Emulator $emulator -Method Get -Path requests | ForEach-Object { $_ } |
                        Where-Object path -Like "$Path*").Count -gt 0
            }
        }

        $rounds = 6
        $before = @{ Threads = 0; Timers = 0 }
        # The first round makes what stays: pools and caches.
        $elapsed = foreach ($round in 0..$rounds) {
            $null = Clear-Emulator $emulator
            if ($Fault) {
                $planned = $Fault.Clone()
                $planned.path = $Path
                $planned.times = $null
                $null = Add-Fault $emulator $planned
            }
            Measure-Stop -Script 'Connect-EnPower @connect; Get-EnPowerMailbox' -Parameters $parameters -HasBegun $hasBegun
            while ($mute.Pending()) { $mute.AcceptTcpClient().Dispose() }
            if ($round -eq 0) {
                $before.Threads = (Get-Process -Id $PID).Threads.Count
                $before.Timers = if ($PSEdition -eq 'Core') { [System.Threading.Timer]::ActiveCount }
            }
        }
    }

    It 'is back within half a second' {
        # The best of all: the machine may be busy with something else.
        ($elapsed | Measure-Object -Minimum).Minimum | Should -BeLessThan 500
        ($elapsed | Measure-Object -Maximum).Maximum | Should -BeLessThan 10000
    }

    It 'leaves no connection' {
        Wait-Until { -not (Get-OpenConnection) }

        Get-OpenConnection | Should -BeNullOrEmpty
    }

    # The thread pool, and the requests of this test, come and go with some of their own; one left by each round would show.
    It 'leaves no timer' -Skip:($PSEdition -ne 'Core') {
        Wait-Until { [System.Threading.Timer]::ActiveCount -lt $before.Timers + $rounds }

        [System.Threading.Timer]::ActiveCount | Should -BeLessThan ($before.Timers + $rounds)
    }

    It 'leaves no thread' {
        Wait-Until { (Get-Process -Id $PID).Threads.Count -lt $before.Threads + $rounds }

        (Get-Process -Id $PID).Threads.Count | Should -BeLessThan ($before.Threads + $rounds)
    }
}

Describe 'Several lists at once, which all stop answering' {
    BeforeAll {
        $tenants = 'contoso.onmicrosoft.com', 'fabrikam.onmicrosoft.com'

        # The first page of each list comes.
        function Add-Silence {
            $null = Clear-Emulator $emulator
            $null = Add-Fault $emulator @{ path = '/smp/'; fromRequest = 3; hang = $true; times = $null }
        }
    }

    It 'are back within half a second when they are stopped' {
        $elapsed = foreach ($round in 1..4) {
            Add-Silence
            $stop = @{
                Script     = "Connect-EnPower @connect; Get-EnPowerMailbox -Tenant $($tenants -join ', ') -Top 10"
                Parameters = $connect
                HasBegun   = { @(Get-PageRequest $emulator).Count -eq 4 }
            }
            Measure-Stop @stop
        }

        ($elapsed | Measure-Object -Minimum).Minimum | Should -BeLessThan 500
    }

    It 'end within half a second with <_>' -ForEach 'Select-Object -First 5', 'ForEach-Object { throw "enough" }' {
        $consumer = $_
        Connect-EnPower @connect
        $elapsed = foreach ($round in 1..4) {
            Add-Silence
            $read = [scriptblock]::Create("Get-EnPowerMailbox -Tenant $($tenants -join ', ') -Top 10 | $consumer")
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            try {
                & $read | Out-Null
            }
            catch {
                $_.ToString() | Should -Be 'enough'
            }
            $watch.Elapsed.TotalMilliseconds
        }
        Disconnect-EnPower

        ($elapsed | Measure-Object -Minimum).Minimum | Should -BeLessThan 500
    }
}

Describe 'A job' {
    BeforeEach {
        Clear-Emulator $emulator
        Add-Fault $emulator @{ path = '/smp/'; hang = $true; times = $null }
    }

    It 'ends when it is stopped' -Skip:(-not (Get-Command -Name Start-ThreadJob -ErrorAction Ignore)) {
        $job = Start-ThreadJob -ScriptBlock {
            $connect = $using:connect
            Import-Module $using:modulePath
            Connect-EnPower @connect
            Get-EnPowerMailbox
        }
        Wait-Until { Get-PageRequest $emulator }

        Stop-Job -Job $job

        $job.State | Should -Be 'Stopped'
        Remove-Job -Job $job
    }

    It 'ends when its runspace is closed' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($modulePath, $connect) Import-Module $modulePath; Connect-EnPower @connect; Get-EnPowerMailbox').
            AddArgument($modulePath).AddArgument($connect)
        $running = $shell.BeginInvoke()
        Wait-Until { Get-PageRequest $emulator }

        $shell.Runspace.Close()

        $running.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $shell.Dispose()
    }
}

Describe 'The progress bar' {
    It 'goes when <_> ends the read early' -ForEach 'Select-Object -First 250', 'ForEach-Object { if ((++$n) -gt 250) { throw "enough" } }' {
        Clear-Emulator $emulator
        Add-Fault $emulator @{ path = '/smp/'; times = $null; delay = 0.7 }
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($modulePath, $connect) Import-Module $modulePath; Connect-EnPower @connect').
            AddArgument($modulePath).AddArgument($connect).Invoke()
        $shell.Commands.Clear()

        $output = $shell.AddScript("try { Get-EnPowerMailbox -Top 100 | $_ } catch { `$_.ToString() }; 'and on'").Invoke()

        $output[-1] | Should -Be 'and on'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $shell.Dispose()
    }
}
