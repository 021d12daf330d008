# The cmdlets, compiled for PowerShell 7 and for Windows PowerShell. The manifest of each build loads the types after the
# assembly, because the methods of the assembly are the code of the types' members.
if ($PSEdition -eq 'Desktop') {
    Import-Module -Name "$PSScriptRoot/bin/netstandard2.0/EnPower.PowerShell.psd1"
}
else {
    # The package has ReadyToRun images for some runtimes. The import itself tells whether there are any for this one: Constrained
    # Language Mode permits no method of a file, and Test-Path would load a module that takes longer than EnPower.
    $precompiled = "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    $images = "$PSScriptRoot/bin/$precompiled/EnPower.PowerShell.psd1"
    if (-not (Import-Module -Name $images -PassThru -ErrorAction Ignore)) {
        Import-Module -Name "$PSScriptRoot/bin/net8.0/EnPower.PowerShell.psd1"
    }
}
