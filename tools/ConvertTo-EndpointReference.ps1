#Requires -Version 7.4

<#
.SYNOPSIS
Writes the reference of the API's endpoints, in Markdown, from their description.

.PARAMETER Path
The description.
#>
[CmdletBinding()]
param(
    [string] $Path = (Join-Path (Split-Path -Path $PSScriptRoot -Parent) 'src/EnPower.Client/Endpoints/endpoints.json')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# The names in the documentation for types that the description divides by their content.
$documentedTypes = @{
    integer = 'integer'; boolean = 'boolean'; any = 'object'
    isoDate = 'DateTime, `yyyy-MM-ddTHH:mm:ss.fffffff`'
    date    = 'string, `yyyy-MM-dd HH:mm:ss`'
    text    = 'string'; id = 'string'; address = 'string'; url = 'string'; tenantId = 'string'; tenantDomain = 'string'
    tenantName = 'string'; environmentId = 'string'; environmentName = 'string'; workspaceId = 'string'; connectionId = 'string'
}

function Format-Type {
    param([string] $Type)

    $name = $Type -replace '\[\]$'
    $documented = $documentedTypes[$name] ?? "[$name](#$($name.ToLowerInvariant()))"
    $Type.EndsWith('[]') ? "list of $documented" : $documented
}

function Format-Note {
    param([object] $Field)

    if ($Field['inTable']) {
        "Named ``$($Field.inTable)`` in the table of its page."
    }
    if ($Field.ContainsKey('placeholder')) {
        "``$(ConvertTo-Json $Field.placeholder)`` if there is none."
    }
    $Field['note']
}

function Format-Field {
    param([System.Collections.IDictionary] $Fields)

    '| field | type | note |'
    '| --- | --- | --- |'
    foreach ($name in $Fields.Keys) {
        $field = $Fields[$name] -is [string] ? @{ type = $Fields[$name] } : $Fields[$name]
        $note = @(Format-Note $field | Where-Object { $_ }) -join ' '
        "| ``$name`` | $(Format-Type $field.type) |$($note ? " $note" : '') |"
    }
}

$description = Get-Content -LiteralPath $Path -Raw | ConvertFrom-Json -AsHashtable
$count = $description.endpoints.Count

@"
# The endpoints of EnPower

The $count endpoints as AvePoint's documentation describes them, with its contradictions. All are read by GET and require the
permission ``$($description.permission)``. ``./build.ps1 Docs`` generates this page from
``src/EnPower.Client/Endpoints/endpoints.json``, which the emulator and the completion of ``Invoke-EnPowerRequest -Path`` use too.

Every response is an object with one list, ``totalCount`` and ``nextLink``, the address of the next page or ``""``. Names are
case-insensitive. ``""`` and ``0001-01-01 00:00:00`` stand for a missing date. No date has a time zone.

| endpoint | list | returns |
| --- | --- | --- |
"@
foreach ($endpoint in $description.endpoints) {
    $anchor = $endpoint.path -replace '[/{}]' -replace '[^\w-]'
    "| [``$($endpoint.path)``](#$($anchor.ToLowerInvariant())) | ``$($endpoint.list)`` | $($endpoint.returns) |"
}

foreach ($endpoint in $description.endpoints) {
    ''
    "## ``$($endpoint.path)``"
    ''
    "$($endpoint.returns). Source: [AvePoint's page]($($endpoint.page))."
    if ($endpoint['note']) {
        $endpoint.note
    }
    ''
    '| parameter | type | meaning |'
    '| --- | --- | --- |'
    foreach ($name in $endpoint.parameters) {
        $parameter = $description.parameters[$name]
        "| ``$name`` | $($parameter.type) | $($parameter.note) |"
    }
    ''
    Format-Field $endpoint.fields
}

''
'# Nested objects'
foreach ($type in $description.types.Keys) {
    ''
    "## $type"
    ''
    Format-Field $description.types[$type]
}
