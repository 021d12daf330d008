#Requires -Version 7.4

# Writes new help pages and sections, and updates existing ones.

. "$PSScriptRoot/CodeDocumentation.ps1"

function Build-HelpPage {
    # As short as a page can be: the sections are added as those that any page lacks.
    param([Management.Automation.CommandInfo] $Command, [string] $ModuleName)

    '---'
    'document type: cmdlet'
    "external help file: $(Get-HelpFileName $Command)"
    "HelpUri: $($Command.HelpUri)"
    'Locale: en-US'
    "Module Name: $ModuleName"
    "ms.date: $([datetime]::Today.ToString('MM/dd/yyyy', [cultureinfo]::InvariantCulture))"
    'PlatyPS schema version: 2024-05-01'
    "title: $($Command.Name)"
    '---'
    ''
    "# $($Command.Name)"
    ''
}

function Build-HelpSectionLine {
    param([string] $Title, [Management.Automation.CommandInfo] $Command)

    "## $Title"
    ''
    switch ($Title) {
        'SYNOPSIS' { '{{ Fill in the Synopsis }}', '' }
        'DESCRIPTION' { '{{ Fill in the Description }}', '' }
        'EXAMPLES' {
            '### Example 1: {{ Fill in what it is good for }}', '', '```powershell', $Command.Name, '```', ''
            '{{ Fill in what it does }}', ''
        }
        'PARAMETERS' {
            '### CommonParameters'
            ''
            'This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,'
            '-InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,'
            '-ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see'
            '[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).'
            ''
        }
    }
}

function Build-Change {
    # Count lines from Start on, in numbers that begin with 0, give way to others.
    param([int] $Start, [int] $Count, [AllowEmptyString()] [string[]] $Line)

    [pscustomobject]@{ Start = $Start; Count = $Count; Line = $Line }
}

function Merge-Change {
    param([string[]] $Line, [object[]] $Change)

    $merged = [Collections.Generic.List[string]]::new($Line)
    # From the end on, so that the numbers of the lines before stay right; of two at one place the first stays first.
    [array]::Reverse($Change)
    foreach ($item in $Change | Sort-Object Start -Descending -Stable) {
        $merged.RemoveRange($item.Start, $item.Count)
        $merged.InsertRange($item.Start, [string[]] $item.Line)
    }
    $merged
}

function Write-HelpPage {
    param([string] $Path, [AllowEmptyString()] [string[]] $Line)

    ($Line -join "`n").TrimEnd() + "`n" | Set-Content -LiteralPath $Path -NoNewline
}

function Get-SectionChange {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    $apart = @()
    foreach ($title in $helpSections | Where-Object { -not $Page.Sections.Contains($_) }) {
        $next = $helpSections |
            Select-Object -Skip ($helpSections.IndexOf($title) + 1) |
            Where-Object { $Page.Sections.Contains($_) } |
            Select-Object -First 1
        $start = $next ? $Page.Sections[$next].Line - 1 : $Page.Lines.Count
        $lines = @(Build-HelpSectionLine -Title $title -Command $Command)
        if ($Page.Lines[$start - 1] -and $start -notin $apart) {
            $lines = @('') + $lines
        }
        $apart += $start
        Build-Change -Start $start -Count 0 -Line $lines
    }
}

function Get-FactChange {
    param([object] $Page, [Management.Automation.CommandInfo] $Command)

    if ($Page.Header['HelpUri']) {
        Build-Change -Start ($Page.Header['HelpUri'].Line - 1) -Count 1 -Line "HelpUri: $($Command.HelpUri)"
    }

    $syntax = $Page.Sections['SYNTAX']
    Build-Change -Start $syntax.Line -Count ($syntax.End - $syntax.Line) -Line (Get-SyntaxLine $Command)

    Get-ParameterChange -Section $Page.Sections['PARAMETERS'] -Command $Command
    Get-TypeChange -Section $Page.Sections['INPUTS'] -Type (Get-InputType $Command)
    Get-TypeChange -Section $Page.Sections['OUTPUTS'] -Type (Get-ReturnType $Command)
}

function Get-ParameterChange {
    param([object] $Section, [Management.Automation.CommandInfo] $Command)

    foreach ($parameter in Get-DocumentedParameter $Command) {
        $title = "-$($parameter.Name)"
        $part = $Section.Parts | Where-Object Title -EQ $title | Select-Object -First 1
        $yaml = $part ? (Get-YamlBlock $part) : $null
        if ($yaml) {
            $count = ((Get-CodeText $yaml) -split '\n').Count
            $lines = Get-ParameterLine -Parameter $parameter -DefaultValue (Get-DefaultValue $yaml)
            Build-Change -Start ($yaml.Line + 1) -Count $count -Line $lines
        }
        elseif ($part) {
            Build-Change -Start $part.End -Count 0 -Line (@('```yaml') + @(Get-ParameterLine $parameter) + '```', '')
        }
        else {
            # Parameters stand in the order of their names, and before the common ones.
            $next = $Section.Parts |
                Where-Object { $_.Title -notlike '-*' -or $_.Title -gt $title } |
                Select-Object -First 1
            $text = Get-CodeSummary -Type $Command.ImplementingType -Property $parameter.Name
            $lines = @("### $title", '', ($text ?? "{{ Fill in the description of $title }}"), '', '```yaml') +
                @(Get-ParameterLine $parameter) + '```', ''
            Build-Change -Start ($next ? $next.Line - 1 : $Section.End) -Count 0 -Line $lines
        }
    }
}

function Get-TypeChange {
    param([object] $Section, [string[]] $Type)

    foreach ($name in $Type | Where-Object { $_ -and $_ -notin @($Section.Parts | ForEach-Object Title) }) {
        $text = $name -eq 'None' ? 'Nothing is taken from the pipeline.' : "{{ Fill in what $name is }}"
        Build-Change -Start $Section.End -Count 0 -Line "### $name", '', $text, ''
    }
}
