# The engine has a version of its own in the default context, where there can be only one.
$context = [System.Runtime.Loader.AssemblyLoadContext]::new('RivalJson')
$assemblies = Get-ChildItem -Path "$PSScriptRoot/*.dll" | ForEach-Object { $context.LoadFromAssemblyPath($_.FullName) }

function Test-RivalJson {
    $type = ($assemblies | ForEach-Object { $_.GetType('System.Text.Json.JsonDocument') } | Where-Object { $_ })
    $parse = $type.GetMethods() | Where-Object { $_.Name -eq 'Parse' -and $_.GetParameters()[0].ParameterType -eq [string] }
    $document = $parse.Invoke($null, @('{"rival":42}', [System.Activator]::CreateInstance($parse.GetParameters()[1].ParameterType)))
    $document.RootElement.GetProperty('rival').GetInt32() -eq 42 -and $type.Assembly.GetName().Version -eq '9.0.0.0'
}
