# Run by Deserialized.Tests.ps1 in a process of its own: objects arrive before the module is imported, or where the language
# is constrained, so that they stay deserialized. Writes what became of each resource as JSON.
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    # A folder with a Clixml file for each resource.
    [Parameter(Mandatory)]
    [string] $Path,

    [switch] $Constrained
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$arrived = @{}
if ($Constrained) {
    $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
    Import-Module -Name $ModulePath
}

foreach ($file in Get-ChildItem -Path "$Path/*.xml") {
    $arrived[$file.BaseName] = Import-Clixml -LiteralPath $file.FullName
}

Import-Module -Name $ModulePath
$seen = @{}
foreach ($type in $arrived.Keys) {
    $items = @($arrived[$type])
    $again = @(Import-Clixml -LiteralPath "$Path/$type.xml")
    $seen[$type] = @{
        TypeName    = $items[0].PSObject.TypeNames[0]
        Table       = $items | Format-Table | Out-String -Width 160
        List        = $items | Format-List | Out-String -Width 160
        Members     = @(($items[0] | Get-Member -Force).Name)
        Differences = @(Compare-Object -ReferenceObject $items -DifferenceObject $again).Count
        Unique      = @($items + $again | Sort-Object -Unique).Count
        Sets        = @(($items[0] | Get-Member -MemberType PropertySet).Name)
    }
}

$seen | ConvertTo-Json -Depth 3 -Compress
