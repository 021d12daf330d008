# Dot-sourced at the prompt that Prompt.Tests.ps1 types at: the module, and a connection to the tests' emulator.
param([string] $ModulePath)

function prompt { 'PS> ' }
$WarningPreference = 'Continue'
Import-Module -Name $ModulePath
$emulator = $env:ENPOWER_TEST_CONNECTION | ConvertFrom-Json -AsHashtable
$emulator.ClientSecret = ConvertTo-SecureString -String $emulator.ClientSecret -AsPlainText -Force
Remove-Item -Path Env:ENPOWER_TEST_CONNECTION
Connect-EnPower @emulator
