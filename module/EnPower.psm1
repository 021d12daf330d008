# The same cmdlets, compiled once for PowerShell 7 and once for Windows PowerShell. Beside each lies a manifest that has the
# types loaded after the assembly whose methods are the code of their members.
$build = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
if ($PSEdition -eq 'Core') {
    # The same again with machine code beside the IL, where the package has that for this runtime on this kind of machine.
    $precompiled = "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    if ([IO.Directory]::Exists("$PSScriptRoot/bin/$precompiled")) {
        $build = $precompiled
    }
}

Import-Module -Name "$PSScriptRoot/bin/$build/EnPower.PowerShell.psd1"
