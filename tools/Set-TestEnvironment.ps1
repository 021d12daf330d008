#Requires -Version 7.4

<#
.SYNOPSIS
    Has .NET optimize less code in this process's children, which run tests.

.DESCRIPTION
    The processes of tests are many and short. Half of their processor time is the just-in-time compiler's, and a good part of
    that goes into code that is optimized and then hardly used.
#>
[CmdletBinding()]
param()

$env:DOTNET_TieredPGO = '0'
# Hexadecimal.
$env:DOTNET_TC_CallCountThreshold = '200'
