#Requires -Version 7.4

# Writes help pages and the facts of their cmdlets as MAML, the XML that Get-Help reads in every PowerShell.

$mamlNamespaces = @{
    maml    = [Xml.Linq.XNamespace] 'http://schemas.microsoft.com/maml/2004/10'
    command = [Xml.Linq.XNamespace] 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = [Xml.Linq.XNamespace] 'http://schemas.microsoft.com/maml/dev/2004/10'
}

function New-Element {
    param([string] $Name, [object[]] $Content)

    $prefix, $local = $Name -split ':'
    [Xml.Linq.XElement]::new($mamlNamespaces[$prefix] + $local, $Content)
}

function New-Attribute {
    param([string] $Name, [object] $Value)

    [Xml.Linq.XAttribute]::new($Name, "$Value")
}

function New-Paragraph {
    param([object[]] $Block)

    ConvertTo-HelpText $Block | ForEach-Object { New-Element maml:para $_ }
}

function ConvertTo-MamlCommand {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    $sections = $Page.Sections
    New-Element command:command @(
        foreach ($prefix in 'maml', 'command', 'dev') {
            [Xml.Linq.XAttribute]::new([Xml.Linq.XNamespace]::Xmlns + $prefix, $mamlNamespaces[$prefix].NamespaceName)
        }
        New-Element command:details @(
            New-Element command:name $Command.Name
            New-Element command:verb $Command.Verb
            New-Element command:noun $Command.Noun
            New-Element maml:description (New-Paragraph $sections['SYNOPSIS'].Blocks)
        )
        New-Element maml:description (New-Paragraph $sections['DESCRIPTION'].Blocks)
        New-Element command:syntax ($Command.ParameterSets | ForEach-Object { ConvertTo-MamlSyntax $Command $_ })
        New-Element command:parameters (
            Get-DocumentedParameter $Command | ForEach-Object { ConvertTo-MamlParameter -Page $Page -Parameter $_ }
        )
        New-Element command:inputTypes (
            $sections['INPUTS'].Parts | ForEach-Object { ConvertTo-MamlType command:inputType $_ }
        )
        New-Element command:returnValues (
            $sections['OUTPUTS'].Parts | ForEach-Object { ConvertTo-MamlType command:returnValue $_ }
        )
        New-Element maml:alertSet (New-Element maml:alert (New-Paragraph $sections['NOTES'].Blocks))
        New-Element command:examples ($sections['EXAMPLES'].Parts | ForEach-Object { ConvertTo-MamlExample $_ })
        New-Element command:relatedLinks @(
            # Get-Help -Online opens the first.
            New-Link -Text 'Online Version:' -Address $Command.HelpUri
            ConvertTo-MamlLink $sections['RELATED LINKS'].Blocks
        )
    )
}

function ConvertTo-MamlSyntax {
    param([Management.Automation.CommandInfo] $Command, [Management.Automation.CommandParameterSetInfo] $ParameterSet)

    New-Element command:syntaxItem @(
        New-Element maml:name $Command.Name
        foreach ($parameter in Get-SyntaxParameter $ParameterSet) {
            $accepted = Get-AcceptedValue $Command.Parameters[$parameter.Name]
            New-Element command:parameter @(
                New-ParameterAttribute -Set $parameter -Parameter $Command.Parameters[$parameter.Name]
                New-Element maml:name $parameter.Name
                if ($accepted) {
                    New-Element command:parameterValueGroup (
                        $accepted | ForEach-Object { New-ParameterValue $_ -Required 'false' }
                    )
                }
                elseif ($parameter.ParameterType -ne [switch]) {
                    New-ParameterValue (Format-TypeName $parameter.ParameterType)
                }
            )
        }
    )
}

