<#
.SYNOPSIS
Connects with a client secret that a vault keeps, without anyone there to type a password.

.DESCRIPTION
Any vault of Microsoft.PowerShell.SecretManagement will do. The secret is a PSCredential: the client ID as user name, the
client secret as password. It is stored once:

    Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
    Register-SecretVault -Name Automation -ModuleName Microsoft.PowerShell.SecretStore
    Set-Secret -Name EnPower -Vault Automation -Secret (Get-Credential)

SecretStore asks for its own password unless it is told otherwise, which makes the account that runs the job the only guard:

    Set-SecretStoreConfiguration -Authentication None -Interaction None

.EXAMPLE
./Connect-FromSecretVault.ps1 -Region us
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Region,

    [string] $Name = 'EnPower',

    [string] $Vault = 'Automation'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Connect-EnPower -Credential (Get-Secret -Name $Name -Vault $Vault) -Region $Region
