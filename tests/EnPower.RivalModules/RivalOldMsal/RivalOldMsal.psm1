Add-Type -Path "$PSScriptRoot/*.dll"

# Builds a client, without a request.
function Test-RivalOldMsal {
    $client = [Microsoft.Identity.Client.ConfidentialClientApplicationBuilder]::Create('rival').
        WithClientSecret([guid]::NewGuid()).WithAuthority('https://login.microsoftonline.com/organizations').Build()
    $client.AppConfig.ClientId -eq 'rival' -and $client.GetType().Assembly.GetName().Version -eq '4.61.3.0'
}
