# Dot-sourced in BeforeDiscovery and BeforeAll: every cmdlet that reads a resource, and the one that its parents come from.

$resources = @(
    @{ Command = 'Get-EnPowerMailbox'; Type = 'Mailbox'; List = 'mailboxes'; Path = '/smp/exchange/mailboxes' }
    @{ Command = 'Get-EnPowerResourceMailbox'; Type = 'ResourceMailbox'; List = 'resourceMailboxes'; Path = '/smp/exchange/resourcemailboxes' }
    @{ Command = 'Get-EnPowerEnvironment'; Type = 'PowerPlatformEnvironment'; List = 'environments'; Path = '/smp/powerplatform/environments' }
    @{ Command = 'Get-EnPowerPowerPlatformConnection'; Type = 'PowerPlatformConnection'; List = 'connections'; Path = '/smp/powerplatform/connections' }
    @{ Command = 'Get-EnPowerPowerApp'; Type = 'PowerApp'; List = 'powerApps'; Path = '/smp/powerplatform/powerapps' }
    @{ Command = 'Get-EnPowerPowerAppActivity'; Type = 'PowerAppActivity'; List = 'activities'; Path = '/smp/powerplatform/powerapps/1/activities'; Parent = 'Get-EnPowerPowerApp' }
    @{ Command = 'Get-EnPowerPowerAppLaunch'; Type = 'PowerAppLaunch'; List = 'launches'; Path = '/smp/powerplatform/powerapps/1/launches'; Parent = 'Get-EnPowerPowerApp' }
    @{ Command = 'Get-EnPowerPowerAppUser'; Type = 'PowerAppUser'; List = 'launchedUsers'; Path = '/smp/powerplatform/powerapps/1/launched-users'; Parent = 'Get-EnPowerPowerApp' }
    @{ Command = 'Get-EnPowerCloudFlow'; Type = 'CloudFlow'; List = 'cloudFlows'; Path = '/smp/powerplatform/powerautomate/cloudflows' }
    @{ Command = 'Get-EnPowerCloudFlowRun'; Type = 'CloudFlowRun'; List = 'runs'; Path = '/smp/powerplatform/powerautomate/cloudflows/1/runs'; Parent = 'Get-EnPowerCloudFlow' }
    @{ Command = 'Get-EnPowerCloudFlowActivity'; Type = 'CloudFlowActivity'; List = 'activities'; Path = '/smp/powerplatform/powerautomate/cloudflows/1/activities'; Parent = 'Get-EnPowerCloudFlow' }
    @{ Command = 'Get-EnPowerCloudFlowConnection'; Type = 'CloudFlowConnection'; List = 'connectionUsageCloudFlows'; Path = '/smp/powerplatform/connectionusage/cloudflows'; Parent = 'Get-EnPowerCloudFlow' }
    @{ Command = 'Get-EnPowerDesktopFlow'; Type = 'DesktopFlow'; List = 'desktopFlows'; Path = '/smp/powerplatform/powerautomate/desktopflows' }
    @{ Command = 'Get-EnPowerDesktopFlowRun'; Type = 'DesktopFlowRun'; List = 'runs'; Path = '/smp/powerplatform/powerautomate/desktopflows/1/runs'; Parent = 'Get-EnPowerDesktopFlow' }
    @{ Command = 'Get-EnPowerPowerBIWorkspace'; Type = 'PowerBIWorkspace'; List = 'workspaces'; Path = '/smp/powerplatform/powerbi/workspaces' }
    @{ Command = 'Get-EnPowerPowerBIArtifact'; Type = 'PowerBIArtifact'; List = 'artifacts'; Path = '/smp/powerplatform/powerbi/artifacts' }
    @{ Command = 'Get-EnPowerPowerBIDataSource'; Type = 'PowerBIDataSource'; List = 'datasourceDetails'; Path = '/smp/powerplatform/powerbi/datasourcedetails' }
    @{ Command = 'Get-EnPowerPowerBISemanticModel'; Type = 'PowerBISemanticModel'; List = 'semanticModelDetails'; Path = '/smp/powerplatform/powerbi/semanticemodeldetails' }
    @{ Command = 'Get-EnPowerPowerBIDataSourceCount'; Type = 'PowerBIDataSourceCount'; List = 'datasourceCounts'; Path = '/smp/powerplatform/powerbi/datasourcecountbydatasourcetype' }
    @{ Command = 'Get-EnPowerPowerBISemanticModelCount'; Type = 'PowerBISemanticModelCount'; List = 'semanticModelCounts'; Path = '/smp/powerplatform/powerbi/semanticmodelcountbydatasourcetype' }
    @{ Command = 'Get-EnPowerPowerBIActivity'; Type = 'PowerBIActivity'; List = 'powerBIActiveUsers'; Path = '/smp/powerplatform/powerbi/powerbiactiveusers' }
    @{ Command = 'Get-EnPowerCopilotAgent'; Type = 'CopilotAgent'; List = 'bots'; Path = '/smp/powerplatform/bot' }
    @{ Command = 'Get-EnPowerCopilotAgentActivity'; Type = 'CopilotAgentActivity'; List = 'activities'; Path = '/smp/powerplatform/bot/1/activities'; Parent = 'Get-EnPowerCopilotAgent' }
    @{ Command = 'Get-EnPowerPowerPage'; Type = 'PowerPage'; List = 'powerPages'; Path = '/smp/powerplatform/powerpages' }
    @{ Command = 'Get-EnPowerPowerPageActivity'; Type = 'PowerPageActivity'; List = 'activities'; Path = '/smp/powerplatform/powerpages/1/activities'; Parent = 'Get-EnPowerPowerPage' }
    @{ Command = 'Get-EnPowerEndOfLifeGroup'; Type = 'EndOfLifeGroup'; List = 'eolReportGroups'; Path = '/smp/lifecycle/microsoft365/groups' }
    @{ Command = 'Get-EnPowerEndOfLifeVivaGroup'; Type = 'EndOfLifeVivaGroup'; List = 'eolReportGroups'; Path = '/smp/lifecycle/microsoft365/viva-groups' }
    @{ Command = 'Get-EnPowerEndOfLifeSite'; Type = 'EndOfLifeSite'; List = 'eolReportSPSites'; Path = '/smp/lifecycle/microsoft365/sites' }
    @{ Command = 'Get-EnPowerEndOfLifeTeam'; Type = 'EndOfLifeTeam'; List = 'eolReportTeams'; Path = '/smp/lifecycle/microsoft365/teams' }
)

# The first objects of a resource, as the emulator has them.
function Read-Resource {
    param([hashtable] $Resource, [int] $First = 5)

    if ($Resource['Parent']) {
        & $Resource.Parent -First 2 | & $Resource.Command -First $First
    }
    else {
        & $Resource.Command -First $First
    }
}

# An object of a resource that the API gives with these fields.
function Read-Sample {
    param([object] $Emulator, [string] $Type, [hashtable[]] $Fields)

    $resource = $resources | Where-Object { $_.Type -eq $Type }
    $body = @{ $resource.List = $Fields; totalCount = $Fields.Count; nextLink = '' } | ConvertTo-Json -Depth 6
    $null = Add-Fault $Emulator @{ path = $resource.Path; body = $body }
    if ($resource['Parent']) {
        '1' | & $resource.Command
    }
    else {
        & $resource.Command
    }
}
