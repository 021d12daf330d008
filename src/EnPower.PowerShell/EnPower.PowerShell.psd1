@{
    RootModule         = 'EnPower.PowerShell.dll'
    ModuleVersion      = '0.2.0'
    # Loaded ahead of the types.
    RequiredAssemblies = @('EnPower.Model.dll', 'EnPower.PowerShell.dll')
    TypesToProcess     = @('../../EnPower.types.ps1xml')

    FunctionsToExport  = @()
    CmdletsToExport    = '*'
    VariablesToExport  = @()
    AliasesToExport    = @()
}
