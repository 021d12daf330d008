# The scripts that make help of Markdown, on a module of the test: they run in PowerShell 7 only, as the build does.
Describe 'Help pages' -Tag Repository -Skip:($PSEdition -ne 'Core') {
    BeforeAll {
        . "$PSScriptRoot/TestSession.ps1"

        # By their numbers, for Windows PowerShell takes this file for one in the code page of the system.
        $euro, $open, $close = [string][char] 0x20AC, [string][char] 0x201C, [string][char] 0x201D
        $module = Join-Path -Path $TestDrive -ChildPath 'Gadget'
        $pages = Join-Path -Path $TestDrive -ChildPath 'docs'
        $page = Join-Path -Path $pages -ChildPath 'Get-Gadget.md'
        $null = New-Item -Path $module, $pages -ItemType Directory
        $source = @'
using System.Management.Automation;
public enum Color { Red, Green }
public sealed class Gadget { }

[Cmdlet(VerbsCommon.Get, "Gadget", DefaultParameterSetName = "Name", SupportsShouldProcess = true,
    HelpUri = "https://example.com/Get-Gadget")]
[OutputType(typeof(Gadget))]
public sealed class GetGadgetCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Name")]
    [Alias("Title", "Label")]
    [SupportsWildcards]
    public string[] Name { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Id", HelpMessage = "The gadget's number")]
    public int? Id { get; set; }

    [Parameter]
    public Color Color { get; set; }

    [Parameter]
    [ValidateSet("Small", "Large")]
    public string Size { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }
}
'@
        # Not in this process, which could not delete it on Windows.
        & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -Command {
            param($source, $path)
            Add-Type -TypeDefinition $source -OutputAssembly $path
        } -args $source, "$module/Gadget.dll"
        New-ModuleManifest -Path "$module/Gadget.psd1" -RootModule Gadget.dll -CmdletsToExport 'Get-Gadget'

        function Invoke-HelpScript {
            # What it says, and whether it went well.
            param([string] $Name, [string[]] $ArgumentList = @())

            $words = @('-ModulePath', $module, '-HelpPath', $pages) + $ArgumentList
            $output = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File "$root/tools/$Name" @words 2>&1 | Out-String -Width 500
            @{ Output = $output; Succeeded = $LASTEXITCODE -eq 0 }
        }

        function Convert-Page {
            Invoke-HelpScript -Name ConvertTo-Maml.ps1 -ArgumentList '-Destination', "$module/en-US"
        }

        function Get-GadgetHelp {
            # What a fresh session with the module is told.
            param([scriptblock] $Script)

            $command = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; Import-Module -Name '$module'; " +
                "& { $Script } | ConvertTo-Json -Depth 9 -EscapeHandling EscapeNonAscii"
            $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
            & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -EncodedCommand $encoded | Out-String | ConvertFrom-Json
        }

        function Edit-Page {
            param([string] $Old, [string] $New)

            $text = Get-Content -LiteralPath $page -Raw
            $text | Should -Match ([regex]::Escape($Old))
            $text.Replace($Old, $New) | Set-Content -LiteralPath $page -NoNewline
        }

        function Edit-Parameter {
            param([string] $Name, [string] $Old, [string] $New)

            $section = [regex]::Match((Get-Content -LiteralPath $page -Raw), "(?s)### -$Name\n.*?(?=\n### )").Value
            $section | Should -Match ([regex]::Escape($Old))
            Edit-Page $section $section.Replace($Old, $New)
        }

        # The page as the script begins it, then as a person goes on.
        $begun = Invoke-HelpScript -Name Update-Help.ps1
        $begunText = Get-Content -LiteralPath $page -Raw
        $begunConversion = Convert-Page

        $description = @'
Gets `gadgets`, *really*, from a **shop**
with $null, $true and @{ id = 1 } for {id}.

It costs 3 \* 4 &euro;, OPENor soCLOSE; see [the shop](https://example.com/shop), [Get-Gadget](), <https://example.com>.
Second line\
after a break.

- first
  goes on
- second
  1. inner

Set it up:

```powershell
if ($true) {
    Get-Gadget
}
```

> Quoted.

| name | price |
| --- | ---: |
| nut | 1 |
| screwdriver | 20 |
'@.Replace('OPEN', $open).Replace('CLOSE', $close)
        $example = @'
### Example 1: One

```powershell
Get-Gadget -Name nut |
    Out-Null
```

Gets a *nut*.

```output
nut
```

And no more.

### Example 2: Two

```powershell
Get-Gadget -Id 2
```

Gets another.

'@
        Edit-Page '{{ Fill in the Synopsis }}' 'Gets gadgets.'
        Edit-Page '{{ Fill in the Description }}' $description
        Edit-Page '{{ Fill in what Gadget is }}' 'A gadget.'
        Edit-Page '{{ Fill in what System.String[] is }}' 'Names of gadgets.'
        Edit-Page '## NOTES' "## NOTES`n`nNo warranty."
        Edit-Page '## RELATED LINKS' "## RELATED LINKS`n`n- [about_Gadget]()`n- [The shop](https://example.com/shop)"
        foreach ($name in 'Color', 'Confirm', 'Force', 'Id', 'Name', 'Size', 'WhatIf') {
            Edit-Page "{{ Fill in the description of -$name }}" "What the ``$name`` is."
        }
        Edit-Page "Type: Color`nDefaultValue: ''" "Type: Color`nDefaultValue: Red"
        $text = Get-Content -LiteralPath $page -Raw
        $text -replace '(?s)### Example 1.*(?=## PARAMETERS)', $example.Replace('$', '$$') |
            Set-Content -LiteralPath $page -NoNewline
        "# about_Gadget`n`n## SHORT DESCRIPTION`n`nGadgets, for 3 $euro." |
            Set-Content -LiteralPath "$pages/about_Gadget.md"
        $written = Get-Content -LiteralPath $page -Raw
    }

    Context 'of a new cmdlet' {
        It 'are begun by Update-Help.ps1' {
            $begun.Output | Should -BeNullOrEmpty
            $begun.Succeeded | Should -BeTrue
        }

        It 'say all that the cmdlet says by itself' {
            $begunText | Should -Match '(?m)^HelpUri: https://example.com/Get-Gadget$'
            $begunText | Should -Match '(?m)^external help file: Gadget.dll-Help.xml$'
            $begunText | Should -Match ([regex]::Escape('Get-Gadget [[-Name] <string[]>] [-Color <Color>] [-Size <string>] [-Force]'))
            $begunText | Should -Match '(?m)^- Title\n- Label$'
            $begunText | Should -Match '(?m)^AcceptedValues:\n- Small\n- Large$'
            $begunText | Should -Match "(?m)^HelpMessage: 'The gadget''s number'$"
        }

        It 'have the sections of the schema in their order' {
            [regex]::Matches($begunText, '(?m)^## (.+)$') | ForEach-Object { $_.Groups[1].Value } | Should -Be @(
                'SYNOPSIS', 'SYNTAX', 'ALIASES', 'DESCRIPTION', 'EXAMPLES', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'NOTES'
                'RELATED LINKS'
            )
        }

        It 'have placeholders where somebody has to write' {
            [regex]::Matches($begunText, '\{\{ Fill in .+? \}\}').Count | Should -Be 13
        }

        It 'can be built at once' {
            $begunConversion.Output | Should -BeNullOrEmpty
            $begunConversion.Succeeded | Should -BeTrue
        }
    }

    Context 'turned into help' {
        BeforeAll {
            $conversion = Convert-Page
            $shown = Get-GadgetHelp {
                $help = Get-Help -Name Get-Gadget
                @{
                    Help   = $help
                    Syntax = $help.syntax | Out-String -Width 500
                    Full   = Get-Help -Name Get-Gadget -Full | Out-String -Width 200
                    Topic  = "$(Get-Help -Name about_Gadget)"
                }
            }
            $help = $shown.Help
            $full = $shown.Full -replace '\r'
            $paragraphs = @($help.description | ForEach-Object { $_.Text.TrimEnd() -replace '\r' })
            $parameters = @{}
            $help.parameters.parameter | ForEach-Object { $parameters[$_.name] = $_ }
        }

        It 'are no mistake' {
            $conversion.Output | Should -BeNullOrEmpty
            $conversion.Succeeded | Should -BeTrue
        }

        It 'have a synopsis' {
            $help.Synopsis | Should -Be 'Gets gadgets.'
        }

        It 'run the lines of a paragraph together, and lose the marks of Markdown, but nothing of PowerShell' {
            $paragraphs[0] | Should -Be 'Gets gadgets, really, from a shop with $null, $true and @{ id = 1 } for {id}.'
        }

        It 'show links with their address, escaped characters and entities as what they stand for, and breaks that are asked for' {
            $paragraphs[1] | Should -Be (
                "It costs 3 * 4 $euro, ${open}or so$close; see the shop (https://example.com/shop), Get-Gadget, " +
                'https://example.com. ' +
                "Second line`nafter a break.")
        }

        It 'show lists, and lists inside of them' {
            $paragraphs[2] | Should -Be "- first goes on`n- second`n  1. inner"
        }

        It 'keep the lines of code, and their indentation' {
            $paragraphs[3] | Should -Be "Set it up:`n`n    if (`$true) {`n        Get-Gadget`n    }"
        }

        It 'show quotations' {
            $paragraphs[4] | Should -Be 'Quoted.'
        }

        It 'show tables in columns' {
            $paragraphs[5] | Should -Be "name         price`n-----------  -----`nnut          1`nscrewdriver  20"
        }

        It 'have the syntax of each parameter set, with the values to choose from' {
            $syntax = $shown.Syntax.Trim() -split '\s*\n\s*'

            $syntax | Should -Be @(
                'Get-Gadget [[-Name] <string[]>] [-Color {Red | Green}] [-Size {Small | Large}] [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]'
                'Get-Gadget -Id <int> [-Color {Red | Green}] [-Size {Small | Large}] [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]'
            )
        }

        It 'have the parameters, in the order of their names' {
            $help.parameters.parameter.name | Should -Be 'Color', 'Confirm', 'Force', 'Id', 'Name', 'Size', 'WhatIf'
        }

        It 'tell position, pipeline input, wildcards, aliases and type of a parameter' {
            $name = $parameters.Name

            $name.description.Text | Should -Be 'What the Name is.'
            $name.required | Should -Be 'false'
            $name.position | Should -Be '0'
            $name.pipelineInput | Should -Be 'True (ByValue, ByPropertyName)'
            $name.globbing | Should -Be 'true'
            $name.aliases | Should -Be 'Title, Label'
            $name.parameterValue | Should -Be 'string[]'
            $name.type.name | Should -Be 'System.String[]'
            $name.defaultValue | Should -Be 'None'
        }

        It 'tell that a parameter is mandatory, named and taken from no pipeline' {
            $id = $parameters.Id

            $id.required | Should -Be 'true'
            $id.position | Should -Be 'named'
            $id.pipelineInput | Should -Be 'False'
            $id.globbing | Should -Be 'false'
            $id.aliases | Should -Be 'none'
        }

        It 'tell the default that the page names, and the values that are accepted' {
            $parameters.Color.defaultValue | Should -Be 'Red'
            $parameters.Color.description[1].Text | Should -Be 'Accepted values: Red, Green'
            $parameters.Size.description[1].Text | Should -Be 'Accepted values: Small, Large'
        }

        It 'show a switch as one that is off' {
            $parameters.Force.parameterValue | Should -Be 'SwitchParameter'
            $parameters.Force.defaultValue | Should -Be 'False'
        }

        It 'have title, code and remarks of an example in a place of their own' {
            $first, $second = $help.examples.example

            $first.title | Should -Be '--------- Example 1: One ---------'
            $first.code -replace '\r' | Should -Be "Get-Gadget -Name nut |`n    Out-Null"
            $first.remarks.Text.TrimEnd() -replace '\r' | Should -Be "Gets a nut.`n`n    nut", 'And no more.', ''
            $second.code | Should -Be 'Get-Gadget -Id 2'
            $second.remarks.Text.TrimEnd() | Should -Be 'Gets another.', ''
        }

        It 'have inputs, outputs and notes' {
            $full | Should -Match 'INPUTS\n +System\.String\[\]\n +Names of gadgets\.'
            $full | Should -Match 'OUTPUTS\n +Gadget\n +A gadget\.'
            $full | Should -Match 'NOTES\s+No warranty\.'
        }

        It 'have the address of the page before all other links' {
            $help.relatedLinks.navigationLink.linkText | Should -Be 'Online Version:', 'about_Gadget', 'The shop'
            $help.relatedLinks.navigationLink.uri |
                Should -Be 'https://example.com/Get-Gadget', '', 'https://example.com/shop'
        }

        It 'bring topics along' {
            $shown.Topic | Should -Match "Gadgets, for 3 $euro\."
        }

        It 'are files that Windows PowerShell takes for UTF-8' {
            foreach ($file in Get-ChildItem -Path "$module/en-US/*") {
                [System.IO.File]::ReadAllBytes($file.FullName)[0..2] | Should -Be 0xEF, 0xBB, 0xBF -Because $file.Name
            }
        }
    }

    Context 'that contradict the cmdlet' {
        BeforeAll {
            Edit-Page 'HelpUri: https://example.com/Get-Gadget' 'HelpUri: https://example.com/elsewhere'
            Edit-Page 'Get-Gadget -Id <int>' 'Get-Gadget [-Id] <int>'
            Edit-Parameter -Name Color -Old '- Green' -New '- Blue'
            Edit-Parameter -Name Confirm -Old '- cf' -New '- sure'
            Edit-Parameter -Name Id -Old 'IsRequired: true' -New 'IsRequired: false'
            Edit-Parameter -Name Name -Old 'ValueFromPipeline: true' -New 'ValueFromPipeline: false'
            Edit-Parameter -Name Size -Old 'Position: Named' -New 'Position: 7'
            Edit-Parameter -Name WhatIf -Old 'SupportsWildcards: false' -New 'SupportsWildcards: true'
            Edit-Page '### -Force' '### -Violence'
            Edit-Page '### System.String[]' '### System.Int32'
            Edit-Page '### Gadget' '### Widget'
            Edit-Page '## NOTES' '## REMARKS'
            Edit-Page "### Example 2: Two`n" "### Example 2: Two`n`nFirst, words.`n"
            Set-Content -LiteralPath "$pages/Set-Gadget.md" -Value '# Set-Gadget'

            $conversion = Convert-Page
            $messages = $conversion.Output -split '\r?\n' | Where-Object { $_ }
            $lines = Get-Content -LiteralPath $page
        }

        AfterAll {
            Set-Content -LiteralPath $page -Value $written -NoNewline
            Remove-Item -LiteralPath "$pages/Set-Gadget.md"
        }

        It 'are refused for <What>, with page, line and what to do' -ForEach @(
            @{ What = 'another address'; Line = 'HelpUri: https://example.com/elsewhere'; Problem = "HelpUri is 'https://example.com/elsewhere', but has to be 'https://example.com/Get-Gadget'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'another syntax'; Line = 'Get-Gadget [-Id] <int> [-Color <Color>] [-Size <string>] [-Force] [-WhatIf] [-Confirm]'; Problem = 'the syntax is not the cmdlet''s:'; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'another accepted value'; Line = '- Blue'; Problem = "-Color is not the cmdlet's: '- Blue' has to be '- Green'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'another alias'; Line = '- sure'; Problem = "-Confirm is not the cmdlet's: '- sure' has to be '- cf'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'a mandatory parameter called optional'; Line = '  IsRequired: false'; Problem = "-Id is not the cmdlet's: '  IsRequired: false' has to be '  IsRequired: true'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'other pipeline input'; Line = '  ValueFromPipeline: false'; Problem = "-Name is not the cmdlet's: '  ValueFromPipeline: false' has to be '  ValueFromPipeline: true'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'another position'; Line = '  Position: 7'; Problem = "-Size is not the cmdlet's: '  Position: 7' has to be '  Position: Named'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'other wildcards'; Line = 'SupportsWildcards: true'; Problem = "-WhatIf is not the cmdlet's: 'SupportsWildcards: true' has to be 'SupportsWildcards: false'."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'a parameter that is not described'; Line = '## PARAMETERS'; Problem = '-Force is missing.'; Remedy = './build.sh Docs adds it' }
            @{ What = 'a parameter that is not there'; Line = '### -Violence'; Problem = 'Get-Gadget has no parameter -Violence.'; Remedy = 'Delete or rename it' }
            @{ What = 'an input that is not taken'; Line = '### System.Int32'; Problem = 'System.Int32 is not a type that the cmdlet accepts from the pipeline.'; Remedy = 'Delete' }
            @{ What = 'an input that is not described'; Line = '## INPUTS'; Problem = 'INPUTS lacks System.String[].'; Remedy = './build.sh Docs adds it' }
            @{ What = 'an output that is not described'; Line = '## OUTPUTS'; Problem = 'OUTPUTS lacks Gadget.'; Remedy = './build.sh Docs adds it' }
            @{ What = 'a section that Get-Help does not have'; Line = '## REMARKS'; Problem = "Get-Help has no place for the section '## REMARKS'."; Remedy = 'Move it' }
            @{ What = 'a section that is missing'; Line = '---'; Problem = "the section '## NOTES' is missing."; Remedy = 'Run ./build.sh Docs' }
            @{ What = 'an example that does not begin with code'; Line = '### Example 2: Two'; Problem = "the example 'Example 2: Two' doesn't begin with its code"; Remedy = 'Write the code' }
        ) {
            $found = @($messages -match "Get-Gadget\.md, line \d+: $([regex]::Escape($Problem)).*$([regex]::Escape($Remedy))")

            $found.Count | Should -Be 1 -Because ($messages -join "`n")
            $number = [int] [regex]::Match($found[0], 'line (\d+):').Groups[1].Value
            $lines[$number - 1] | Should -BeExactly $Line
        }

        It 'are refused for a cmdlet that does not exist' {
            $messages -like '*Set-Gadget.md describes a cmdlet that the module doesn''t have. Delete the page*' |
                Should -Not -BeNullOrEmpty
        }

        It 'leave the help that was there alone, and fail' {
            $conversion.Succeeded | Should -BeFalse
            Get-Content -LiteralPath "$module/en-US/Gadget.dll-Help.xml" -Raw | Should -Match 'Names of gadgets'
        }
    }

    It 'are refused for HTML, which a terminal does not show' {
        Edit-Page 'Gets `gadgets`' 'Gets <b>gadgets</b>'
        try {
            $conversion = Convert-Page
        }
        finally {
            Set-Content -LiteralPath $page -Value $written -NoNewline
        }

        $conversion.Succeeded | Should -BeFalse
        $conversion.Output | Should -Match 'Get-Gadget\.md, line \d+: Get-Help can''t show <b>\. Write it in Markdown\.'
    }

    It 'are missed' {
        Move-Item -LiteralPath $page -Destination "$TestDrive/away.md"
        try {
            $conversion = Convert-Page
        }
        finally {
            Move-Item -LiteralPath "$TestDrive/away.md" -Destination $page
        }

        $conversion.Succeeded | Should -BeFalse
        $conversion.Output | Should -Match 'Get-Gadget\.md is missing\. \./build\.sh Docs begins it'
    }

    Context 'brought up to date' {
        AfterEach {
            Set-Content -LiteralPath $page -Value $written -NoNewline
        }

        It 'stay as they are when nothing has changed' {
            (Invoke-HelpScript -Name Update-Help.ps1).Succeeded | Should -BeTrue

            Get-Content -LiteralPath $page -Raw | Should -BeExactly $written
        }

        It 'have what the cmdlet contradicts put right, and nothing that people wrote changed' {
            Edit-Page 'HelpUri: https://example.com/Get-Gadget' "HelpUri: ''"
            Edit-Page 'Get-Gadget [[-Name] <string[]>]' 'Get-Gadget [[-Title] <string[]>]'
            Edit-Page 'Type: System.String[]' 'Type: System.String'
            Edit-Page '- Label' '- Etiquette'
            Edit-Page "AcceptedValues:`n- Small`n- Large" 'AcceptedValues: []'

            (Invoke-HelpScript -Name Update-Help.ps1).Succeeded | Should -BeTrue

            Get-Content -LiteralPath $page -Raw | Should -BeExactly $written
        }

        It 'get a section for a parameter that is new, in its place, with a placeholder' {
            $section = [regex]::Match($written, '(?s)### -Id\n.*?(?=### -Name)').Value
            Edit-Page $section ''

            (Invoke-HelpScript -Name Update-Help.ps1).Succeeded | Should -BeTrue

            $expected = $written.Replace('What the `Id` is.', '{{ Fill in the description of -Id }}')
            Get-Content -LiteralPath $page -Raw | Should -BeExactly $expected
        }

        It 'keep the section of a parameter that is gone, for people to judge' {
            Edit-Page '### -Force' '### -Violence'

            (Invoke-HelpScript -Name Update-Help.ps1).Succeeded | Should -BeTrue

            Get-Content -LiteralPath $page -Raw | Should -Match '(?s)### -Violence\n\nWhat the `Force` is\.'
        }

        It 'get the sections that they lack' {
            Edit-Page "## NOTES`n`nNo warranty.`n`n" ''

            (Invoke-HelpScript -Name Update-Help.ps1).Succeeded | Should -BeTrue

            Get-Content -LiteralPath $page -Raw | Should -BeExactly $written.Replace("No warranty.`n`n", '')
        }
    }
}

Describe 'A package' -Tag Repository -Skip:($PSEdition -ne 'Core') {
    It 'is not made of help that is not written' {
        . "$PSScriptRoot/TestSession.ps1"
        $null = New-Item -Path "$TestDrive/copy/out/EnPower/en-US" -ItemType Directory
        Copy-Item -Path "$root/*.ps1", "$root/tools" -Destination "$TestDrive/copy" -Recurse
        Set-Content -LiteralPath "$TestDrive/copy/out/EnPower/en-US/about_New.help.txt" -Value '{{ Fill in the Synopsis }}'

        $output = & $engine.FilePath $engine.ArgumentList -NoProfile -NonInteractive -File "$TestDrive/copy/build.ps1" Pack -NoBuild 2>&1 |
            Out-String -Width 500

        $LASTEXITCODE | Should -Be 1
        $output | Should -Match 'No package with help that is not written: fill in \{\{ Fill in the Synopsis \}\}'
    }
}
