#Requires -Version 7.4

<#
.SYNOPSIS
Imports a module in this fresh process, and tells how many milliseconds that took and which assemblies it loaded.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path
)

# The command itself is found, and compiled, beforehand.
Import-Module -Name Microsoft.PowerShell.Utility
$before = [AppDomain]::CurrentDomain.GetAssemblies()
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module -Name $Path
$milliseconds = $watch.Elapsed.TotalMilliseconds
$loaded = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_ -notin $before } | ForEach-Object { $_.GetName().Name }
ConvertTo-Json -InputObject @{ Milliseconds = $milliseconds; Loaded = @($loaded) }
