# Dot-sourced in BeforeAll: the built module, an emulator, and what tests ask of both. In BeforeDiscovery too, where a test
# depends on the build that is imported.

$root = Split-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -Parent
$modulePath = if ($env:ENPOWER_TEST_MODULE) { $env:ENPOWER_TEST_MODULE } else { Join-Path -Path $root -ChildPath 'out/EnPower' }
# The build for Windows PowerShell has no load context of its own, in whatever engine it is imported.
$isIsolated = $PSEdition -eq 'Core' -and (Test-Path -LiteralPath "$modulePath/bin/net8.0")
$emulatorPath = Join-Path -Path $root -ChildPath 'tests/EnPower.Emulator/bin/Release/net10.0/EnPower.Emulator.dll'
$engine = & (Join-Path -Path $root -ChildPath 'tools/Get-EngineCommand.ps1')

function Start-TestEmulator {
    param([string[]] $ArgumentList = @('--mailboxes', '2500'))

    $emulator = & (Join-Path -Path $root -ChildPath 'tools/Start-Emulator.ps1') -Path $emulatorPath -ArgumentList $ArgumentList
    $parameters = @{
        ClientId             = $emulator.ClientId
        ClientSecret         = $emulator.ClientSecret
        Endpoint             = $emulator.Endpoint
        Authority            = $emulator.Authority
        SkipCertificateCheck = $true
    }
    $emulator | Add-Member -NotePropertyName Parameters -NotePropertyValue $parameters -PassThru
}

function Invoke-Control {
    param([object] $Emulator, [string] $Method, [string] $Path, [object] $Body)

    $request = @{ Method = $Method; Uri = "$($Emulator.Endpoint)emulator/$Path"; ContentType = 'application/json' }
    if ($null -ne $Body) {
        $request.Body = ConvertTo-Json -InputObject @($Body)
    }
    if ($PSEdition -eq 'Core') {
        Invoke-RestMethod @request -SkipCertificateCheck
    }
    else {
        # Windows PowerShell has no such switch; and this process talks to no one but the emulator.
        [System.Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }
        Invoke-RestMethod @request
        [System.Net.ServicePointManager]::ServerCertificateValidationCallback = $null
    }
}

function Add-Fault {
    param([object] $Emulator, [hashtable] $Fault)

    Invoke-Control -Emulator $Emulator -Method Post -Path faults -Body $Fault
}

function Clear-Emulator {
    param([object] $Emulator)

    Invoke-Control -Emulator $Emulator -Method Delete -Path faults
    Invoke-Control -Emulator $Emulator -Method Delete -Path requests
}

function Get-PageRequest {
    param([object] $Emulator)

    @(Invoke-Control -Emulator $Emulator -Method Get -Path requests | ForEach-Object { $_ }) |
        Where-Object -Property path -Like '/smp/*'
}

# A script in a process of its own, with the module imported; what it writes, as objects from JSON.
function Invoke-InNewSession {
    param([scriptblock] $Script)

    $command = "`$ErrorActionPreference = 'Stop'; Import-Module -Name '$modulePath'; & { $Script } | ConvertTo-Json -Depth 3"
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
    & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -EncodedCommand $encoded | Out-String | ConvertFrom-Json
}

# A certificate with its key, made for this run.
function New-TestCertificate {
    $key = [System.Security.Cryptography.RSA]::Create(2048)
    $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        'CN=EnPower test', $key, [System.Security.Cryptography.HashAlgorithmName]::SHA256,
        [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
    $request.CreateSelfSigned([datetimeoffset]::UtcNow.AddDays(-1), [datetimeoffset]::UtcNow.AddDays(1))
}

# What scripts in other processes connect with, for their eyes only.
function Set-ConnectionVariable {
    param([object] $Emulator)

    $connection = @{} + $Emulator.Parameters
    $connection.ClientSecret = [System.Net.NetworkCredential]::new('', $connection.ClientSecret).Password
    $env:ENPOWER_TEST_CONNECTION = ConvertTo-Json -InputObject $connection
}

function Clear-ConnectionVariable {
    $env:ENPOWER_TEST_CONNECTION = $null
}

# Starts a script in a fresh process; Receive-Session waits for what it writes. A variable that is $null is not set there.
function Start-Session {
    param([string] $Path, [string[]] $ArgumentList, [hashtable] $Environment = @{})

    $start = [System.Diagnostics.ProcessStartInfo]::new($engine.FilePath)
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    # What an engine without a home folder writes into its working directory goes with the test.
    $start.WorkingDirectory = "$TestDrive"
    $words = $engine.ArgumentList + @('-NoProfile', '-NonInteractive', '-File', $Path) + $ArgumentList
    $start.Arguments = ($words | ForEach-Object { '"{0}"' -f $_ }) -join ' '
    foreach ($name in $Environment.Keys) {
        if ($null -eq $Environment[$name]) {
            $start.EnvironmentVariables.Remove($name)
        }
        else {
            $start.EnvironmentVariables[$name] = $Environment[$name]
        }
    }
    $process = [System.Diagnostics.Process]::Start($start)
    @{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); ErrorOutput = $process.StandardError.ReadToEndAsync() }
}

function Receive-Session {
    param([hashtable] $Session)

    $output = $Session.Output.GetAwaiter().GetResult()
    $errorOutput = $Session.ErrorOutput.GetAwaiter().GetResult()
    $Session.Process.Dispose()
    if ($errorOutput) {
        throw $errorOutput
    }
    ConvertFrom-Json -InputObject $output
}
