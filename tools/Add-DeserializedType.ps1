<#
.SYNOPSIS
    Gives each type of a types file its deserialized twin.

.DESCRIPTION
    Import-Clixml, jobs and remoting bring objects of the type Deserialized.<name>, of which PowerShell knows nothing. Their
    key and property sets are those of the type itself, so they are not written down again: the build runs this on its copy.

.PARAMETER Path
    The types files.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $Path
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

foreach ($file in Get-Item -Path $Path) {
    $types = [xml]::new()
    $types.Load($file.FullName)
    foreach ($type in @($types.DocumentElement.SelectNodes('Type'))) {
        $twin = $type.CloneNode($true)
        $twin.SelectSingleNode('Name').InnerText = "Deserialized.$($twin.SelectSingleNode('Name').InnerText)"
        $twin.SelectNodes('TypeConverter') | ForEach-Object { $null = $twin.RemoveChild($_) }
        $null = $types.DocumentElement.AppendChild($twin)
    }

    $types.Save($file.FullName)
}
