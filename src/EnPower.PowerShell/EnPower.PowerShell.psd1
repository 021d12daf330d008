@{
    RootModule         = 'EnPower.PowerShell.dll'
    ModuleVersion      = '0.1.0'
    # Loaded ahead of the types.
    RequiredAssemblies = @('EnPower.Model.dll', 'EnPower.PowerShell.dll')
    TypesToProcess     = @(
        '../../EnPower.types.ps1xml'
        '../../CloudGovernance.types.ps1xml'
        '../../CopilotStudio.types.ps1xml'
        '../../Environments.types.ps1xml'
        '../../Exchange.types.ps1xml'
        '../../Lifecycle.types.ps1xml'
        '../../PowerApps.types.ps1xml'
        '../../PowerAutomate.types.ps1xml'
        '../../PowerBI.types.ps1xml'
        '../../PowerPages.types.ps1xml'
    )

    FunctionsToExport  = @()
    CmdletsToExport    = '*'
    VariablesToExport  = @()
    AliasesToExport    = @()
}
