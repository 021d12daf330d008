<#
.SYNOPSIS
Starts the emulator on free ports of this machine, and waits until it answers.

.DESCRIPTION
Writes an object with the addresses, the client ID, the client secret as a SecureString, and the process. The emulator
ends with this process at the latest.

.PARAMETER Path
The emulator's assembly: EnPower.Emulator.dll.

.PARAMETER ArgumentList
Further arguments for the emulator; --help lists them.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string[]] $ArgumentList = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$connectionFile = Join-Path ([System.IO.Path]::GetTempPath()) "EnPower.Emulator.$([guid]::NewGuid()).json"
$start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
$arguments = @($Path, '--connection-file', $connectionFile, '--parent-process-id', $PID) + $ArgumentList
# ArgumentList of ProcessStartInfo isn't there in Windows PowerShell.
$start.Arguments = ($arguments | ForEach-Object { '"{0}"' -f $_ }) -join ' '
$process = [System.Diagnostics.Process]::Start($start)

try {
    $deadline = [datetime]::UtcNow.AddMinutes(2)
    while (-not (Test-Path -LiteralPath $connectionFile)) {
        if ($process.HasExited) {
            throw "The emulator ended with exit code $($process.ExitCode)."
        }
        if ([datetime]::UtcNow -gt $deadline) {
            $process.Kill()
            throw 'The emulator did not answer within two minutes.'
        }
        Start-Sleep -Milliseconds 50
    }

    $connection = Get-Content -LiteralPath $connectionFile -Raw | ConvertFrom-Json
}
finally {
    Remove-Item -LiteralPath $connectionFile -Force -ErrorAction Ignore
}

$secret = [securestring]::new()
foreach ($character in $connection.clientSecret.ToCharArray()) {
    $secret.AppendChar($character)
}
$secret.MakeReadOnly()

[pscustomobject]@{
    Endpoint             = $connection.endpoint
    Authority            = $connection.authority
    ClientId             = $connection.clientId
    ClientSecret         = $secret
    UnprivilegedClientId = $connection.unprivilegedClientId
    Process              = $process
}
