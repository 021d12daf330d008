#Requires -Version 7.4

<#
.SYNOPSIS
Brings the help pages up to date with the built module, and begins a page for a new cmdlet.

.DESCRIPTION
Writes what the cmdlets themselves say: syntax, the YAML block of each parameter, the address of the page. Adds what a
page lacks, with a placeholder in double braces where somebody has to write. What people wrote stays as it is; a section
of a parameter that is gone is left too, and named by the next build. Imports the module: run it in a process of its own.

.PARAMETER ModulePath
The folder of the built module.

.PARAMETER HelpPath
The folder of the help pages.

.PARAMETER DocumentationPath
The XML documentation that the compiler writes of the cmdlets. A parameter that a page lacks gets its text from there.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $HelpPath,

    [string] $DocumentationPath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. "$PSScriptRoot/Help/HelpPage.ps1"
. "$PSScriptRoot/Help/CmdletFacts.ps1"
. "$PSScriptRoot/Help/NewText.ps1"

if ($DocumentationPath) {
    Import-CodeDocumentation -Path $DocumentationPath
}

$module = Import-Module -Name $ModulePath -PassThru
foreach ($command in $module.ExportedCmdlets.Values) {
    $path = Join-Path -Path $HelpPath -ChildPath "$($command.Name).md"
    if (-not (Test-Path -LiteralPath $path)) {
        Write-HelpPage -Path $path -Line (Build-HelpPage -Command $command -ModuleName $module.Name)
    }

    # Sections first: what they lack is found once they are there.
    foreach ($step in 'Get-SectionChange', 'Get-FactChange') {
        $page = Read-HelpPage $path
        $changes = @(& $step -Page $page -Command $command)
        if ($changes) {
            Write-HelpPage -Path $path -Line (Merge-Change -Line $page.Lines -Change $changes)
        }
    }
}
