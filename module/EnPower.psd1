@{
    RootModule             = 'EnPower.psm1'
    ModuleVersion          = '0.2.0'
    GUID                   = '3417b7bf-4366-4e0a-8ebf-101e91b77bf2'
    Author                 = 'EnPower contributors'
    CompanyName            = 'EnPower contributors'
    Copyright              = '(c) EnPower contributors. MIT License.'
    Description            = 'Reads AvePoint EnPower data of Microsoft 365 tenants through the AvePoint Graph API: mailboxes as typed objects, streamed down the pipeline. Not a product of AvePoint.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')

    FormatsToProcess       = @('EnPower.format.ps1xml')

    FunctionsToExport      = @()
    # Filled in by the build: a cmdlet for each file in src/EnPower.PowerShell/Commands.
    CmdletsToExport        = @()
    VariablesToExport      = @()
    AliasesToExport        = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('AvePoint', 'EnPower', 'Microsoft365', 'Exchange', 'Mailbox', 'Reporting', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/enpower-powershell/EnPower/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/enpower-powershell/EnPower'
            ReleaseNotes = 'https://github.com/enpower-powershell/EnPower/blob/main/CHANGELOG.md'
            Prerelease   = ''
        }
    }
}