function ConvertTo-MamlParameter {
    param([object] $Page, [Management.Automation.ParameterMetadata] $Parameter)

    $part = $Page.Sections['PARAMETERS'].Parts | Where-Object Title -EQ "-$($Parameter.Name)"
    $yaml = Get-YamlBlock $part
    $isSwitch = $Parameter.ParameterType -eq [switch]
    $default = (Get-DefaultValue $yaml).Trim("'", '"')
    $accepted = Get-AcceptedValue $Parameter
    # Where parameter sets differ, the syntax tells; here is the set that asks for most.
    $set = $Parameter.ParameterSets.Values | Sort-Object IsMandatory -Descending -Stable | Select-Object -First 1

    New-Element command:parameter @(
        New-ParameterAttribute -Set $set -Parameter $Parameter
        New-Element maml:name $Parameter.Name
        New-Element maml:description @(
            New-Paragraph ($part.Blocks | Where-Object { $_ -ne $yaml })
            if ($accepted) {
                New-Element maml:para "Accepted values: $($accepted -join ', ')"
            }
        )
        if ($isSwitch) {
            New-ParameterValue SwitchParameter -Required 'false'
        }
        else {
            New-ParameterValue (Format-TypeName $Parameter.ParameterType)
        }
        New-Element dev:type @(
            New-Element maml:name $Parameter.ParameterType.ToString()
            New-Element maml:uri
        )
        New-Element dev:defaultValue ($default ? $default : ($isSwitch ? 'False' : 'None'))
    )
}

function New-ParameterAttribute {
    param([object] $Set, [Management.Automation.ParameterMetadata] $Parameter)

    $pipeline = @(
        if ($Set.ValueFromPipeline) { 'ByValue' }
        if ($Set.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
    ) -join ', '

    New-Attribute required (Format-Boolean $Set.IsMandatory)
    New-Attribute variableLength (Format-Boolean $Parameter.ParameterType.IsArray)
    New-Attribute globbing (Format-Boolean (Test-Wildcard $Parameter))
    New-Attribute pipelineInput ($pipeline ? "True ($pipeline)" : 'False')
    New-Attribute position ($Set.Position -ge 0 ? $Set.Position : 'named')
    New-Attribute aliases ($Parameter.Aliases ? $Parameter.Aliases -join ', ' : 'none')
}

function New-ParameterValue {
    param([string] $Name, [string] $Required = 'true')

    New-Element command:parameterValue @(
        New-Attribute required $Required
        New-Attribute variableLength 'false'
        $Name
    )
}

function ConvertTo-MamlType {
    param([string] $ElementName, [object] $Part)

    New-Element $ElementName @(
        New-Element dev:type (New-Element maml:name $Part.Title)
        New-Element maml:description (New-Paragraph $Part.Blocks)
    )
}

function ConvertTo-MamlExample {
    param([object] $Part)

    New-Element command:example @(
        New-Element maml:title "--------- $($Part.Title) ---------"
        New-Element dev:code (Get-CodeText $Part.Blocks[0])
        New-Element dev:remarks @(
            New-Paragraph ($Part.Blocks | Select-Object -Skip 1)
            # Keeps the next example apart.
            New-Element maml:para
        )
    )
}

function ConvertTo-MamlLink {
    param([object[]] $Block)

    foreach ($list in $Block | Where-Object { $_ -is [Markdig.Syntax.ListBlock] }) {
        $links = $list | ForEach-Object { $_ } | ForEach-Object { $_.Inline } |
            Where-Object { $_ -is [Markdig.Syntax.Inlines.LinkInline] }
        foreach ($link in $links) {
            New-Link -Text (ConvertTo-InlineText $link) -Address $link.Url
        }
    }
}

function New-Link {
    param([string] $Text, [string] $Address)

    New-Element maml:navigationLink @(
        New-Element maml:linkText $Text
        New-Element maml:uri $Address
    )
}

function Export-Maml {
    param([Xml.Linq.XElement[]] $Command, [string] $Path)

    $helpItems = [Xml.Linq.XNamespace] 'http://msh'
    $root = [Xml.Linq.XElement]::new($helpItems + 'helpItems', [Xml.Linq.XAttribute]::new('schema', 'maml'), $Command)
    # Windows PowerShell takes a file without a byte order mark for one in the code page of the system.
    $encoding = [Text.UTF8Encoding]::new($true)
    $settings = [Xml.XmlWriterSettings]@{ Encoding = $encoding; Indent = $true; NewLineChars = "`n" }
    $writer = [Xml.XmlWriter]::Create($Path, $settings)
    try {
        $root.Save($writer)
    }
    finally {
        $writer.Dispose()
    }
}
