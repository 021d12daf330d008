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

# What the documentation calls the types that the description tells apart by what is in them.
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
        "``$(ConvertTo-Json $Field.placeholder)`` where there is none."
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

What AvePoint's documentation says of the $count endpoints, quirks included. All are read by GET and need the permission
``$($description.permission)``. This page is made by ``./build.ps1 Docs`` from ``src/EnPower.Client/Endpoints/endpoints.json``,
which the emulator answers by and ``Invoke-EnPowerRequest -Path`` is completed from.

Every answer is an object with one list, ``totalCount`` and ``nextLink``, the address of the next page or ``""``. Names match in
any casing. A date that is ``""`` or ``0001-01-01 00:00:00`` is none. No date has a time zone.

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
    "$($endpoint.returns), as [AvePoint's page]($($endpoint.page)) has it."
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
'# Objects inside of others'
foreach ($type in $description.types.Keys) {
    ''
    "## $type"
    ''
    Format-Field $description.types[$type]
}
