BeforeDiscovery {
    . "$PSScriptRoot/Resources.ps1"

    # What each table shows in a window of 80, and what one of 120 adds. The fields are of an object in which all of the
    # findings are.
    $tables = @(
        @{ Type = 'Mailbox'; At80 = 'EmailAddress', 'RecipientType', 'StorageUsedBytes', 'Status'; At120 = 'LastActivityDate', 'TenantDomain'
            Fields = @{ emailAddress = 'ada@contoso.com'; recipientType = 'User mailbox'; storageUsed = 102195; issueWarningQuota = 100352; status = 'Normal'; lastActivityDate = '2026-06-30 21:15:00'; tenantDomain = 'contoso.com' }
            Row = 'ada@contoso\.com +User mailbox +99\.8 GB Normal'; Findings = '99\.8 GB' }
        @{ Type = 'Mailbox'; View = 'Quota'; At80 = 'EmailAddress', 'StorageUsedBytes', 'QuotaUsedPercent'; At120 = 'IsOverWarningQuota', 'ItemCount'
            Fields = @{ emailAddress = 'ada@contoso.com'; storageUsed = 102195; issueWarningQuota = 100352; prohibitSendReceiveQuota = 102400; itemCount = 12345 }
            Row = 'ada@contoso\.com +99\.8 GB +99\.8'; Findings = '99\.8 GB', '99\.8' }
        @{ Type = 'Mailbox'; View = 'Forwarding'; At80 = 'EmailAddress', 'ExternalForwardingAddressDomain', 'ForwardingAddressDomain'; At120 = 'TenantDomain', 'DisplayName'
            Fields = @{ emailAddress = 'ada@contoso.com'; externalEmailForwardingEnabled = $true; externalForwardingAddressDomain = 'example.net'; forwardingAddressDomain = 'contoso.com' }
            Row = 'ada@contoso\.com +example\.net +contoso\.com'; Findings = 'example\.net' }
        @{ Type = 'Mailbox'; View = 'Activity'; At80 = 'EmailAddress', 'RecipientType', 'LastActivityDate', 'InactiveDays'; At120 = 'ItemCount', 'Status', 'ArchiveStatus'
            Fields = @{ emailAddress = 'ada@contoso.com'; recipientType = 'User mailbox'; lastActivityDate = '2026-06-30 21:15:00'; itemCount = 12345; status = 'Normal' }
            Row = 'ada@contoso\.com +User mailbox +2026-06-30 +\d+' }
        @{ Type = 'Mailbox'; View = 'Governance'; At80 = 'DisplayName', 'Phase', 'PrimaryContact', 'RenewalDueDate'; At120 = 'PhaseAssignees', 'RenewProfile'
            Fields = @{ displayName = 'Ada Lovelace'; phase = 'RenewalExpired'; primaryContact = @{ displayName = 'Grace Hopper' }; renewalDueDate = '2025-10-08 00:00:00' }
            Row = 'Ada Lovelace +RenewalExpired +Grace Hopper +2025-10-08'; Findings = '2025-10-08' }
        @{ Type = 'ResourceMailbox'; At80 = 'EmailAddress', 'RecipientType', 'ResourceCapacity', 'Status'; At120 = 'OfficeLocation', 'StorageUsedBytes'
            Fields = @{ emailAddress = 'room@contoso.com'; recipientType = 'Equipment mailbox'; resourceCapacity = 12; status = 'Normal'; officeLocation = 'Bern'; storageUsed = 60; issueWarningQuota = 50 }
            Row = 'room@contoso\.com +Equipment mailbox +12 Normal'; Findings = '60\.0 MB' }
        @{ Type = 'ResourceMailbox'; View = 'Quota'; At80 = 'EmailAddress', 'StorageUsedBytes', 'QuotaUsedPercent'; At120 = 'IsOverWarningQuota', 'ItemCount'
            Fields = @{ emailAddress = 'room@contoso.com'; storageUsed = 60; issueWarningQuota = 50; prohibitSendReceiveQuota = 100 }
            Row = 'room@contoso\.com +60\.0 MB +60\.0'; Findings = '60\.0 MB', '60\.0' }
        @{ Type = 'PowerPlatformEnvironment'; At80 = 'DisplayName', 'EnvironmentOwnerDisplayName', 'HasDlpPolicy', 'TotalUsageBytes'; At120 = 'EnvironmentType', 'RenewalDueDate'
            Fields = @{ displayName = 'Sales'; environmentOwnerDisplayName = 'Ada Lovelace'; ownerIsDisabled = $true; hasDlpPolicy = $false; totalUsage = '890.20 MB'; environmentType = 'Default'; renewalDueDate = '2025-10-08 00:00:00' }
            Row = 'Sales +Ada Lovelace +False +890\.2 MB'; Findings = 'Ada Lovelace', 'False', '2025-10-08' }
        @{ Type = 'PowerPlatformEnvironment'; View = 'Storage'; At80 = 'DisplayName', 'TotalUsageBytes', 'UsageOfDatabaseBytes', 'UsageOfFileBytes'; At120 = 'UsageOfLogBytes', 'EnvironmentType'
            Fields = @{ displayName = 'Sales'; totalUsage = '1.5 GB'; usageOfDatabase = '1 GB'; usageOfFile = '0.5 GB'; usageOfLog = '0 MB' }
            Row = 'Sales +1\.5 GB +1\.0 GB +512\.0 MB' }
        @{ Type = 'PowerPlatformEnvironment'; View = 'Governance'; At80 = 'DisplayName', 'Phase', 'PrimaryContact', 'RenewalDueDate'; At120 = 'PhaseAssignees', 'RenewProfile'
            Fields = @{ displayName = 'Sales'; phase = 'RenewalExpired'; primaryContact = @{ displayName = 'Grace Hopper' } }
            Row = 'Sales +RenewalExpired +Grace Hopper' }
        @{ Type = 'PowerPlatformConnection'; At80 = 'DisplayName', 'ConnectorDisplayName', 'Tier', 'Status', 'OwnerDisplayName'; At120 = 'OwnerStatus', 'EnvironmentName'
            Fields = @{ displayName = 'Orders'; connectorDisplayName = 'SQL Server'; tier = 'Premium'; status = 'Error'; ownerDisplayName = 'Ada Lovelace'; ownerStatus = 'Disabled' }
            Row = 'Orders +SQL Server +Premium +Error +Ada Lovelace'; Findings = 'Error', 'Ada Lovelace', 'Disabled' }
        @{ Type = 'PowerApp'; At80 = 'DisplayName', 'OwnerDisplayName', 'OwnerStatus', 'SharedOrganization'; At120 = 'LastLaunchedOn', 'EnvironmentName'
            Fields = @{ displayName = 'Expenses'; ownerDisplayName = 'Ada Lovelace'; ownerStatus = 'Disable'; sharedOrganization = $true; lastLaunchedOn = '2024-06-13 03:31:12' }
            Row = 'Expenses +Ada Lovelace +Disable +True'; Findings = 'Ada Lovelace', 'Disable', 'True' }
        @{ Type = 'PowerApp'; View = 'Usage'; At80 = 'DisplayName', 'LastLaunchedOn', 'AppLaunchesLast30Days', 'LaunchedUsersLast30Days'; At120 = 'AppType', 'EnvironmentName'
            Fields = @{ displayName = 'Expenses'; lastLaunchedOn = '2024-06-13 03:31:12'; appLaunchesLast30Days = 7; launchedUsersLast30Days = 3 }
            Row = 'Expenses +2024-06-13 +7 +3' }
        @{ Type = 'PowerApp'; View = 'Governance'; At80 = 'DisplayName', 'Phase', 'PrimaryContact', 'RenewalDueDate'; At120 = 'PhaseAssignees', 'RenewProfile'
            Fields = @{ displayName = 'Expenses'; phaseAssignees = @(@{ displayName = 'Ada' }, @{ displayName = 'Grace' }); renewProfile = @{ name = 'Yearly' } }
            Row = 'Expenses' }
        @{ Type = 'PowerAppActivity'; At80 = 'CreationTime', 'UserId', 'UserType', 'ActivityType'; At120 = 'ItemName', 'ClientIP'
            Fields = @{ creationTime = '2026-01-02 03:04:05'; userId = 'ada@contoso.com'; userType = 'Regular'; activityType = 'EditApp' }
            Row = '2026-01-02 03:04 ada@contoso\.com +Regular +EditApp' }
        @{ Type = 'PowerAppLaunch'; At80 = 'CreationTime', 'UserId', 'UserType'; At120 = 'ClientIP', 'AppId'
            Fields = @{ creationTime = '2026-01-02 03:04:05'; userId = 'ada@contoso.com'; userType = 'Regular' }
            Row = '2026-01-02 03:04 ada@contoso\.com +Regular' }
        @{ Type = 'PowerAppUser'; At80 = 'UserId', 'LaunchedTimes', 'UserType'; At120 = , 'AppId'
            Fields = @{ userId = 'ada@contoso.com'; lauchedTimes = '12'; userType = 'Regular' }
            Row = 'ada@contoso\.com +12 Regular' }
        @{ Type = 'CloudFlow'; At80 = 'DisplayName', 'Status', 'Owner', 'CoOwners', 'LastRunTime'; At120 = 'RunsLast30Days', 'EnvironmentName'
            Fields = @{ displayName = 'Approvals'; status = 'Started'; owner = @{ userPrincipalName = 'ada@contoso.com'; status = 'Disable' }; coOwners = 0; lastRunTime = '2026-01-02 03:04:05' }
            Row = 'Approvals +Started +ada@contoso\.com +0 2026-01-02 03:04'; Findings = 'ada@contoso\.com' }
        @{ Type = 'CloudFlow'; View = 'Governance'; At80 = 'DisplayName', 'Phase', 'PrimaryContact', 'RenewalDueDate'; At120 = 'PhaseAssignees', 'RenewProfile'
            Fields = @{ displayName = 'Approvals'; phase = 'RenewalExpired' }
            Row = 'Approvals +RenewalExpired' }
        @{ Type = 'CloudFlowRun'; At80 = 'StartTime', 'State', 'Duration', 'FlowId'; At120 = , 'Id'
            Fields = @{ startTime = '2026-01-02 03:04:05'; state = 'Failed'; duration = '00:00:04'; endTime = '2026-01-02 03:04:09'; id = 'run-1' }
            Row = '2026-01-02 03:04 Failed +00:00:04 +1'; Findings = 'Failed' }
        @{ Type = 'CloudFlowActivity'; At80 = 'CreationTime', 'UserId', 'UserType', 'ActivityType'; At120 = 'ItemName', 'FlowId'
            Fields = @{ creationTime = '2026-01-02 03:04:05'; userId = 'ada@contoso.com'; userType = 'Regular'; activityType = 'EditFlow' }
            Row = '2026-01-02 03:04 ada@contoso\.com +Regular +EditFlow' }
        @{ Type = 'CloudFlowConnection'; At80 = 'FlowId', 'ConnectionId'; At120 = , 'EnvironmentId'
            Fields = @{ flowId = 'flow-1'; connectionId = 'connection-1' }
            Row = 'flow-1 +connection-1' }
        @{ Type = 'DesktopFlow'; At80 = 'DisplayName', 'CreatorDisplayName', 'LastRunStatus', 'LastRunTime'; At120 = 'RunsLast30Days', 'EnvironmentName'
            Fields = @{ displayName = 'Invoices'; creatorDisplayName = 'Ada Lovelace'; lastRunStatus = 'Failed'; lastRunTime = '2026-01-02 03:04:05' }
            Row = 'Invoices +Ada Lovelace +Failed +2026-01-02 03:04'; Findings = 'Failed' }
        @{ Type = 'DesktopFlowRun'; At80 = 'StartTime', 'RunStatus', 'Duration', 'FlowId'; At120 = 'AttendedMode', 'Id'
            Fields = @{ startTime = '2026-01-02 03:04:05'; runStatus = 'Failed'; duration = '00:00:04'; attendedMode = 'Attended'; id = 'run-1' }
            Row = '2026-01-02 03:04 Failed +00:00:04 +1'; Findings = 'Failed' }
        @{ Type = 'PowerBIWorkspace'; At80 = 'Name', 'State', 'NumberOfAdmins', 'NumberOfUsers', 'LastActivityTime'; At120 = 'PrimaryContact', 'RenewalDueDate'
            Fields = @{ name = 'Finance'; state = 'Active'; numberOfAdmins = 0; numberOfUsers = 12; lastActivityTime = '2026-01-02 03:04:05'; renewalDueDate = '2025-10-08 00:00:00' }
            Row = 'Finance +Active +0 +12 2026-01-02 03:04'; Findings = '0', '2025-10-08' }
        @{ Type = 'PowerBIWorkspace'; View = 'Governance'; At80 = 'DisplayName', 'Phase', 'PrimaryContact', 'RenewalDueDate'; At120 = 'PhaseAssignees', 'RenewProfile'
            Fields = @{ name = 'Finance'; phase = 'RenewalExpired' }
            Row = 'Finance +RenewalExpired' }
        @{ Type = 'PowerBIArtifact'; At80 = 'Name', 'Type', 'Owner', 'LastViewedTime'; At120 = 'ParentName', 'NumberOfGuests'
            Fields = @{ name = 'Revenue'; type = 'Report'; owner = 'ada@contoso.com'; lastViewedTime = '2026-01-02 03:04:05'; numberOfGuests = 3 }
            Row = 'Revenue +Report +ada@contoso\.com +2026-01-02 03:04'; Findings = '3' }
        @{ Type = 'PowerBIDataSource'; At80 = 'DatasourceType', 'ConnectionDetails'; At120 = , 'DatasourceId'
            Fields = @{ datasourceType = 'Extension'; connectionDetails = '{"ExtensionDataSourceKind":"Goals"}' }
            Row = 'Extension +\{"ExtensionDataSourceKind":"Goals"\}' }
        @{ Type = 'PowerBISemanticModel'; At80 = 'Name', 'DatasourceType', 'IsRefreshable'; At120 = , 'Id'
            Fields = @{ name = 'Sales'; datasourceType = 'Extension'; isRefreshable = $false }
            Row = 'Sales +Extension +False' }
        @{ Type = 'PowerBIDataSourceCount'; At80 = 'DatasourceType', 'Count'; At120 = @()
            Fields = @{ datasourceType = 'Extension'; count = '12' }
            Row = 'Extension +12' }
        @{ Type = 'PowerBISemanticModelCount'; At80 = 'DatasourceType', 'Count'; At120 = @()
            Fields = @{ datasourceType = 'Extension'; count = 12 }
            Row = 'Extension +12' }
        @{ Type = 'PowerBIActivity'; At80 = 'ActivityTime', 'UserPrincipalName', 'Operation', 'IsSuccess'; At120 = 'PbiObjectName', 'PbiObjectType'
            Fields = @{ activityTime = '2026-01-02 03:04:05'; userPrincipalName = 'ada@contoso.com'; operation = 'CreateFolder'; isSuccess = $false }
            Row = '2026-01-02 03:04 ada@contoso\.com +CreateFolder +False'; Findings = 'False' }
        @{ Type = 'CopilotAgent'; At80 = 'DisplayName', 'OwnerUserPrincipalName', 'SharedWithOrganization'; At120 = 'LastActivityTime', 'EnvironmentName'
            Fields = @{ displayName = 'Helpdesk'; ownerUserPrincipalName = 'ada@contoso.com'; sharedWithOrganization = $true }
            Row = 'Helpdesk +ada@contoso\.com +True'; Findings = 'True' }
        @{ Type = 'CopilotAgentActivity'; At80 = 'CreationTime', 'UserId', 'UserType', 'ActivityType'; At120 = , 'BotId'
            Fields = @{ creationTime = '2026-01-02 03:04:05'; userId = 'ada@contoso.com'; userType = 'Regular'; activityType = 'EditBot' }
            Row = '2026-01-02 03:04 ada@contoso\.com +Regular +EditBot' }
        @{ Type = 'PowerPage'; At80 = 'Name', 'WebsiteUrl', 'SiteVisibility', 'AnonymousAccess'; At120 = 'OwnerDisplayName', 'EnvironmentName'
            Fields = @{ name = 'Portal'; websiteUrl = 'https://portal.example'; siteVisibility = 'Public'; anonymousAccess = 'Yes' }
            Row = 'Portal +https://portal\.example +Public +Yes'; Findings = 'Public' }
        @{ Type = 'PowerPageActivity'; At80 = 'CreationTime', 'UserId', 'ActivityType', 'ResultStatus'; At120 = 'ClientIP', 'PowerPageId'
            Fields = @{ creationTime = '2026-01-02 03:04:05'; userId = 'ada@contoso.com'; activityType = 'Publish'; resultStatus = 'Failed' }
            Row = '2026-01-02 03:04 ada@contoso\.com +Publish +Failed'; Findings = 'Failed' }
        foreach ($type in 'EndOfLifeGroup', 'EndOfLifeVivaGroup', 'EndOfLifeSite', 'EndOfLifeTeam') {
            @{ Type = $type; At80 = 'DisplayName', 'ActionType', 'ActionTime', 'OperatorDisplayName'; At120 = , 'TenantId'
                Fields = @{ displayName = 'Project X'; actionType = 128; actionTime = '2026-05-18T09:21:34'; operatorDisplayName = 'Ada Lovelace' }
                Row = 'Project X +ArchiveViaOpus +2026-05-18 09:21 Ada Lovelace' }
        }
    )
    foreach ($table in $tables) {
        $table.Name = @($table.Type; $table['View']) -join ' '
        $table.View = $table['View']
        $table.Findings = @($table['Findings'])
    }

    $nested = @(
        @{ Kind = 'a user'; Type = 'Mailbox'; Fields = @{ primaryContact = @{ displayName = 'x' } }; Get = { $args[0].PrimaryContact } }
        @{ Kind = 'a profile'; Type = 'Mailbox'; Fields = @{ renewProfile = @{ name = 'x' } }; Get = { $args[0].RenewProfile } }
        @{ Kind = 'metadata'; Type = 'Mailbox'; Fields = @{ metadata = @(@{ name = 'x' }) }; Get = { $args[0].Metadata } }
        @{ Kind = 'policies'; Type = 'Mailbox'; Fields = @{ mailboxPolicies = @{ sharingPolicy = 'x' } }; Get = { $args[0].MailboxPolicies } }
        @{ Kind = 'custom attributes'; Type = 'ResourceMailbox'; Fields = @{ customAttributes = @{ customAttribute7 = 'x' } }; Get = { $args[0].CustomAttributes } }
        @{ Kind = 'a security group'; Type = 'PowerPlatformEnvironment'; Fields = @{ securityGroup = @{ displayName = 'x' } }; Get = { $args[0].SecurityGroup } }
        @{ Kind = 'the owner of a flow'; Type = 'CloudFlow'; Fields = @{ owner = @{ name = 'x' } }; Get = { $args[0].Owner } }
        @{ Kind = 'a co-owner'; Type = 'CloudFlow'; Fields = @{ coOwnerDetails = @(@{ displayName = 'x' }) }; Get = { $args[0].CoOwnerDetails } }
        @{ Kind = 'a connection of a flow'; Type = 'CloudFlow'; Fields = @{ connections = @(@{ connectionDisplayName = 'x' }) }; Get = { $args[0].Connections } }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    . "$PSScriptRoot/Resources.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    $connect = $emulator.Parameters
    Connect-EnPower @connect

    # What a window of this width shows, line by line: without a view's name, of its own accord.
    function Format-Window {
        param([object[]] $InputObject, [int] $Width, [string] $View)

        $shown = if ($View) { $InputObject | Format-Table -View $View } else { $InputObject }
        $shown | Out-String -Width $Width -Stream | ForEach-Object TrimEnd | Where-Object Length
    }
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'The table <Name>' -ForEach $tables {
    BeforeAll {
        $item = Read-Sample $emulator $Type $Fields
    }

    It 'shows in a window of 80 what matters most' {
        $lines = Format-Window $item -View $View -Width 80

        $lines[0] -split ' +' | Should -Be $At80
        $lines[2] | Should -Match "^$Row`$"
    }

    It 'shows more in a window of 120' {
        $header = (Format-Window $item -View $View -Width 120)[0]

        $header -split ' +' | Should -Be @($At80; $At120)
    }

    It 'breaks no header in a window of <_>' -ForEach 80, 100, 120, 160 {
        $lines = Format-Window $item -View $View -Width $_

        $lines[1] | Should -Match '^[- ]+$'
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual $_
    }

    It 'names each column after the property it shows' {
        $names = $item.PSObject.Properties.Name

        foreach ($name in (Format-Window $item -View $View -Width 400)[0] -split ' +') {
            # A workspace has a name and no display name.
            $property = if ($name -eq 'DisplayName' -and $Type -eq 'PowerBIWorkspace') { 'Name' } else { $name }
            $names | Should -Contain $property
        }
    }

    It 'marks what to look at, and nothing else' -Skip:($PSEdition -ne 'Core') {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Ansi'
        try {
            $row = (Format-Window $item -View $View -Width 400)[2]
        }
        finally {
            $PSStyle.OutputRendering = $rendering
        }

        $marked = [regex]::Matches($row, "$([regex]::Escape($PSStyle.Formatting.Warning))(.*?)\u001b\[0m") | ForEach-Object { $_.Groups[1].Value }
        $found = @($marked | Where-Object { $_ })
        $found.Count | Should -Be @($Findings | Where-Object { $_ }).Count
        for ($i = 0; $i -lt $found.Count; $i++) {
            $found[$i] | Should -Match "^$($Findings[$i])`$"
        }
    }
}

Describe 'The list of <Type>' -ForEach $resources {
    BeforeAll {
        $item = @(Read-Resource $_ -First 1)[0]
        $list = $item | Format-List | Out-String -Width 200
    }

    It 'shows the key' {
        foreach ($name in $item.PSStandardMembers.DefaultKeyPropertySet.ReferencedPropertyNames) {
            $list | Should -Match "(?m)^$name +: "
        }
    }

    It 'names nothing that is no property' {
        $names = $item.PSObject.Properties.Name

        [regex]::Matches($list, '(?m)^(\w+) +:') | ForEach-Object { $names | Should -Contain $_.Groups[1].Value }
    }

    It 'is told from others by the properties that the model marks as its key' {
        $keys = [reflection.assembly]::GetAssembly($item.GetType()).GetType($item.GetType().FullName).GetProperties() |
            Where-Object { $_.GetCustomAttributes($true) | Where-Object { $_.GetType().Name -eq 'KeyAttribute' } } |
            ForEach-Object Name | Sort-Object

        $item.PSStandardMembers.DefaultKeyPropertySet.ReferencedPropertyNames | Sort-Object | Should -Be $keys
    }
}

Describe 'Every view' {
    It 'calls what it shows by the name of a property' {
        $views = ([xml] (Get-Content -LiteralPath "$modulePath/EnPower.format.ps1xml" -Raw)).Configuration.ViewDefinitions.View
        $labels = foreach ($view in $views) {
            foreach ($name in $view.ViewSelectedBy.TypeName) {
                $members = @(
                    ([type] $name).GetProperties().Name
                    Get-TypeData -TypeName $name | ForEach-Object { $_.Members.Keys }
                )
                $view.SelectNodes('.//Label').InnerText | Where-Object { $_ -and $_ -notin $members } |
                    ForEach-Object { "$name, $($view.Name): $_" }
            }
        }

        # All that is governed has one but a workspace, whose name stands there.
        $labels | Where-Object { $_ -ne 'EnPower.GovernedObject, Governance: DisplayName' } | Should -BeNullOrEmpty
    }
}

Describe 'Every table of a resource' {
    It 'has a test' {
        $types = @(
            'EnPower.GovernedObject'
            $resources | ForEach-Object { "EnPower.$($_.Type)" }
        )
        $views = ([xml] (Get-Content -LiteralPath "$modulePath/EnPower.format.ps1xml" -Raw)).Configuration.ViewDefinitions.View |
            Where-Object { $_['TableControl'] -and ($_.ViewSelectedBy.TypeName | Where-Object { $_ -in $types }) }
        $source = Get-Content -LiteralPath $PSCommandPath -Raw

        # Two are the default view of types with other names.
        foreach ($name in $views.Name | Where-Object { $_ -notin 'EndOfLife', 'Count' }) {
            $source | Should -Match "(Type|View) = '$name'"
        }
    }

    It 'is there for each resource' {
        $views = ([xml] (Get-Content -LiteralPath "$modulePath/EnPower.format.ps1xml" -Raw)).Configuration.ViewDefinitions.View

        foreach ($resource in $resources) {
            foreach ($control in 'TableControl', 'ListControl') {
                $views | Where-Object { $_[$control] -and "EnPower.$($resource.Type)" -in $_.ViewSelectedBy.TypeName } |
                    Should -Not -BeNullOrEmpty
            }
        }
    }
}

Describe 'What an object holds, <Kind>,' -ForEach $nested {
    It 'cannot repaint the terminal by <Format>' -ForEach @(
        @{ Format = 'Out-Default'; Show = { $args[0] } }
        @{ Format = 'Format-List'; Show = { $args[0] | Format-List } }
    ) {
        $escape = ConvertFrom-Json ((ConvertTo-Json $Fields -Depth 6) -replace '"x"', '"\u001b[2Jgone"')
        $hashtable = @{}
        $escape.PSObject.Properties | ForEach-Object { $hashtable[$_.Name] = $_.Value }
        $inner = & $Get (Read-Sample $emulator $Type $hashtable)

        $text = & $Show $inner | Out-String -Width 120

        $text | Should -Match '\u241B\[2Jgone'
        $text.Contains([char] 27) | Should -BeFalse
    }
}
