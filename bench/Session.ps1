#Requires -Version 7.4

# Dot-sourced by every measure, each in a process of its own: an emulator in another process, the built module, and the two
# that the module is compared with.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Open-Emulator {
    param([string] $Path, [string[]] $ArgumentList)

    & "$PSScriptRoot/../tools/Start-Emulator.ps1" -Path $Path -ArgumentList (@('--cache-pages') + $ArgumentList)
}

function Connect-Module {
    param([string] $Path, [object] $Emulator)

    if ($Path.EndsWith('netstandard2.0')) {
        Add-Type -LiteralPath "$PSScriptRoot/FolderLoadContext.cs"
        $context = [FolderLoadContext]::new($Path)
        Import-Module -Assembly $context.LoadFromAssemblyPath("$Path/EnPower.PowerShell.dll") -Global
    }
    else {
        Import-Module -Name $Path -Global
    }

    $connection = @{
        ClientId     = $Emulator.ClientId
        ClientSecret = $Emulator.ClientSecret
        Endpoint     = $Emulator.Endpoint
        Authority    = $Emulator.Authority
    }
    Connect-EnPower @connection -SkipCertificateCheck
}

function Connect-BareClient {
    param([string] $Path, [object] $Emulator, [uri] $Endpoint = $Emulator.Endpoint, [version] $HttpVersion = '2.0', [bool] $Compressed = $true)

    Add-Type -LiteralPath $Path
    $secret = ConvertFrom-SecureString -SecureString $Emulator.ClientSecret -AsPlainText
    [BareClient.MailboxReader]::Connect($Endpoint, $Emulator.Authority, $Emulator.ClientId, $secret, $HttpVersion, $Compressed)
}

# A script without the module, as fast as it can be.
function Read-ByRestMethod {
    param([uri] $Endpoint, [securestring] $Token, [string] $Tenant)

    $next = "${Endpoint}smp/exchange/mailboxes?top=1000&tenant=$Tenant"
    while ($next) {
        $page = Invoke-RestMethod -Uri $next -Authentication Bearer -Token $Token -SkipCertificateCheck
        $page.mailboxes
        $next = $page.nextLink
    }
}

function Get-Token {
    param([object] $Emulator)

    $request = @{
        Uri                  = "$($Emulator.Authority)connect/token"
        Method               = 'Post'
        SkipCertificateCheck = $true
        Body                 = @{
            grant_type    = 'client_credentials'
            client_id     = $Emulator.ClientId
            client_secret = ConvertFrom-SecureString -SecureString $Emulator.ClientSecret -AsPlainText
            scope         = 'enpower.data.read.all'
        }
    }
    [Net.NetworkCredential]::new('', (Invoke-RestMethod @request).access_token).SecurePassword
}

# Milliseconds, of them on the clock and of processor time, and bytes allocated; the last two by the whole process. The garbage
# of one subject is not the next one's to collect.
function Measure-Run {
    param([string] $Name, [scriptblock] $Subject)

    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    [GC]::Collect()
    $bytes = [GC]::GetTotalAllocatedBytes($true)
    $processorTime = [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
    $watch = [Diagnostics.Stopwatch]::StartNew()
    . $Subject
    $milliseconds = $watch.Elapsed.TotalMilliseconds
    [pscustomobject]@{
        Name                  = $Name
        Milliseconds          = $milliseconds
        ProcessorMilliseconds = ([Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $processorTime).TotalMilliseconds
        Bytes                 = [GC]::GetTotalAllocatedBytes($true) - $bytes
    }
}

# The medians of each subject's runs.
function Join-Run {
    param([object[]] $Run)

    $result = [ordered]@{}
    foreach ($group in $Run | Group-Object -Property Name) {
        $result[$group.Name] = @{
            Milliseconds          = Get-Median -Value $group.Group.Milliseconds
            ProcessorMilliseconds = Get-Median -Value $group.Group.ProcessorMilliseconds
            Bytes                 = Get-Median -Value $group.Group.Bytes
        }
    }
    $result
}

function Get-Median {
    param([double[]] $Value)

    $sorted = @($Value | Sort-Object)
    $middle = [int][Math]::Floor($sorted.Count / 2)
    $sorted.Count % 2 ? $sorted[$middle] : ($sorted[$middle - 1] + $sorted[$middle]) / 2
}
