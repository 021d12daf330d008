#Requires -Version 7.4

# Reads a help page: its header, its sections by their headings, and their text as a terminal shows it.

$helpSections = @(
    'SYNOPSIS', 'SYNTAX', 'ALIASES', 'DESCRIPTION', 'EXAMPLES', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS'
)

Add-Type -AssemblyName 'Markdig.Signed'
# CommonMark and tables, and none of the extensions that take $, {} and ~ of PowerShell for marks of their own.
$markdownPipeline = [Markdig.MarkdownExtensions]::UsePipeTables([Markdig.MarkdownPipelineBuilder]::new()).Build()

function Read-HelpPage {
    param([string] $Path)

    $lines = [IO.File]::ReadAllLines($Path)
    $page = [pscustomobject]@{
        Path     = $Path
        Name     = [IO.Path]::GetFileNameWithoutExtension($Path)
        Lines    = $lines
        Header   = @{}
        Title    = $null
        Sections = [ordered]@{}
    }

    # The header becomes empty lines, so that the lines below it keep their numbers.
    $start = 0
    if ($lines.Count -gt 0 -and $lines[0] -eq '---') {
        $start = [Array]::IndexOf($lines, '---', 1) + 1
        for ($index = 1; $index -lt $start - 1; $index++) {
            if ($lines[$index] -match '^(?<key>[^:]+):(?<value>.*)$') {
                $page.Header[$Matches.key] = @{ Value = $Matches.value.Trim().Trim("'", '"'); Line = $index + 1 }
            }
        }
    }
    $text = ("`n" * $start) + (($lines | Select-Object -Skip $start) -join "`n")

    $section = $null
    $part = $null
    foreach ($block in [Markdig.Markdown]::Parse($text, $markdownPipeline)) {
        if ($block -isnot [Markdig.Syntax.HeadingBlock] -or $block.Level -gt 3) {
            $target = $part ?? $section
            if ($target) {
                $target.Blocks.Add($block)
            }
            continue
        }

        $heading = ConvertTo-InlineText $block.Inline
        foreach ($ended in $part, ($block.Level -lt 3 ? $section : $null) | Where-Object { $_ }) {
            $ended.End = $block.Line
        }
        if ($block.Level -eq 1) {
            $page.Title = $heading
        }
        elseif ($block.Level -eq 2) {
            $section = Build-HelpSection -Title $heading -Line ($block.Line + 1)
            $part = $null
            $page.Sections[$heading] = $section
        }
        elseif ($section) {
            $part = Build-HelpSection -Title $heading -Line ($block.Line + 1)
            $section.Parts.Add($part)
        }
    }
    foreach ($open in $part, $section | Where-Object { $_ }) {
        $open.End = $lines.Count
    }

    $page
}

function Build-HelpSection {
    # Line is the number of its heading; the lines after it up to End, in numbers that begin with 1, are its own.
    param([string] $Title, [int] $Line)

    [pscustomobject]@{
        Title  = $Title
        Line   = $Line
        End    = 0
        Blocks = [Collections.Generic.List[object]]::new()
        Parts  = [Collections.Generic.List[object]]::new()
    }
}

function Get-YamlBlock {
    param([object] $Part)

    $Part.Blocks | Where-Object { $_ -is [Markdig.Syntax.FencedCodeBlock] -and $_.Info -eq 'yaml' } | Select-Object -Last 1
}

function Get-DefaultValue {
    # As the page has it, quotes and all.
    param([object] $Yaml)

    (Get-CodeText $Yaml) -match '(?m)^DefaultValue: *(?<value>.*?) *$' ? $Matches.value : "''"
}

function Get-CodeText {
    param([object] $Block)

    $Block.Lines.ToString() -replace '\r'
}

