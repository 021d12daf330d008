<#
.SYNOPSIS
Brings syntax and parameters of the help pages up to date with the built module, and begins a page for a new cmdlet.

.PARAMETER ModulePath
The folder of the built module.

.PARAMETER HelpPath
The folder of the help pages.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $HelpPath
)

# No strict mode: PlatyPS runs in it too, and fails.
$ErrorActionPreference = 'Stop'

Import-Module -Name Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.1
$module = Import-Module -Name $ModulePath -PassThru
foreach ($command in $module.ExportedCmdlets.Values) {
    $page = Join-Path -Path $HelpPath -ChildPath "$($command.Name).md"
    if (Test-Path -LiteralPath $page) {
        Update-MarkdownCommandHelp -Path $page -NoBackup
    }
    else {
        New-CommandHelp -CommandInfo $command |
            Export-MarkdownCommandHelp -OutputFolder ([System.IO.Path]::GetTempPath()) -Force |
            Move-Item -Destination $page
    }
}
