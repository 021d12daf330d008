BeforeDiscovery {
    . "$PSScriptRoot/Resources.ps1"
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    . "$PSScriptRoot/Resources.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    $connect = $emulator.Parameters
    Connect-EnPower @connect
}

AfterAll {
    Disconnect-EnPower
    $emulator.Process.Kill()
}

Describe 'A row of <Type>' -ForEach $resources {
    BeforeAll {
        $items = @(Read-Resource $_)
    }

    It 'names no type in <_>' -ForEach 'ConvertTo-Csv', 'ConvertTo-Html' {
        $text = $items | & $_ | Out-String

        $text | Should -Not -Match 'EnPower\.\w+(\[\]|&lt;|`)|System\.(Object|Collections)'
    }

    It 'names no type in a string' {
        foreach ($name in $items[0].PSObject.Properties.Name) {
            "$($items[0].$name)" | Should -Not -Match '^(EnPower|System)\.'
        }
    }

    It 'begins with the fields of the API' {
        $columns = ($items[0] | ConvertTo-Csv -NoTypeInformation)[0] -replace '"' -split ','
        $type = $items[0].GetType()
        $first = $type.GetProperty($columns[0])

        $first.GetSetMethod($true) | Should -Not -BeNullOrEmpty
        $columns[-1] | Should -Be 'AdditionalProperties'
    }
}

Describe 'A <_> in a row' -ForEach 'Mailbox', 'ResourceMailbox' {
    BeforeAll {
        $columns = ((Read-Sample $emulator $_ @{ id = '1' }) | ConvertTo-Csv -NoTypeInformation)[0] -replace '"' -split ','
        $model = [type] "EnPower.$_"
    }

    It 'has all fields of the API before what is computed from them' {
        $isField = [bool[]] $columns.ForEach({ $model.GetProperty($_).GetSetMethod($true) })

        [array]::LastIndexOf($isField, $true) | Should -BeLessThan ([array]::IndexOf($isField, $false))
    }

    It 'ends with the names that cmdlets of Exchange Online bind' {
        $columns[-5..-1] |
            Should -Be 'Identity', 'UserPrincipalName', 'PrimarySmtpAddress', 'ExternalDirectoryObjectId', 'AdditionalProperties'
    }
}

Describe 'A mailbox in a row' {
    BeforeAll {
        $mailbox = Read-Sample $emulator 'Mailbox' @{
            id = '1'
            phaseAssignees = @{ email = 'a@contoso.com' }, @{ displayName = 'Bob' }
            metadata = @{ name = 'Department'; value = 'Sales' }, @{ name = 'Labels'; value = 'x', 'y' }
            floor = @{ number = 3 }
        }
        $row = $mailbox | ConvertTo-Csv | ConvertFrom-Csv
        $bare = Read-Sample $emulator 'Mailbox' @{ id = '2' } | ConvertTo-Csv | ConvertFrom-Csv
    }

    It 'has lists as the texts of their items' {
        $row.PhaseAssignees | Should -BeExactly 'a@contoso.com; Bob'
    }

    It 'has metadata as names and values' {
        $row.Metadata | Should -BeExactly 'Department=Sales; Labels=x; y'
    }

    It 'has what no property holds as JSON' {
        $row.AdditionalProperties | Should -BeExactly '{"floor":{"number":3}}'
    }

    It 'has nothing where there is nothing: <_>' -ForEach 'PhaseAssignees', 'Metadata', 'AdditionalProperties', 'PrimaryContact', 'UserPrincipalName' {
        $bare.$_ | Should -BeNullOrEmpty
    }

    It 'has the names of Exchange Online after its own fields' {
        $columns = @($mailbox.PSObject.Properties.Name)

        $columns[0..5] | Should -Be 'Id', 'UserId', 'PrincipalName', 'Name', 'EmailAddress', 'DisplayName'
        $columns.IndexOf('Identity') | Should -BeGreaterThan $columns.IndexOf('MailboxPolicies')
    }

    It 'is an object all the same' {
        $mailbox.PhaseAssignees.Count | Should -Be 2
        $mailbox.PhaseAssignees[0].Email | Should -Be 'a@contoso.com'
        $mailbox.PhaseAssignees[-1].DisplayName | Should -Be 'Bob'
        @($mailbox.PhaseAssignees | ForEach-Object { "$_" }) | Should -Be 'a@contoso.com', 'Bob'
        $mailbox.PhaseAssignees.DisplayName | Should -Contain 'Bob'
        ($mailbox | ConvertTo-Json -Depth 4 | ConvertFrom-Json).PhaseAssignees[1].DisplayName | Should -Be 'Bob'
        ($mailbox | ConvertTo-Json -Depth 4 | ConvertFrom-Json).AdditionalProperties.floor.number | Should -Be 3
    }
}

Describe 'A size' {
    It 'compares in bytes' {
        $small, $large = Read-Sample $emulator 'Mailbox' @{ id = '1'; storageUsed = 50 }, @{ id = '2'; storageUsed = 60000 }

        ($small, $large | Where-Object StorageUsedBytes -GT 50GB).Id | Should -Be '2'
        ($small, $large | Measure-Object -Property StorageUsedBytes -Sum).Sum / 1MB | Should -Be 60050
    }
}
