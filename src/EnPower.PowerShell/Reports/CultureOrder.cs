using System.Globalization;

namespace EnPower.Reports;

/// <summary>Compares texts by the rules of a culture, ignoring case, and texts that are then equal by code units.</summary>
internal sealed class CultureOrder(CultureInfo culture) : IComparer<IComparable>
{
    private readonly CompareInfo _compareInfo = culture.CompareInfo;

    public int Compare(IComparable? x, IComparable? y)
    {
        string? left = (string?)x;
        string? right = (string?)y;
        int order = _compareInfo.Compare(left, right, CompareOptions.IgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }
}
