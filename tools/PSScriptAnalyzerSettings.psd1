@{
    IncludeDefaultRules = $true
    ExcludeRules        = @(
        # The demo's shell talks to the person at the prompt.
        'PSAvoidUsingWriteHost'
    )
    Rules               = @{
        PSUseCompatibleSyntax     = @{ Enable = $true; TargetVersions = @('5.1', '7.4') }
        PSPlaceOpenBrace          = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true }
        PSPlaceCloseBrace         = @{ Enable = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true }
        PSUseConsistentWhitespace = @{ Enable = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
    }
}
