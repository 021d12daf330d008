namespace EnPower.Reports;

/// <summary>A column in the table of a finding.</summary>
internal sealed record FindingColumn(string Header, Func<MailboxRow, string?> Text, bool IsNumber = false);
