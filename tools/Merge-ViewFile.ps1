<#
.SYNOPSIS
    Merges the format and types files of the products into one of each, which PowerShell loads faster.

.DESCRIPTION
    Adds the deserialized twin of each type. Import-Clixml, jobs and remoting create objects of the type Deserialized.<name>,
    which has the key and the property sets of the type itself.

.PARAMETER Path
    The folder of the module that is being built.
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

    # The first view of a type is its default, so the views that several products share come last.
    $files = Get-ChildItem -Path "$Path/*.$Kind.ps1xml" |
        Sort-Object -Property { $_.Name -like 'CloudGovernance.*' }, Name
    $merged = $null
    foreach ($file in $files) {
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
