BeforeDiscovery {
    . "$PSScriptRoot/Resources.ps1"
}

BeforeAll {
    . "$PSScriptRoot/TestSession.ps1"
    . "$PSScriptRoot/Resources.ps1"
    Import-Module -Name $modulePath -Force
    $emulator = Start-TestEmulator
    Set-ConnectionVariable $emulator
    $connect = $emulator.Parameters
    Connect-EnPower @connect

    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    $null = New-Item -Path $folder -ItemType Directory
    $live = @{}
    foreach ($resource in $resources) {
        $live[$resource.Type] = @(Read-Resource $resource)
        $live[$resource.Type] | Export-Clixml -LiteralPath "$folder/$($resource.Type).xml"
    }

    $script = Join-Path $PSScriptRoot 'LateImportSession.ps1'
    $late = Start-Session -Path $script -ArgumentList '-ModulePath', $modulePath, '-Path', $folder
    $constrained = Start-Session -Path $script -ArgumentList '-ModulePath', $modulePath, '-Path', $folder, '-Constrained'

    # One job for all of them, since each is a process.
    $job = Start-Job -ArgumentList $modulePath, "$PSScriptRoot/Resources.ps1" -ScriptBlock {
        param($ModulePath, $Resources)

        Import-Module -Name $ModulePath
        . $Resources
        $connect = ConvertFrom-Json -InputObject $env:ENPOWER_TEST_CONNECTION
        $secret = ConvertTo-SecureString -String $connect.ClientSecret -AsPlainText -Force
        Connect-EnPower -ClientId $connect.ClientId -ClientSecret $secret -Endpoint $connect.Endpoint -Authority $connect.Authority -SkipCertificateCheck
        foreach ($resource in $resources) {
            Read-Resource $resource
        }
    }

    $received = Receive-Job -Job $job -Wait -AutoRemoveJob
    $seenLate = Receive-Session $late
    $seenConstrained = Receive-Session $constrained

    # What a session shows and writes of objects.
    function Get-Rendering {
        param([object[]] $InputObject)

        $table = $InputObject | Format-Table | Out-String -Width 160
        $list = $InputObject | Format-List | Out-String -Width 160
        $table, $list
    }
}

AfterAll {
    Disconnect-EnPower
    Clear-ConnectionVariable
    $emulator.Process.Kill()
    Remove-Item -LiteralPath $folder -Recurse
}

Describe '<Type>, exported and imported,' -ForEach $resources {
    BeforeAll {
        $original = $live[$Type]
        $imported = @(Import-Clixml -LiteralPath "$folder/$Type.xml")
    }

    It 'looks as it did' {
        $original.Count | Should -BeGreaterThan 0
        Get-Rendering $imported | Should -BeExactly (Get-Rendering $original)
    }

    It 'has the same rows' {
        $imported | ConvertTo-Csv | Should -BeExactly ($original | ConvertTo-Csv)
    }

    It 'has the same members, and none for views' {
        $members = $imported[0] | Get-Member -Force | ForEach-Object Name

        $members | Should -Be ($original[0] | Get-Member -Force | ForEach-Object Name)
        $members | Should -Not -Contain 'View'
    }

    It 'equals what it was' {
        Compare-Object -ReferenceObject $original -DifferenceObject $imported | Should -BeNullOrEmpty
        @($original + $imported | Sort-Object -Unique).Count | Should -Be @($original | Sort-Object -Unique).Count
    }
}

Describe '<Type>, from a job,' -ForEach $resources {
    BeforeAll {
        $original = $live[$Type]
        $arrived = @($received | Where-Object { $_.PSObject.TypeNames[0] -eq "EnPower.$Type" })
    }

    It 'looks as it would here' {
        Get-Rendering $arrived | Should -BeExactly (Get-Rendering $original)
    }

    It 'equals what it would be here' {
        Compare-Object -ReferenceObject $original -DifferenceObject $arrived | Should -BeNullOrEmpty
    }
}

