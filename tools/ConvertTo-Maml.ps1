#Requires -Version 7.4

<#
.SYNOPSIS
Turns the help pages into what Get-Help reads: MAML for cmdlets, text for about_ topics.

.DESCRIPTION
Syntax and parameters come from the cmdlets of the built module, everything else from the pages. A page that
contradicts its cmdlet is an error, which names the page, the line and what to do. Imports the module: run it in a
process of its own.

.PARAMETER ModulePath
The folder of the built module.

.PARAMETER HelpPath
The folder of the help pages.

.PARAMETER Destination
The folder of the culture. It is created if it does not exist.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $HelpPath,

    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. "$PSScriptRoot/Help/HelpPage.ps1"
. "$PSScriptRoot/Help/CmdletFacts.ps1"
. "$PSScriptRoot/Help/Contradiction.ps1"
. "$PSScriptRoot/Help/Maml.ps1"

$module = Import-Module -Name $ModulePath -PassThru
$commands = $module.ExportedCmdlets
$pages = Get-ChildItem -Path "$HelpPath/*-*.md" | ForEach-Object { Read-HelpPage $_.FullName }

$problems = @(
    foreach ($name in $commands.Keys | Where-Object { $_ -notin @($pages | ForEach-Object Name) }) {
        "$HelpPath/$name.md is missing. ./build.sh Docs begins it; write it then."
    }
    foreach ($page in $pages) {
        $command = $commands[$page.Name]
        if ($command) {
            Get-HelpContradiction -Page $page -Command $command | ForEach-Object { "$($page.Path), $_" }
        }
        else {
            "$($page.Path) describes a cmdlet that the module doesn't have. Delete the page, or name it as the cmdlet."
        }
    }
)

if (-not $problems) {
    $maml = foreach ($page in $pages) {
        try {
            ConvertTo-MamlCommand -Page $page -Command $commands[$page.Name]
        }
        catch [FormatException] {
            $problems += "$($page.Path), $($_.Exception.Message)"
        }
    }
}

if ($problems) {
    $problems | ForEach-Object { $Host.UI.WriteErrorLine($_) }
    exit 1
}

$null = New-Item -Path $Destination -ItemType Directory -Force
Export-Maml -Command $maml -Path "$Destination/$(Get-HelpFileName ($commands.Values | Select-Object -First 1))"
foreach ($topic in Get-ChildItem -Path "$HelpPath/about_*.md") {
    # With a byte order mark, for the sake of Windows PowerShell.
    Get-Content -LiteralPath $topic.FullName |
        Set-Content -LiteralPath "$Destination/$($topic.BaseName).help.txt" -Encoding utf8BOM
}