function ConvertTo-HelpText {
    # One string a paragraph. Get-Help trims each: code, to keep its indentation, is part of the paragraph before it.
    param([object[]] $Block)

    $paragraphs = [Collections.Generic.List[string]]::new()
    foreach ($item in $Block) {
        $text = ConvertTo-BlockText $item
        if ($item -is [Markdig.Syntax.CodeBlock] -and $paragraphs.Count -gt 0) {
            $paragraphs[-1] += "`n`n" + ($text -replace '(?m)^(?=.)', '    ')
        }
        elseif ($text) {
            $paragraphs.Add($text)
        }
    }
    $paragraphs
}

function ConvertTo-BlockText {
    param([object] $Block)

    if ($Block -is [Markdig.Syntax.CodeBlock]) {
        Get-CodeText $Block
    }
    elseif ($Block -is [Markdig.Syntax.ListBlock]) {
        $number = [int] ($Block.OrderedStart ?? 1)
        $space = $Block.IsLoose ? "`n`n" : "`n"
        $items = foreach ($item in $Block) {
            $mark = $Block.IsOrdered ? "$($number). " : '- '
            $number++
            $mark + ((ConvertTo-HelpText @($item)) -join $space -replace '\n(?=.)', "`n$(' ' * $mark.Length)")
        }
        $items -join $space
    }
    elseif ($Block -is [Markdig.Extensions.Tables.Table]) {
        ConvertTo-TableText $Block
    }
    elseif ($Block -is [Markdig.Syntax.QuoteBlock]) {
        (ConvertTo-HelpText @($Block)) -join "`n`n"
    }
    elseif ($Block -is [Markdig.Syntax.HtmlBlock]) {
        $html = $Block.Lines.ToString()
        if ($html -notmatch '^\s*<!--') {
            throw [FormatException]::new("line $($Block.Line + 1): Get-Help can't show HTML. Write it in Markdown.")
        }
    }
    elseif ($Block -is [Markdig.Syntax.LeafBlock] -and $Block.Inline) {
        ConvertTo-InlineText $Block.Inline
    }
}

function ConvertTo-TableText {
    # Columns side by side, as Format-Table has them.
    param([Markdig.Extensions.Tables.Table] $Table)

    $rows = @(foreach ($row in $Table) { , @(foreach ($cell in $row) { (ConvertTo-HelpText @($cell)) -join ' ' }) })
    $widths = foreach ($column in 0..($rows[0].Count - 1)) {
        ($rows | ForEach-Object { "$($_[$column])".Length } | Measure-Object -Maximum).Maximum
    }
    $line = 0
    $text = foreach ($row in $rows) {
        (0..($row.Count - 1) | ForEach-Object { $row[$_].PadRight($widths[$_]) }) -join '  '
        if ($line++ -eq 0) {
            ($widths | ForEach-Object { '-' * $_ }) -join '  '
        }
    }
    $text.TrimEnd() -join "`n"
}

function ConvertTo-InlineText {
    param([object] $Inline)

    $text = foreach ($item in $Inline) {
        if ($item -is [Markdig.Syntax.Inlines.CodeInline]) {
            $item.Content
        }
        elseif ($item -is [Markdig.Syntax.Inlines.LineBreakInline]) {
            $item.IsHard ? "`n" : ' '
        }
        elseif ($item -is [Markdig.Syntax.Inlines.AutolinkInline]) {
            $item.Url
        }
        elseif ($item -is [Markdig.Syntax.Inlines.HtmlEntityInline]) {
            $item.Transcoded.ToString()
        }
        elseif ($item -is [Markdig.Syntax.Inlines.HtmlInline]) {
            throw [FormatException]::new("line $($item.Line + 1): Get-Help can't show $($item.Tag). Write it in Markdown.")
        }
        elseif ($item -is [Markdig.Syntax.Inlines.LinkInline]) {
            $label = ConvertTo-InlineText $item
            # A link to a command, a topic or another page leads nowhere in a terminal.
            $item.Url -match '^https?:' -and $item.Url -ne $label ? "$label ($($item.Url))" : $label
        }
        elseif ($item -is [Markdig.Syntax.Inlines.ContainerInline]) {
            ConvertTo-InlineText $item
        }
        else {
            $item.ToString()
        }
    }
    -join $text
}
