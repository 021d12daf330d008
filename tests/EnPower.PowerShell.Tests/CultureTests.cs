using System.Globalization;
using System.Text;

namespace EnPower;

public sealed class CultureTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("he-IL")]
    public void A_date_of_ours_is_shown_as_the_culture_has_it(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        using var session = new Session(fixture.Emulator);
        session.Set("token", Session.Secure($"e30.{Encode("""{"exp":1700000000}""")}.x"));
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            ErrorRecord error = session.Fail($$"""
                [cultureinfo]::CurrentCulture = '{{culture}}'
                Connect-EnPower -AccessToken $token -Endpoint $connect.Endpoint -SkipCertificateCheck
                """);

            Assert.StartsWith("AccessTokenExpired,", error.FullyQualifiedErrorId);
            Assert.Contains($"{DateTimeOffset.FromUnixTimeSeconds(1700000000).ToLocalTime():G}", error.Exception.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Encode(string json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
