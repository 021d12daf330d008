using EnPower.Pipeline;

namespace EnPower;

public sealed class ErrorRecordsTests
{
    public static TheoryData<EnPowerErrorId> ErrorIds => [.. Enum.GetValues<EnPowerErrorId>()];

    [Theory]
    [MemberData(nameof(ErrorIds))]
    public void Every_error_has_a_category_and_says_what_to_do(EnPowerErrorId errorId)
    {
        (ErrorCategory category, string action) = ErrorRecords.Describe(errorId);

        Assert.NotEqual(ErrorCategory.NotSpecified, category);
        Assert.NotEmpty(action);
    }
}
