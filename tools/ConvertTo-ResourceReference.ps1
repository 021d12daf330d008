#Requires -Version 7.4

<#
.SYNOPSIS
Writes the reference of the properties of all resources, in Markdown, from the documentation of their classes.

.PARAMETER ModulePath
The folder of the built module. Import it in a process of its own.

.PARAMETER DocumentationPath
The XML documentation that the compiler writes of EnPower.Model.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $DocumentationPath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. "$PSScriptRoot/Help/CodeDocumentation.ps1"
Import-CodeDocumentation -Path $DocumentationPath

$typeNames = @{
    String = 'string'; Int64 = 'long'; Int32 = 'int'; Double = 'double'
    Boolean = 'bool'; DateTime = 'DateTime'; Object = 'object'
}

function Format-Type {
    param([type] $Type)

    $argument = [Nullable]::GetUnderlyingType($Type)
    if ($argument) {
        return Format-Type $argument
    }

    if ($Type.IsGenericType) {
        return "list of $(Format-Type $Type.GetGenericArguments()[0])"
    }

    $typeNames[$Type.Name] ?? $Type.Name
}

function Format-Property {
    param([type] $Type)

    '| property | type | meaning |'
    '| --- | --- | --- |'
    foreach ($property in $Type.GetProperties() | Where-Object Name -NE 'AdditionalProperties') {
        $summary = (Get-CodeSummary -Type $Type -Property $property.Name) -replace '\|', '\|'
        "| ``$($property.Name)`` | $(Format-Type $property.PropertyType) | $summary |"
    }
}

$module = Import-Module -Name $ModulePath -PassThru
$resources = foreach ($command in $module.ExportedCmdlets.Values | Sort-Object Name) {
    $type = $command.OutputType | ForEach-Object Type |
        Where-Object { $_ -and $_.BaseType -and [EnPower.ApiObject].IsAssignableFrom($_) -and -not $_.IsAbstract }
    if ($command.Name -like 'Get-*' -and $type) {
        [pscustomobject]@{ Command = $command.Name; Type = @($type)[0] }
    }
}

@'
# The properties of EnPower's resources

`./build.ps1 Docs` generates this page from the documentation of the classes. A property is `$null` if the API omitted the field,
or sent `null` or a placeholder. It is also `$null` if the value has another type than documented: `AdditionalProperties` then
has the value. Dates have no time zone, because the API sends none.

| command | writes |
| --- | --- |
'@
foreach ($resource in $resources) {
    $command, $name = $resource.Command, $resource.Type.Name
    "| [``$command``](en-US/$command.md) | [EnPower.$name](#enpower$($name.ToLowerInvariant())) |"
}

foreach ($resource in $resources) {
    ''
    "## EnPower.$($resource.Type.Name)"
    ''
    Format-Property $resource.Type
}

$others = [EnPower.ApiObject].Assembly.GetExportedTypes() |
    Where-Object { -not $_.IsAbstract -and [EnPower.ApiObject].IsAssignableFrom($_) -and $_ -notin $resources.Type }
foreach ($type in $others | Sort-Object Name) {
    ''
    "## EnPower.$($type.Name)"
    ''
    Format-Property $type
}
