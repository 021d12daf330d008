BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '300'
    $connect = $emulator.Parameters
    Connect-EnPower @connect
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'Export-EnPowerReport' {
    It 'writes a page of what Get-EnPowerMailbox reads' {
        $file = Get-EnPowerMailbox | Export-EnPowerReport -Path "$TestDrive/live.html" -PassThru

        $file | Should -BeOfType [System.IO.FileInfo]
        Get-Content -LiteralPath $file.FullName -Raw | Should -Match '<dt>Mailboxes</dt><dd>300</dd>'
    }

    It 'counts the same of mailboxes that come back from Export-Clixml and from a snapshot' {
        $tiles = { param($page) [regex]::Matches((Get-Content -LiteralPath $page -Raw), '<dt>(.*?)</dt><dd>(.*?)</dd>').Value -join "`n" }
        Get-EnPowerMailbox | Export-EnPowerReport -Path "$TestDrive/live.html"
        Get-EnPowerMailbox | Export-Clixml -Path "$TestDrive/mailboxes.xml"
        Import-Clixml -Path "$TestDrive/mailboxes.xml" | Export-EnPowerReport -Path "$TestDrive/clixml.html"
        Get-EnPowerMailbox | Export-EnPowerSnapshot -Path "$TestDrive/mailboxes.jsonl.gz"
        Import-EnPowerSnapshot -Path "$TestDrive/mailboxes.jsonl.gz" | Export-EnPowerReport -Path "$TestDrive/snapshot.html"

        & $tiles "$TestDrive/clixml.html" | Should -Be (& $tiles "$TestDrive/live.html")
        & $tiles "$TestDrive/snapshot.html" | Should -Be (& $tiles "$TestDrive/live.html")
    }
}

Describe 'Send-MailboxReport.ps1' {
    BeforeAll {
        # In a process, as a scheduler runs it, with a stand-in that keeps what would be mailed; its exit code.
        function Invoke-Send {
            param([int] $Day, [string] $Failure)

            $reported = Start-TestEmulator -ArgumentList '--mailboxes', '500', '--day', $Day
            $variables = @{
                ENPOWER_CLIENT_ID     = $reported.ClientId
                ENPOWER_CLIENT_SECRET = [System.Net.NetworkCredential]::new('', $reported.ClientSecret).Password
                ENPOWER_ENDPOINT      = $reported.Endpoint
                ENPOWER_AUTHORITY     = $reported.Authority
                PSModulePath          = (Split-Path -Path $modulePath -Parent) + [System.IO.Path]::PathSeparator + $env:PSModulePath
            }
            $script = @"
function Send-MgUserMail {
    param([Parameter(Mandatory)] [string] `$UserId, [Parameter(Mandatory)] [hashtable] `$BodyParameter)

    $Failure
    ConvertTo-Json -InputObject @{ UserId = `$UserId; Body = `$BodyParameter } -Depth 10 | Add-Content -LiteralPath '$TestDrive/mail.json'
}

`$PSDefaultParameterValues['Connect-EnPower:SkipCertificateCheck'] = `$true
& '$root/examples/Send-MailboxReport.ps1' -Path '$TestDrive/reports' -From reports@contoso.com -To security@contoso.com
exit `$LASTEXITCODE
"@
            $path = Join-Path -Path $TestDrive -ChildPath 'run.ps1'
            Set-Content -LiteralPath $path -Value $script
            $session = Start-Session -Path $path -Environment $variables
            $null = $session.Output.GetAwaiter().GetResult()
            $session.Process.WaitForExit()
            $reported.Process.Kill()
            @{ ExitCode = $session.Process.ExitCode; Error = $session.ErrorOutput.GetAwaiter().GetResult() }
        }
    }

    BeforeEach {
        Remove-Item -Path "$TestDrive/reports", "$TestDrive/mail.json" -Recurse -ErrorAction Ignore
    }

    It 'writes report and snapshot, and mails the report once, on the day that something changed' {
        $first = Invoke-Send -Day 0
        $first.ExitCode | Should -Be 0 -Because $first.Error
        "$TestDrive/mail.json" | Should -Not -Exist
        (Invoke-Send -Day 1).ExitCode | Should -Be 2
        (Invoke-Send -Day 1).ExitCode | Should -Be 0

        $mail = Get-Content -LiteralPath "$TestDrive/mail.json" -Raw | ConvertFrom-Json
        $mail.UserId | Should -Be 'reports@contoso.com'
        $mail.Body.message.toRecipients.emailAddress.address | Should -Be 'security@contoso.com'
        $mail.Body.message.subject | Should -Match '^\d+ changes of mailboxes matter to security$'
        $page = [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($mail.Body.message.attachments[0].contentBytes))
        $page | Should -Match 'What changed since'
        $page | Should -Not -Match '<script'
        Get-ChildItem -Path "$TestDrive/reports" | ForEach-Object Name | Sort-Object | Should -Be 'mailboxes.jsonl.gz', 'report.html'
    }

    It 'compares with the same snapshot again where the mail was not sent' {
        $null = Invoke-Send -Day 0
        $failed = Invoke-Send -Day 1 -Failure "throw 'Mail is down.'"
        $failed.ExitCode | Should -Be 1
        $failed.Error | Should -Match 'Mail is down'

        (Invoke-Send -Day 1).ExitCode | Should -Be 2
        "$TestDrive/mail.json" | Should -Exist
    }
}
