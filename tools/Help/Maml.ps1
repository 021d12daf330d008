#Requires -Version 7.4

# Writes help pages and the facts of their cmdlets as MAML, the XML that Get-Help reads in every PowerShell.

$mamlNamespaces = @{
    maml    = [Xml.Linq.XNamespace] 'http://schemas.microsoft.com/maml/2004/10'
    command = [Xml.Linq.XNamespace] 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = [Xml.Linq.XNamespace] 'http://schemas.microsoft.com/maml/dev/2004/10'
}

function Build-Element {
    param([string] $Name, [object[]] $Content)

    $prefix, $local = $Name -split ':'
    [Xml.Linq.XElement]::new($mamlNamespaces[$prefix] + $local, $Content)
}

function Build-Attribute {
    param([string] $Name, [object] $Value)

    [Xml.Linq.XAttribute]::new($Name, "$Value")
}

function ConvertTo-MamlParagraph {
    param([object[]] $Block)

    ConvertTo-HelpText $Block | ForEach-Object { Build-Element maml:para $_ }
}

function ConvertTo-MamlCommand {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    $sections = $Page.Sections
    Build-Element command:command @(
        foreach ($prefix in 'maml', 'command', 'dev') {
            [Xml.Linq.XAttribute]::new([Xml.Linq.XNamespace]::Xmlns + $prefix, $mamlNamespaces[$prefix].NamespaceName)
        }
        Build-Element command:details @(
            Build-Element command:name $Command.Name
            Build-Element command:verb $Command.Verb
            Build-Element command:noun $Command.Noun
            Build-Element maml:description (ConvertTo-MamlParagraph $sections['SYNOPSIS'].Blocks)
        )
        Build-Element maml:description (ConvertTo-MamlParagraph $sections['DESCRIPTION'].Blocks)
        Build-Element command:syntax ($Command.ParameterSets | ForEach-Object { ConvertTo-MamlSyntax $Command $_ })
        Build-Element command:parameters (
            Get-DocumentedParameter $Command | ForEach-Object { ConvertTo-MamlParameter -Page $Page -Parameter $_ }
        )
        Build-Element command:inputTypes (
            $sections['INPUTS'].Parts | ForEach-Object { ConvertTo-MamlType command:inputType $_ }
        )
        Build-Element command:returnValues (
            $sections['OUTPUTS'].Parts | ForEach-Object { ConvertTo-MamlType command:returnValue $_ }
        )
        Build-Element maml:alertSet (Build-Element maml:alert (ConvertTo-MamlParagraph $sections['NOTES'].Blocks))
        Build-Element command:examples ($sections['EXAMPLES'].Parts | ForEach-Object { ConvertTo-MamlExample $_ })
        Build-Element command:relatedLinks @(
            # Get-Help -Online opens the first.
            Build-Link -Text 'Online Version:' -Address $Command.HelpUri
            ConvertTo-MamlLink $sections['RELATED LINKS'].Blocks
        )
    )
}

function ConvertTo-MamlSyntax {
    param([Management.Automation.CommandInfo] $Command, [Management.Automation.CommandParameterSetInfo] $ParameterSet)

    Build-Element command:syntaxItem @(
        Build-Element maml:name $Command.Name
        foreach ($parameter in Get-SyntaxParameter $ParameterSet) {
            $accepted = Get-AcceptedValue $Command.Parameters[$parameter.Name]
            Build-Element command:parameter @(
                ConvertTo-MamlAttribute -Set $parameter -Parameter $Command.Parameters[$parameter.Name]
                Build-Element maml:name $parameter.Name
                if ($accepted) {
                    Build-Element command:parameterValueGroup (
                        $accepted | ForEach-Object { ConvertTo-MamlValue $_ -Required 'false' }
                    )
                }
                elseif ($parameter.ParameterType -ne [switch]) {
                    ConvertTo-MamlValue (Format-TypeName $parameter.ParameterType)
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

    Build-Element command:parameter @(
        ConvertTo-MamlAttribute -Set $set -Parameter $Parameter
        Build-Element maml:name $Parameter.Name
        Build-Element maml:description @(
            ConvertTo-MamlParagraph ($part.Blocks | Where-Object { $_ -ne $yaml })
            if ($accepted) {
                Build-Element maml:para "Accepted values: $($accepted -join ', ')"
            }
        )
        if ($isSwitch) {
            ConvertTo-MamlValue SwitchParameter -Required 'false'
        }
        else {
            ConvertTo-MamlValue (Format-TypeName $Parameter.ParameterType)
        }
        Build-Element dev:type @(
            Build-Element maml:name $Parameter.ParameterType.ToString()
            Build-Element maml:uri
        )
        Build-Element dev:defaultValue ($default ? $default : ($isSwitch ? 'False' : 'None'))
    )
}

function ConvertTo-MamlAttribute {
    param([object] $Set, [Management.Automation.ParameterMetadata] $Parameter)

    $pipeline = @(
        if ($Set.ValueFromPipeline) { 'ByValue' }
        if ($Set.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
    ) -join ', '

    Build-Attribute required (Format-Boolean $Set.IsMandatory)
    Build-Attribute variableLength (Format-Boolean $Parameter.ParameterType.IsArray)
    Build-Attribute globbing (Format-Boolean (Test-Wildcard $Parameter))
    Build-Attribute pipelineInput ($pipeline ? "True ($pipeline)" : 'False')
    Build-Attribute position ($Set.Position -ge 0 ? $Set.Position : 'named')
    Build-Attribute aliases ($Parameter.Aliases ? $Parameter.Aliases -join ', ' : 'none')
}

function ConvertTo-MamlValue {
    param([string] $Name, [string] $Required = 'true')

    Build-Element command:parameterValue @(
        Build-Attribute required $Required
        Build-Attribute variableLength 'false'
        $Name
    )
}

function ConvertTo-MamlType {
    param([string] $ElementName, [object] $Part)

    Build-Element $ElementName @(
        Build-Element dev:type (Build-Element maml:name $Part.Title)
        Build-Element maml:description (ConvertTo-MamlParagraph $Part.Blocks)
    )
}

function ConvertTo-MamlExample {
    param([object] $Part)

    Build-Element command:example @(
        Build-Element maml:title "--------- $($Part.Title) ---------"
        Build-Element dev:code (Get-CodeText $Part.Blocks[0])
        Build-Element dev:remarks @(
            ConvertTo-MamlParagraph ($Part.Blocks | Select-Object -Skip 1)
            # Keeps the next example apart.
            Build-Element maml:para
        )
    )
}

function ConvertTo-MamlLink {
    param([object[]] $Block)

    foreach ($list in $Block | Where-Object { $_ -is [Markdig.Syntax.ListBlock] }) {
        $links = $list | ForEach-Object { $_ } | ForEach-Object { $_.Inline } |
            Where-Object { $_ -is [Markdig.Syntax.Inlines.LinkInline] }
        foreach ($link in $links) {
            Build-Link -Text (ConvertTo-InlineText $link) -Address $link.Url
        }
    }
}

function Build-Link {
    param([string] $Text, [string] $Address)

    Build-Element maml:navigationLink @(
        Build-Element maml:linkText $Text
        Build-Element maml:uri $Address
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
