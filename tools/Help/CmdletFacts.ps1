#Requires -Version 7.4

# The syntax and the parameters of a built cmdlet, in the form of a help page.

function Get-HelpFileName {
    # Where Get-Help looks for it, in the folder of a culture.
    param([Management.Automation.CommandInfo] $Command)

    Split-Path -Path $Command.HelpFile -Leaf
}

function Get-DocumentedParameter {
    # All but the common ones, which every cmdlet has.
    param([Management.Automation.CommandInfo] $Command)

    $Command.Parameters.Values |
        Where-Object Name -NotIn ([Management.Automation.Cmdlet]::CommonParameters) |
        Sort-Object Name
}

function Get-ValueType {
    # Without Nullable, which binding doesn't show.
    param([type] $Type)

    [Nullable]::GetUnderlyingType($Type) ?? $Type
}

function Format-TypeName {
    # As Get-Command -Syntax has it: string[], IDictionary.
    param([type] $Type)

    [Microsoft.PowerShell.ToStringCodeMethods]::Type((Get-ValueType $Type)) -replace '[\w.]+\.(?=\w)'
}

function Get-AcceptedValue {
    param([Management.Automation.ParameterMetadata] $Parameter)

    $set = $Parameter.Attributes | Where-Object { $_ -is [ValidateSet] }
    $type = $Parameter.ParameterType
    $type = Get-ValueType ($type.IsArray ? $type.GetElementType() : $type)
    if ($set) {
        $set.ValidValues
    }
    elseif ($type.IsEnum) {
        [Enum]::GetNames($type)
    }
}

function Get-SyntaxParameter {
    # In the order of Get-Command -Syntax: by position, then mandatory ones, then the rest.
    param([Management.Automation.CommandParameterSetInfo] $ParameterSet)

    $parameters = $ParameterSet.Parameters | Where-Object Name -NotIn ([Management.Automation.Cmdlet]::CommonParameters)
    $parameters | Where-Object Position -GE 0 | Sort-Object Position
    $parameters | Where-Object { $_.Position -lt 0 -and $_.IsMandatory }
    $parameters | Where-Object { $_.Position -lt 0 -and -not $_.IsMandatory }
}

function Format-SyntaxParameter {
    param([Management.Automation.CommandParameterInfo] $Parameter)

    $name = $Parameter.Position -ge 0 ? "[-$($Parameter.Name)]" : "-$($Parameter.Name)"
    $value = $Parameter.ParameterType -eq [switch] ? '' : " <$(Format-TypeName $Parameter.ParameterType)>"
    $Parameter.IsMandatory ? "$name$value" : "[$name$value]"
}

function Get-SyntaxLine {
    # The lines below the heading SYNTAX, 100 columns wide at most.
    param([Management.Automation.CommandInfo] $Command)

    foreach ($set in $Command.ParameterSets) {
        ''
        "### $($set.Name)$($set.IsDefault -and $set.Name -ne '__AllParameterSets' ? ' (Default)' : '')"
        ''
        '```'
        $line = $Command.Name
        $words = @(Get-SyntaxParameter $set | ForEach-Object { Format-SyntaxParameter $_ }) + '[<CommonParameters>]'
        foreach ($word in $words) {
            if ($line.Length + 1 + $word.Length -gt 100) {
                $line
                $line = ''
            }
            $line += " $word"
        }
        $line
        '```'
    }
    ''
}

function Get-ParameterLine {
    # The lines of the YAML block of a parameter. No attribute has the default, so the page states it.
    param([Management.Automation.ParameterMetadata] $Parameter, [string] $DefaultValue = "''")

    $attribute = $Parameter.Attributes | Where-Object { $_ -is [Parameter] } | Select-Object -First 1

    "Type: $($Parameter.ParameterType.ToString())"
    "DefaultValue: $DefaultValue"
    "SupportsWildcards: $(Format-Boolean (Test-Wildcard $Parameter))"
    Format-YamlList -Key Aliases -Value $Parameter.Aliases
    'ParameterSets:'
    foreach ($name in $Parameter.ParameterSets.Keys) {
        $set = $Parameter.ParameterSets[$name]
        "- Name: $($name -eq '__AllParameterSets' ? '(All)' : $name)"
        "  Position: $($set.Position -ge 0 ? $set.Position : 'Named')"
        "  IsRequired: $(Format-Boolean $set.IsMandatory)"
        "  ValueFromPipeline: $(Format-Boolean $set.ValueFromPipeline)"
        "  ValueFromPipelineByPropertyName: $(Format-Boolean $set.ValueFromPipelineByPropertyName)"
        "  ValueFromRemainingArguments: $(Format-Boolean $set.ValueFromRemainingArguments)"
    }
    "DontShow: $(Format-Boolean $attribute.DontShow)"
    Format-YamlList -Key AcceptedValues -Value (Get-AcceptedValue $Parameter)
    "HelpMessage: '$($attribute.HelpMessage -replace "'", "''")'"
}

function Test-Wildcard {
    param([Management.Automation.ParameterMetadata] $Parameter)

    [bool] ($Parameter.Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] })
}

function Format-Boolean {
    param([bool] $Value)

    $Value.ToString().ToLowerInvariant()
}

function Format-YamlList {
    param([string] $Key, [string[]] $Value)

    if ($Value) {
        "${Key}:"
        $Value | ForEach-Object { "- $_" }
    }
    else {
        "${Key}: []"
    }
}

function Get-InputType {
    # The types that can be piped to the cmdlet.
    param([Management.Automation.CommandInfo] $Command)

    $types = $Command.Parameters.Values |
        Where-Object { $_.ParameterSets.Values.ValueFromPipeline -contains $true } |
        ForEach-Object { $_.ParameterType.ToString() } |
        Sort-Object -Unique
    $types ?? 'None'
}

function Get-ReturnType {
    # The declared output types. The cmdlet can write more, such as a total count by -IncludeTotalCount.
    param([Management.Automation.CommandInfo] $Command)

    $Command.OutputType | ForEach-Object Name | Where-Object { $_ -ne 'System.Void' } | Sort-Object -Unique
}
