# An MSAL of a later major version than any there is, which has nothing of what EnPower calls.
$path = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid())/Microsoft.Identity.Client.dll"
$null = New-Item -Path (Split-Path -Path $path) -ItemType Directory
Add-Type -OutputAssembly $path -TypeDefinition @'
[assembly: System.Reflection.AssemblyVersion("9.0.0.0")]
namespace Microsoft.Identity.Client
{
    public class ConfidentialClientApplicationBuilder { public static string Create(string clientId) => clientId; }
}
'@
Add-Type -Path $path

function Test-RivalNextMsal {
    $type = [Microsoft.Identity.Client.ConfidentialClientApplicationBuilder]
    $type::Create('rival') -eq 'rival' -and $type.Assembly.GetName().Version -eq '9.0.0.0'
}
