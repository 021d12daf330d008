<#
.SYNOPSIS
    Makes one format file and one types file of those that the products have, which PowerShell loads in less time.

.DESCRIPTION
    Each type gets its deserialized twin on the way. Import-Clixml, jobs and remoting bring objects of the type
    Deserialized.<name>, of which PowerShell knows nothing. Their key and property sets are those of the type itself, so they
    are written down nowhere else.

.PARAMETER Path
    The folder of the module that is being built, where the files lie.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Add-Twin {
    param([xml] $Types)

    foreach ($type in @($Types.DocumentElement.SelectNodes('Type'))) {
        $twin = $type.CloneNode($true)
        $name = $twin.SelectSingleNode('Name')
        $name.InnerText = "Deserialized.$($name.InnerText)"
        $twin.SelectNodes('TypeConverter') | ForEach-Object { $null = $twin.RemoveChild($_) }
        $null = $Types.DocumentElement.AppendChild($twin)
    }
}

function Merge-File {
    param([string] $Kind, [string] $Parent)

    $merged = $null
    foreach ($file in Get-ChildItem -Path "$Path/*.$Kind.ps1xml" | Sort-Object -Property Name) {
        $part = [xml]::new()
        $part.Load($file.FullName)
        if ($merged) {
            foreach ($node in $part.SelectSingleNode($Parent).SelectNodes('*')) {
                $null = $merged.SelectSingleNode($Parent).AppendChild($merged.ImportNode($node, $true))
            }
        }
        else {
            $merged = $part
        }

        Remove-Item -LiteralPath $file.FullName
    }

    $merged
}

(Merge-File -Kind format -Parent '/Configuration/ViewDefinitions').Save("$Path/EnPower.format.ps1xml")
$types = Merge-File -Kind types -Parent '/Types'
Add-Twin -Types $types
$types.Save("$Path/EnPower.types.ps1xml")
