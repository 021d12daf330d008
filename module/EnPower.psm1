# The cmdlets, compiled for PowerShell 7 and for Windows PowerShell. The manifest of each build loads the types after the
# assembly, because the methods of the assembly are the code of the types' members.
$build = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
if ($PSEdition -eq 'Core') {
    # The package has ReadyToRun images for some runtimes. Constrained Language Mode permits cmdlets only, no method of a file.
    $precompiled = "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    if (Test-Path -LiteralPath "$PSScriptRoot/bin/$precompiled") {
        $build = $precompiled
    }
}

Import-Module -Name "$PSScriptRoot/bin/$build/EnPower.PowerShell.psd1"
