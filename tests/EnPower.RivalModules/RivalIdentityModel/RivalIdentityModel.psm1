Add-Type -Path "$PSScriptRoot/*.dll"

function Test-RivalIdentityModel {
    $encoder = [Microsoft.IdentityModel.Tokens.Base64UrlEncoder]
    $encoder::Encode('rival') -eq 'cml2YWw' -and $encoder.Assembly.GetName().Version -eq '7.5.0.0'
}
