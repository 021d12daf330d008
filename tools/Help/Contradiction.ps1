#Requires -Version 7.4

# The statements of a help page that contradict the cmdlet, each with its line and a recommendation.

$update = 'Run ./build.sh Docs, which brings it up to date.'

function Get-HelpContradiction {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    $header = [ordered]@{
        title                = $Command.Name
        HelpUri              = $Command.HelpUri
        'external help file' = Get-HelpFileName $Command
    }
    foreach ($key in $header.Keys) {
        $found = $Page.Header[$key] ?? @{ Value = ''; Line = 1 }
        if ($found.Value -cne $header[$key]) {
            "line $($found.Line): $key is '$($found.Value)', but has to be '$($header[$key])'. $update"
        }
    }
    if (-not $Command.HelpUri) {
        "line 1: $($Command.Name) has no HelpUri, so that Get-Help -Online fails. Add it to the cmdlet's attribute."
    }
    if ($Page.Title -ne $Command.Name) {
        "line 1: the heading is '$($Page.Title)', but has to be '# $($Command.Name)'. Correct it."
    }
    foreach ($name in $helpSections | Where-Object { -not $Page.Sections.Contains($_) }) {
        "line 1: the section '## $name' is missing. $update"
    }
    foreach ($section in $Page.Sections.Values | Where-Object Title -NotIn $helpSections) {
        "line $($section.Line): Get-Help has no place for the section '## $($section.Title)'. Move it into another one."
    }

    Get-SyntaxContradiction @PSBoundParameters
    Get-ParameterContradiction @PSBoundParameters
    Get-TypeContradiction -Section $Page.Sections['INPUTS'] -Type (Get-InputType $Command) -Exact
    Get-TypeContradiction -Section $Page.Sections['OUTPUTS'] -Type (Get-ReturnType $Command)

    $examples = $Page.Sections['EXAMPLES']
    foreach ($example in $examples ? $examples.Parts : @()) {
        if ($example.Blocks.Count -eq 0 -or $example.Blocks[0] -isnot [Markdig.Syntax.FencedCodeBlock]) {
            "line $($example.Line): the example '$($example.Title)' doesn't begin with its code, as Get-Help shows it. " +
            'Write the code in a ```powershell block below the heading, and what it does below the code.'
        }
    }
}

function Get-SyntaxContradiction {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    $section = $Page.Sections['SYNTAX']
    if ($section) {
        # The lines between this heading and the next.
        $found = $Page.Lines[$section.Line..($section.End - 1)]
        Compare-Line -Found $found -Expected (Get-SyntaxLine $Command) -Line $section.Line -Subject 'the syntax'
    }
}

function Get-ParameterContradiction {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    $section = $Page.Sections['PARAMETERS']
    if (-not $section) {
        return
    }

    $documented = @{}
    foreach ($part in $section.Parts | Where-Object Title -Like '-*') {
        $name = $part.Title.TrimStart('-')
        if ($documented.ContainsKey($name)) {
            "line $($part.Line): -$name is described a second time. Delete one of the two sections."
        }
        $documented[$name] = $part
    }

    foreach ($parameter in Get-DocumentedParameter $Command) {
        $part = $documented[$parameter.Name]
        $documented.Remove($parameter.Name)
        if (-not $part) {
            "line $($section.Line): -$($parameter.Name) is missing. ./build.sh Docs adds it; describe it then."
            continue
        }

        $yaml = Get-YamlBlock $part
        if (-not $yaml) {
            "line $($part.Line): -$($parameter.Name) has no YAML block. $update"
            continue
        }

        $found = (Get-CodeText $yaml) -split '\n'
        $expected = Get-ParameterLine -Parameter $parameter -DefaultValue (Get-DefaultValue $yaml)
        Compare-Line -Found $found -Expected $expected -Line ($yaml.Line + 1) -Subject "-$($parameter.Name)"
    }

    foreach ($part in $documented.Values | Sort-Object Line) {
        "line $($part.Line): $($Command.Name) has no parameter $($part.Title). Delete or rename it."
    }
}

function Get-TypeContradiction {
    param([object] $Section, [string[]] $Type, [switch] $Exact)

    if (-not $Section) {
        return
    }

    foreach ($name in $Type | Where-Object { $_ -and $_ -notin @($Section.Parts | ForEach-Object Title) }) {
        "line $($Section.Line): $($Section.Title) lacks $name. ./build.sh Docs adds it; describe it then."
    }
    foreach ($part in $Section.Parts | Where-Object { $Exact -and $_.Title -notin $Type }) {
        "line $($part.Line): $($part.Title) is not a type that the cmdlet accepts from the pipeline. Delete the section."
    }
}

function Compare-Line {
    # The first difference is enough: its recommendation solves all of them.
    param([string[]] $Found, [string[]] $Expected, [int] $Line, [string] $Subject)

    for ($index = 0; $index -lt [Math]::Max($Found.Count, $Expected.Count); $index++) {
        $has = $index -lt $Found.Count ? $Found[$index].TrimEnd() : ''
        $needs = $index -lt $Expected.Count ? $Expected[$index] : ''
        if ($has -cne $needs) {
            return "line $($Line + $index + 1): $Subject is not the cmdlet's: '$has' has to be '$needs'. $update"
        }
    }
}
