Add-Type -Path "$PSScriptRoot/*.dll"

function Test-RivalPolly {
    $type = [Polly.ResiliencePipelineBuilder]
    $pipeline = $type::new().Build()
    $pipeline.Execute([Func[int]] { 42 }) -eq 42 -and $type.Assembly.Location.StartsWith($PSScriptRoot)
}
