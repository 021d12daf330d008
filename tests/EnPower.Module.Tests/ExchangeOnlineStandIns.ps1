# Dot-sourced in BeforeAll: functions that bind their parameters as the cmdlets of the same names do. Parameter sets, types,
# positions and pipeline attributes are those of the public reference pages; of the parameters that take no pipeline input,
# the mandatory ones and those that tests and recipes use. Each writes, and adds to $bindings, what was bound of what names mailboxes.
#
# https://learn.microsoft.com/powershell/module/exchangepowershell
# https://learn.microsoft.com/powershell/module/microsoft.graph.users/get-mguser

# The type of -Identity: made of a text, which may not be empty.
class MailboxIdParameter {
    [string] $Text

    MailboxIdParameter([string] $text) {
        if (-not $text) {
            throw 'An empty identity.'
        }
        $this.Text = $text
    }

    [string] ToString() {
        return $this.Text
    }
}

# Nothing of ours is one.
class UsersIdentity {
    [string] $UserId
}

$bindings = [System.Collections.Generic.List[object]]::new()

$identifying = 'Identity', 'ExternalDirectoryObjectId', 'PrimarySmtpAddress', 'UserPrincipalName', 'UserId', 'UserIds'

# To be called by a stand-in for each object. What counts are its parameters as they are: a parameter that this object left
# out has its default again, while $PSBoundParameters still has the value of the object before.
function Write-Binding {
    param([System.Management.Automation.PSCmdlet] $Command, [string[]] $Name)

    $bound = @{}
    foreach ($parameter in $Name | Where-Object { $_ -in $identifying }) {
        $value = Get-Variable -Name $parameter -ValueOnly -Scope 1
        if ($null -ne $value -and '' -ne "$value" -and [guid]::Empty -ne $value) {
            $bound[$parameter] = $value
        }
    }

    # User is what the recipe for permissions looks at.
    $binding = [pscustomobject]@{
        Command      = $Command.MyInvocation.MyCommand.Name
        ParameterSet = $Command.ParameterSetName
        Bound        = $bound
        User         = 'NT AUTHORITY\SELF'
    }
    $bindings.Add($binding)
    $binding
}

function Get-EXOMailbox {
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param(
        [Parameter(ParameterSetName = 'Identity', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [string] $Identity,

        [Parameter(ParameterSetName = 'Identity', ValueFromPipelineByPropertyName)]
        [guid] $ExternalDirectoryObjectId,

        [Parameter(ParameterSetName = 'Identity', ValueFromPipelineByPropertyName)]
        [ValidatePattern('.@.')]
        [string] $PrimarySmtpAddress,

        [Parameter(ParameterSetName = 'Identity', ValueFromPipelineByPropertyName)]
        [ValidatePattern('.@.')]
        [string] $UserPrincipalName,

        [Parameter(ParameterSetName = 'Anr')]
        [string] $Anr,

        [string[]] $Properties
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Get-EXOMailboxStatistics {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseSingularNouns', '', Justification = 'The name is given.')]
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [string] $Identity,

        [Parameter(ValueFromPipelineByPropertyName)]
        [guid] $DatabaseGuid,

        [Parameter(ValueFromPipelineByPropertyName)]
        [guid] $ExchangeGuid,

        [Parameter(ValueFromPipelineByPropertyName)]
        [ValidatePattern('.@.')]
        [string] $PrimarySmtpAddress,

        [Parameter(ValueFromPipelineByPropertyName)]
        [ValidatePattern('.@.')]
        [string] $UserPrincipalName
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Get-Mailbox {
    [CmdletBinding(DefaultParameterSetName = 'AnrSet')]
    param(
        [Parameter(ParameterSetName = 'Identity', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Identity,

        [Parameter(ParameterSetName = 'DatabaseSet', ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Database,

        [Parameter(ParameterSetName = 'MailboxPlanSet', ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $MailboxPlan,

        [Parameter(ParameterSetName = 'ServerSet', ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Server,

        [Parameter(ParameterSetName = 'AnrSet')]
        [string] $Anr
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Set-Mailbox {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'What is bound counts, with -WhatIf too.')]
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Identity')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Identity,

        [Parameter(ParameterSetName = 'ExcludeFromAllHolds')]
        [switch] $ExcludeFromAllHolds,

        [Parameter(ParameterSetName = 'IsExchangeCloudManaged', Mandatory)]
        [bool] $IsExchangeCloudManaged,

        [Parameter(ParameterSetName = 'Identity')]
        [string] $PrimarySmtpAddress,

        [Parameter(ParameterSetName = 'Identity')]
        [string] $UserPrincipalName,

        [string] $Alias,

        [string] $DisplayName,

        [string] $Name,

        [bool] $HiddenFromAddressListsEnabled,

        [object] $ForwardingAddress,

        [object] $ForwardingSmtpAddress,

        [bool] $LitigationHoldEnabled
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Get-MailboxStatistics {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseSingularNouns', '', Justification = 'The name is given.')]
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param(
        [Parameter(ParameterSetName = 'Identity', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Identity,

        [Parameter(ParameterSetName = 'Database', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Database,

        [Parameter(ParameterSetName = 'Database', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $StoreMailboxIdentity,

        [Parameter(ParameterSetName = 'Server', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Server
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Get-MailboxPermission {
    [CmdletBinding(DefaultParameterSetName = 'AccessRights')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Identity,

        [Parameter(ParameterSetName = 'Owner')]
        [switch] $Owner,

        [Parameter(ParameterSetName = 'AccessRights')]
        [string] $User
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Set-MailboxAutoReplyConfiguration {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'What is bound counts, with -WhatIf too.')]
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [MailboxIdParameter] $Identity,

        [ValidateSet('Disabled', 'Enabled', 'Scheduled')]
        [string] $AutoReplyState
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Search-UnifiedAuditLog {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [datetime] $EndDate,

        [Parameter(Mandatory)]
        [datetime] $StartDate,

        [string[]] $Operations,

        [string[]] $UserIds,

        [int] $ResultSize
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}

function Get-MgUser {
    [CmdletBinding(DefaultParameterSetName = 'List')]
    param(
        [Parameter(ParameterSetName = 'Get', Mandatory)]
        [string] $UserId,

        [Parameter(ParameterSetName = 'GetViaIdentity', Mandatory, ValueFromPipeline)]
        [UsersIdentity] $InputObject,

        [Parameter(ValueFromPipeline)]
        [System.Collections.IDictionary] $Headers,

        [Parameter(ParameterSetName = 'List')]
        [switch] $All,

        [string[]] $Property
    )
    process { Write-Binding $PSCmdlet $PSBoundParameters.Keys }
}
