BeforeDiscovery {
    $page = Get-Content -LiteralPath "$PSScriptRoot/../../docs/recipes.md" -Raw
    $scripts = @{}
    foreach ($match in [regex]::Matches($page, '(?ms)^## (?<Title>[^\r\n]+)$|^```powershell\r?\n(?<Script>.*?)^```')) {
        if ($match.Groups['Title'].Success) {
            $title = $match.Groups['Title'].Value
        }
        else {
            $scripts[$title] = $match.Groups['Script'].Value
        }
    }

    # What the API answers, list by list, and what the recipe makes of it: the first column.
    $ada = '{"principalName":"Ada@contoso.com"}'
    $recipes = @(
        @{
            Title    = 'Flows without an existing owner or co-owner'
            Lists    = @{
                '/smp/exchange/mailboxes' = $ada
                '/smp/powerplatform/powerautomate/cloudflows' = @(
                    '{"displayName":"owned","owner":{"userPrincipalName":"ada@contoso.com"},"coOwnerDetails":[]}'
                    '{"displayName":"co-owned","owner":{"userPrincipalName":"gone@contoso.com"},"coOwnerDetails":[{"userPrincipalName":"ADA@contoso.com"}]}'
                    '{"displayName":"left behind","owner":{"userPrincipalName":"gone@contoso.com"},"coOwnerDetails":[{"userPrincipalName":"gone2@contoso.com"}]}'
                    '{"displayName":"never owned","owner":null,"coOwnerDetails":[]}'
                ) -join ','
            }
            Expected = 'left behind', 'never owned'
        }
        @{
            Title    = 'Apps without launches in the last 90 days'
            Lists    = @{
                '/smp/powerplatform/powerapps' = @(
                    '{"displayName":"in use","appLaunchesLast90Days":1,"lastLaunchedOn":"2026-06-01 08:00:00"}'
                    '{"displayName":"forgotten","appLaunchesLast90Days":0,"lastLaunchedOn":"2025-06-01 08:00:00"}'
                    '{"displayName":"never launched","appLaunchesLast90Days":0,"lastLaunchedOn":""}'
                    '{"displayName":"not known","appLaunchesLast90Days":null}'
                ) -join ','
            }
            Expected = 'never launched', 'forgotten'
        }
        @{
            Title    = 'Premium connections by owner'
            Lists    = @{
                '/smp/powerplatform/connections' = @(
                    '{"tier":"Premium","ownerUserPrincipalName":"ada@contoso.com","connectorDisplayName":"SQL"}'
                    '{"tier":"Standard","ownerUserPrincipalName":"bob@contoso.com","connectorDisplayName":"Mail"}'
                    '{"tier":"Premium","ownerUserPrincipalName":"eve@contoso.com","connectorDisplayName":"SQL"}'
                    '{"tier":"Premium","ownerUserPrincipalName":"eve@contoso.com","connectorDisplayName":"HTTP"}'
                ) -join ','
            }
            Expected = 'eve@contoso.com', 'ada@contoso.com'
        }
        @{
            Title    = 'Flows with failed runs this week, and their failure rate'
            Lists    = @{
                '/smp/powerplatform/powerautomate/cloudflows' = @(
                    '{"flowId":"1","displayName":"some failed","runsLast7Days":2}'
                    '{"flowId":"2","displayName":"all failed","runsLast7Days":1}'
                    '{"flowId":"3","displayName":"none failed","runsLast7Days":1}'
                    '{"flowId":"4","displayName":"did not run","runsLast7Days":0}'
                ) -join ','
                '/smp/powerplatform/powerautomate/cloudflows/1/runs' = '{"state":"Failed"},{"state":"Succeeded"}'
                '/smp/powerplatform/powerautomate/cloudflows/2/runs' = '{"state":"Failed"}'
                '/smp/powerplatform/powerautomate/cloudflows/3/runs' = '{"state":"Succeeded"}'
            }
            Expected = 'all failed', 'some failed'
        }
        @{
            Title    = 'Agents shared with the whole organisation'
            Lists    = @{
                '/smp/powerplatform/bot' = @(
                    '{"displayName":"for all","sharedWithOrganization":true}'
                    '{"displayName":"for some","sharedWithOrganization":false,"sharedUsers":5}'
                ) -join ','
            }
            Expected = 'for all'
        }
        @{
            Title    = 'Workspaces without an active owner'
            Lists    = @{
                '/smp/exchange/mailboxes' = $ada
                '/smp/powerplatform/powerbi/workspaces' = @(
                    '{"name":"looked after","numberOfAdmins":1,"primaryContact":null,"secondaryContact":{"userPrincipalName":"ada@contoso.com"}}'
                    '{"name":"no administrator","numberOfAdmins":0,"primaryContact":{"userPrincipalName":"ada@contoso.com"}}'
                    '{"name":"contact is gone","numberOfAdmins":2,"primaryContact":{"userPrincipalName":"gone@contoso.com"}}'
                    '{"name":"no contact","numberOfAdmins":2,"primaryContact":null,"secondaryContact":null}'
                ) -join ','
            }
            Expected = 'no administrator', 'contact is gone', 'no contact'
        }
        @{
            Title    = 'Renewals due this month'
            Lists    = @{
                '/smp/exchange/mailboxes' = '{"principalName":"ada@contoso.com","renewalDueDate":"2026-06-30 23:59:59"}'
                '/smp/powerplatform/powerapps' = '{"displayName":"App","renewalDueDate":"2026-06-01 00:00:00"}'
                '/smp/powerplatform/powerautomate/cloudflows' = '{"displayName":"Flow","renewalDueDate":"2026-05-31 23:59:59"}'
                '/smp/powerplatform/powerbi/workspaces' = '{"name":"Workspace","renewalDueDate":""}'
                '/smp/powerplatform/environments' = '{"displayName":"Environment","renewalDueDate":"2026-06-15 08:00:00"}'
            }
            Expected = 'App', 'Environment', 'ada@contoso.com'
        }
        @{
            Title    = 'Objects deleted or archived last month'
            Lists    = @{
                '/smp/lifecycle/microsoft365/groups' = '{"displayName":"Group","actionType":1,"actionTime":"2026-05-18T09:21:34.8344583"}'
                '/smp/lifecycle/microsoft365/viva-groups' = '{"displayName":"Restricted","actionType":8,"actionTime":"2026-05-18T09:21:34"}'
                '/smp/lifecycle/microsoft365/sites' = '{"displayName":"Site","actionType":128,"actionTime":"2026-05-01T00:00:00"}'
                '/smp/lifecycle/microsoft365/teams' = '{"displayName":"Too late","actionType":1,"actionTime":"2026-06-01T00:00:00"},{"displayName":"Team","actionType":2,"actionTime":"2026-05-31T23:59:59"}'
            }
            Expected = 'Site', 'Group', 'Team'
        }
    )
    foreach ($recipe in $recipes) {
        $recipe.Script = $scripts[$recipe.Title]
    }
    $untested = @($scripts.Keys | Where-Object { $_ -notin $recipes.Title })

    $examples = foreach ($file in Get-ChildItem -Path "$PSScriptRoot/../../docs/en-US/Get-EnPower*.md") {
        $page = Get-Content -LiteralPath $file.FullName -Raw
        if ($page -match 'GET /smp/(powerplatform|lifecycle)/') {
            [regex]::Matches($page, '(?ms)^### (?<Title>Example[^\r\n]+)\s+```powershell\r?\n(?<Script>.*?)^```') | ForEach-Object {
                @{ Name = $file.BaseName; Title = $_.Groups['Title'].Value; Script = $_.Groups['Script'].Value }
            }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator -ArgumentList '--mailboxes', '50'
    $connect = $emulator.Parameters
    Connect-EnPower @connect
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'The recipe "<Title>"' -ForEach $recipes {
    BeforeAll {
        Clear-Emulator -Emulator $emulator
        foreach ($path in $Lists.Keys) {
            Add-Fault -Emulator $emulator -Fault @{ path = $path; listJson = "[$($Lists[$path])]"; nextLink = '' }
        }
    }

    AfterAll {
        Clear-Emulator -Emulator $emulator
    }

    It 'answers the question' {
        # Its time is that of the data.
        function Get-Date { [datetime] '2026-06-15' }
        $output = @(. ([scriptblock]::Create($Script)))

        @($output | ForEach-Object { "$(@($_.PSObject.Properties)[0].Value)" }) | Should -Be $Expected
    }
}

Describe 'docs/recipes.md' {
    It 'has no recipe that is not tested' -ForEach @(@{ Untested = $untested }) {
        $Untested | Should -BeNullOrEmpty
    }
}

Describe '<Name>, <Title>' -ForEach $examples {
    It 'runs' {
        $ErrorActionPreference = 'Stop'
        { . ([scriptblock]::Create($Script)) | Out-Null } | Should -Not -Throw
    }
}
