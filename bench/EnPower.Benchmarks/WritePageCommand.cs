using System.Management.Automation;

namespace EnPower;

/// <summary>Writes a page that was read beforehand.</summary>
[Cmdlet(VerbsCommunications.Write, "Page")]
public sealed class WritePageCommand : PSCmdlet
{
    [Parameter]
    public SwitchParameter AsList { get; set; }

    internal static IReadOnlyList<object> Page { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (AsList)
        {
            WriteObject(Page, enumerateCollection: true);
            return;
        }

        foreach (object item in Page)
        {
            WriteObject(item);
        }
    }
}
