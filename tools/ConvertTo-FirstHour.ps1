#Requires -Version 7.4

<#
.SYNOPSIS
Writes docs/first-hour.md: the commands of a newcomer, and their output.

.DESCRIPTION
Runs each command against the emulator and writes what came. Nothing of the output is written by hand. The emulator's
mailboxes are always the same, and so is the page. Imports the module: run it in a process of its own.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $EmulatorPath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$steps = @(
    '# The first hour'
    ''
    'From a new session to a report, and through a failed read. Each command is followed by its real output: `./build.sh Docs`'
    'writes this page by `tools/ConvertTo-FirstHour.ps1`. The mailboxes are those of the emulator, as in `./build.sh Shell`.'
    'Three dots replace the ID of a request, which differs each time.'
    ''
    '## Install'
    ''
    'From the PowerShell Gallery it will be `Install-Module EnPower -Scope CurrentUser`. Until then, build the module by'
    '`./build.sh Build`.'
    ''
    { Import-Module ./out/EnPower }
    { Get-Command -Module EnPower -Noun EnPower, EnPowerConnection | Format-Table Name }
    ''
    '## Connect'
    ''
    'With your own tenants: `Connect-EnPower -ClientId $clientId -ClientSecret (Read-Host -AsSecureString) -Region us`. Here,'
    '`$emulator` contains the addresses and the credential of the emulator.'
    ''
    { Connect-EnPower @emulator }
    { Test-EnPowerConnection }
    ''
    '## Five questions'
    ''
    'Which tenants can the app read? Afterwards, Tab completes them for `-Tenant`.'
    ''
    { Get-EnPowerTenant }
    ''
    'Whose mailbox is this? An identity is an ID, user principal name, address, alias or name; `zoe*` is a pattern.'
    ''
    { Get-EnPowerMailbox zoe.becker.1@fabrikam.onmicrosoft.com }
    ''
    'Read all mailboxes once, and use the variable several times:'
    ''
    { $mailboxes = Get-EnPowerMailbox }
    { $mailboxes | Group-Object TenantDomain, RecipientType | Format-Table Count, Name }
    ''
    'Who forwards mail outside the organisation?'
    ''
    { $mailboxes | Where-Object ExternalEmailForwardingEnabled | Select-Object -First 5 DisplayName, EmailAddress, Ext*Domain }
    ''
    'Which mailboxes are larger than 50 GB? Sizes are in MB; each has a second property in bytes, for comparisons with `50GB`.'
    ''
    { $large = $mailboxes | Where-Object StorageUsedBytes -GT 50GB }
    { $large | Sort-Object StorageUsedBytes -Descending | Select-Object -First 5 | Format-Table -View Quota }
    ''
    '## A report'
    ''
    { $mailboxes | Export-EnPowerReport report.html }
    { Get-ChildItem report.html | Format-Table Name }
    ''
    '## A break, and going on'
    ''
    'Here the API fails after three pages of a hundred mailboxes. Retries, which would last for ten minutes, are switched off:'
    ''
    'break'
    { $some = Get-EnPowerMailbox -PageSize 100 }
    { $some.Count }
    ''
    'The error contains the position, so nothing is read twice. `(Get-EnPowerConnection).LastRead` contains it too, also after'
    'Ctrl+C.'
    ''
    'mend'
    { $some += Get-EnPowerMailbox -ResumeFrom $Error[0] }
    { $some.Count }
    { Disconnect-EnPower }
)

function Set-Fault {
    param([uri] $Endpoint, [object[]] $Fault)

    $faults = @{ Uri = "${Endpoint}emulator/faults"; SkipCertificateCheck = $true }
    $null = Invoke-RestMethod @faults -Method Delete
    if ($Fault) {
        $null = Invoke-RestMethod @faults -Method Post -ContentType application/json -Body (ConvertTo-Json -InputObject $Fault)
    }
}

# The output in a window of 100 columns. Only the ID of a request differs each time.
function Invoke-Step {
    param([runspace] $Session, [string] $Command)

    $shell = [powershell]::Create()
    $shell.Runspace = $Session
    try {
        $shown = $shell.AddScript(". { $Command } 2>&1 | Out-String -Width 100").Invoke() -join ''
    }
    finally {
        $shell.Dispose()
    }
    if ($shown.Trim()) {
        $shown.TrimEnd() -replace '(?<=request )[0-9a-f-]{36}', '...' -split '\r?\n' | ForEach-Object TrimEnd
    }
}

$folder = [System.IO.Directory]::CreateTempSubdirectory('EnPower.FirstHour.').FullName
$rendering = $PSStyle.OutputRendering
$started = & "$PSScriptRoot/Start-Emulator.ps1" -Path $EmulatorPath -ArgumentList '--mailboxes', '1000'
$session = [runspacefactory]::CreateRunspace()
try {
    $PSStyle.OutputRendering = 'PlainText'
    $null = New-Item -Path "$folder/out" -ItemType Directory
    $null = New-Item -Path "$folder/out/EnPower" -ItemType SymbolicLink -Value $ModulePath

    $session.Open()
    $null = Invoke-Step -Session $session -Command "Set-Location -LiteralPath '$folder'"
    # A read that fails is not tried again: the page would wait for it.
    $session.SessionStateProxy.SetVariable('emulator', @{
            ClientId             = $started.ClientId
            ClientSecret         = $started.ClientSecret
            Endpoint             = $started.Endpoint
            Authority            = $started.Authority
            SkipCertificateCheck = $true
            MaximumRetryCount    = 0
        })

    $isOpen = $false
    foreach ($step in $steps) {
        if ($step -is [string]) {
            switch ($step) {
                'break' { Set-Fault -Endpoint $started.Endpoint -Fault @{ path = '/smp/'; fromRequest = 4; status = 503 } }
                'mend' { Set-Fault -Endpoint $started.Endpoint }
                default {
                    if ($isOpen) {
                        '```'
                        $isOpen = $false
                    }
                    $step
                }
            }
            continue
        }

        if (-not $isOpen) {
            '```'
            $isOpen = $true
        }
        $command = $step.ToString().Trim()
        "PS> $command"
        Invoke-Step -Session $session -Command $command
    }
    if ($isOpen) {
        '```'
    }
}
finally {
    $session.Dispose()
    $PSStyle.OutputRendering = $rendering
    $started.Process.Kill()
    Remove-Item -LiteralPath $folder -Recurse -Force
}
