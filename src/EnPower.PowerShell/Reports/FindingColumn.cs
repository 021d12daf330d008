namespace EnPower.Reports;

/// <summary>A column of a table of findings.</summary>
internal sealed record FindingColumn(string Header, Func<MailboxRow, string?> Text, bool IsNumber = false);
