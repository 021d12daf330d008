#Requires -Version 7.4

# The XML documentation of the code, as sentences of Markdown.

# By the IDs that the compiler gives to members: P:EnPower.Mailbox.Id.
$codeMembers = @{}

function Import-CodeDocumentation {
    param([string] $Path)

    foreach ($member in ([xml] (Get-Content -LiteralPath $Path -Raw)).doc.members.member) {
        $codeMembers[$member.name] = $member
    }
}

function Get-CodeSummary {
    # Writes nothing if the property has no imported documentation.
    param([type] $Type, [string] $Property)

    $member = $Type ? $Type.GetProperty($Property) : $null
    if (-not $member) {
        return
    }

    $declaring = $member.DeclaringType
    $name = $declaring.IsGenericType ? $declaring.GetGenericTypeDefinition().FullName : $declaring.FullName
    $documentation = $codeMembers["P:$name.$Property"]
    $inherited = $documentation ? $documentation['inheritdoc'] : $null
    if ($inherited) {
        $cref = $inherited.GetAttribute('cref')
        $documentation = $codeMembers[$cref ? $cref : "P:$($declaring.BaseType.FullName).$Property"]
    }

    if ($documentation) {
        Format-CodeSummary $documentation['summary']
    }
}

function Format-CodeSummary {
    param([Xml.XmlElement] $Summary)

    $text = foreach ($node in $Summary.ChildNodes) {
        switch ($node.LocalName) {
            'see' { '`{0}`' -f ($node.GetAttribute('langword') ? '$null' : ($node.GetAttribute('cref') -replace '^.*\.')) }
            'c' { '`{0}`' -f $node.InnerText }
            default { $node.InnerText }
        }
    }

    $sentence = (($text -join '') -replace '\s+', ' ').Trim() -creplace '^Gets (or sets )?'
    $sentence.Substring(0, 1).ToUpperInvariant() + $sentence.Substring(1)
}
