# Dot-sourced in BeforeAll: functions that bind their parameters as the cmdlets of the same names do. Each writes, and adds to
# $bindings, what was bound of what names mailboxes.
#
# ExchangeOnlineParameters.csv has every parameter of the public reference pages, as of August 2026: parameter sets from their
# syntax, the rest from their descriptions. No set means all sets.
#
# https://learn.microsoft.com/powershell/module/exchangepowershell
# https://learn.microsoft.com/powershell/module/microsoft.graph.users/get-mguser

# What names something in Exchange is made of a text, which may not be empty.
class IdParameter {
    [string] $Text

    IdParameter([string] $text) {
        if (-not $text) {
            throw 'An empty identity.'
        }
        $this.Text = $text
    }

    [string] ToString() {
        return $this.Text
    }
}

class DatabaseIdParameter : IdParameter { DatabaseIdParameter([string] $text) : base($text) { } }
class GeneralMailboxOrMailUserIdParameter : IdParameter { GeneralMailboxOrMailUserIdParameter([string] $text) : base($text) { } }
class MailboxIdParameter : IdParameter { MailboxIdParameter([string] $text) : base($text) { } }
class MailboxPlanIdParameter : IdParameter { MailboxPlanIdParameter([string] $text) : base($text) { } }
class ServerIdParameter : IdParameter { ServerIdParameter([string] $text) : base($text) { } }
class StoreMailboxIdParameter : IdParameter { StoreMailboxIdParameter([string] $text) : base($text) { } }

enum OofState { Disabled; Enabled; Scheduled }

# Nothing of ours is one.
class IUsersIdentity {
    [string] $UserId
}

$bindings = [System.Collections.Generic.List[object]]::new()

# To be called by a stand-in for each object. What counts are its parameters as they are: a parameter that this object left
# out has its default again, while $PSBoundParameters still has the value of the object before.
function Write-Binding {
    param([System.Management.Automation.PSCmdlet] $Command, [string[]] $Name)

    $identifying = 'Identity', 'ExternalDirectoryObjectId', 'PrimarySmtpAddress', 'UserPrincipalName', 'UserId', 'UserIds'
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

# A row of the table as it stands in a param block. Types of Exchange that aren't above make no difference here.
function ConvertTo-Parameter {
    param([object] $Row)

    $arguments = @(
        if ($Row.Mandatory) { 'Mandatory' }
        if ($Row.Position) { "Position = $($Row.Position)" }
        if ($Row.PipelineInput -match 'Value') { 'ValueFromPipeline' }
        if ($Row.PipelineInput -match 'Property') { 'ValueFromPipelineByPropertyName' }
    )
    $sets = if ($Row.ParameterSets) { $Row.ParameterSets -split ' ' } else { '__AllParameterSets' }
    $attributes = foreach ($set in $sets) {
        "[Parameter($((@("ParameterSetName = '$set'") + $arguments) -join ', '))]"
    }
    $type = if ($Row.Type -in $types) { $Row.Type } else { 'object' }
    "$attributes [$type] `$$($Row.Parameter)"
}

$types = 'Boolean', 'DatabaseIdParameter', 'DateTime', 'GeneralMailboxOrMailUserIdParameter', 'Guid', 'IDictionary', 'Int32', 'Int64',
    'IUsersIdentity', 'MailboxIdParameter', 'MailboxPlanIdParameter', 'OofState', 'PSCredential', 'SecureString', 'ServerIdParameter',
    'StoreMailboxIdParameter', 'String', 'String[]', 'SwitchParameter'

# The pages do not name all of them.
$defaultParameterSets = @{
    'Get-EXOMailbox'        = 'Identity'
    'Get-Mailbox'           = 'Identity'
    'Get-MailboxPermission' = 'AccessRights'
    'Get-MailboxStatistics' = 'Identity'
    'Get-MgUser'            = 'List'
    'Set-Mailbox'           = 'Identity'
}

foreach ($command in Import-Csv -LiteralPath "$PSScriptRoot/ExchangeOnlineParameters.csv" | Group-Object -Property Command) {
    $default = $defaultParameterSets[$command.Name]
    $binding = @(
        if ($default) { "DefaultParameterSetName = '$default'" }
        if ('WhatIf' -in $command.Group.Parameter) { 'SupportsShouldProcess' }
    )
    $parameters = $command.Group | Where-Object Parameter -NotIn 'Confirm', 'WhatIf' | ForEach-Object { ConvertTo-Parameter $_ }
    . ([scriptblock]::Create(@"
using namespace System.Collections
using namespace System.Management.Automation
using namespace System.Security

function $($command.Name) {
    [CmdletBinding($($binding -join ', '))]
    param($($parameters -join ', '))
    process { Write-Binding `$PSCmdlet `$PSBoundParameters.Keys }
}
"@))
}