Describe '<Type>, arrived <Where>,' -ForEach @(
    foreach ($resource in $resources) {
        @{ Type = $resource.Type; Where = 'before the module is imported'; Session = 'late' }
        @{ Type = $resource.Type; Where = 'in Constrained Language Mode'; Session = 'constrained' }
    }
) {
    BeforeAll {
        $original = $live[$Type]
        $seen = if ($Session -eq 'late') { $seenLate.$Type } else { $seenConstrained.$Type }
    }

    It 'is deserialized, and looks as it did' {
        $seen.TypeName | Should -Be "Deserialized.EnPower.$Type"
        $seen.Table, $seen.List | Should -BeExactly (Get-Rendering $original)
    }

    It 'has the same property sets, and no member for views' {
        $seen.Sets | Should -Be @($original[0] | Get-Member -MemberType PropertySet | ForEach-Object Name)
        $seen.Members | Should -Not -Contain 'View'
    }

    It 'is told from others by its key' {
        $seen.Differences | Should -Be 0
        $seen.Unique | Should -Be @($original | Sort-Object -Unique).Count
    }
}

Describe 'A mailbox that has travelled' {
    BeforeAll {
        $mailbox = Read-Sample $emulator 'Mailbox' @{
            id = '9e5e4b8c-4c2b-4f6e-8f5e-0a4c9a1b2c3d'; principalName = 'ada@contoso.com'; userId = ''; storageUsed = 1
            primaryContact = @{ displayName = 'Grace Hopper'; email = 'grace@contoso.com'; manager = @{ name = 'Charles'; reports = 1, 2 } }
            phaseAssignees = @{ email = 'a@contoso.com' }, @{ email = 'b@contoso.com' }
            metadata = @(@{ name = 'Labels'; metadataType = 4; value = @(@{ label = 'x' }, @{ label = 'y' }) })
            unknown = @{ list = 1, @{ deep = $true } }
        }
        $mailbox | Add-Member -NotePropertyName Checked -NotePropertyValue 'yes'
        $path = Join-Path $folder 'one.clixml'
        $mailbox | Export-Clixml -LiteralPath $path
        $imported = Import-Clixml -LiteralPath $path
    }

    It 'is a mailbox' {
        $imported.GetType().FullName | Should -Be 'EnPower.Mailbox'
    }

    It 'has what it holds, to any depth that the API has' {
        $imported.PrimaryContact.Email | Should -Be 'grace@contoso.com'
        $imported.PrimaryContact.AdditionalProperties['manager']['reports'] | Should -Be 1, 2
        $imported.PhaseAssignees[1].Email | Should -Be 'b@contoso.com'
        $imported.Metadata[0].MetadataType | Should -Be 'Choice'
        $imported.Metadata[0].Value[1]['label'] | Should -Be 'y'
        $imported.AdditionalProperties['unknown']['list'][1]['deep'] | Should -BeTrue
    }

    It 'keeps what a script has added' {
        $imported.Checked | Should -Be 'yes'
    }

    It 'binds by the names of Exchange Online, and nothing where it has no name' {
        function Get-Bound {
            param(
                [Parameter(ValueFromPipelineByPropertyName)] $Identity,
                [Parameter(ValueFromPipelineByPropertyName)] $UserPrincipalName,
                [Parameter(ValueFromPipelineByPropertyName)] $ExternalDirectoryObjectId
            )

            process { $PSBoundParameters.Keys }
        }

        $imported | Get-Bound | Sort-Object | Should -Be 'Identity', 'UserPrincipalName'
    }

    It 'leaves no trace of views in Clixml' {
        Get-Content -LiteralPath $path -Raw | Should -Not -Match '"View"'
    }

    It 'groups by its own key' {
        @($mailbox, $imported | Group-Object -Property Id).Count | Should -Be 1
        ($imported | Select-Object -Property Quota).StorageUsedBytes | Should -Be 1MB
    }
}
