using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using EnPower.Json;
using EnPower.Paging;

namespace EnPower;

/// <summary>Properties that hold for any page of any resource with any value, and for any bytes.</summary>
public sealed partial class AnyPageTests
{
    // For all resources together, in each of the two tests.
    private const int Cases = 50_000;

    private static readonly Type[] Resources =
        [.. typeof(ApiObject).Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<ApiListAttribute>() is not null)];

    // Texts that resemble other types, placeholders or nothing.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf(
            "", "N/A", "N\\/A", "Unlimited", "true", "False", "1", "0", "-5", "5-", "12,50", "1.0", "1e3", "null", "[]", "[1]",
            "{}", "\\ud83d", "a\\ude00b", "\\ud83d\\ude00", "0001-01-01 00:00:00", "0001-01-01T00:00:00+08:00", "06:27",
            "02/03/2024", "2024-02-30 00:00:00", "9999-12-31T23:59:59-05:00", "18446744073709551615", "[\\\"a\\\",null,{}]"),
        Gen.DateTime.Select(date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        Gen.DateTime.Select(date => date.ToString("O", CultureInfo.InvariantCulture)),
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Char.AlphaNumeric.Array[0, 12].Select(characters => new string(characters)),
        Gen.Char.Array[0, 6].Select(characters => string.Concat(characters.Select(character => $"\\u{(int)character:x4}"))));

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.OneOf(
            "0", "-0", "1", "56.0", "5.6e1", "1.5", "1e-30", "1e400", "-1E999", "9223372036854775807", "9223372036854775808",
            "4294967300", "0.99999999999999999999999999", "0.1234567890123456789012345678901", "0e99999999999"),
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int, Gen.Int[0, 40], Gen.Int[-60, 60]).Select(
            parts => $"{parts.Item1}.{new string('0', parts.Item2)}{Math.Abs(parts.Item3)}e{parts.Item3}"));

    private static readonly Gen<string> Json = AnyJson(depth: 3);

    [Fact]
    public void A_value_that_is_anything_leaves_every_other_as_it_is_and_is_itself_right_or_kept() =>
        Gen.Select(Gen.OneOf(Resources), Gen.Int[0, int.MaxValue], Json).Sample(
            (resource, number, json) =>
            {
                (PropertyInfo Property, string Name)[] fields = FieldsOf(resource);
                (PropertyInfo property, string name) = fields[number % fields.Length];
                string sample = SampleOf(resource);
                ApiObject expected = ReadItem(resource, sample);

                ApiObject actual = ReadItem(resource, Replace(sample, name, json));

                foreach ((PropertyInfo other, string otherName) in fields.Where(field => field.Name != name))
                {
                    AssertSame(other.GetValue(expected), other.GetValue(actual), $"{otherName}, when {name} is {json}");
                    Assert.False(actual.AdditionalProperties.ContainsKey(otherName));
                }

                object? value = property.GetValue(actual);
                if (actual.AdditionalProperties.TryGetValue(name, out object? kept))
                {
                    AssertSame(ReadItem(resource, $$"""{ "unknown": {{json}} }""").AdditionalProperties["unknown"], kept, json);
                    Assert.True(value is null or IEnumerable, $"{name}: {json} is kept, and {value} too");
                }
                else
                {
                    Assert.True(IsRight(property.PropertyType, value, json), $"{name}: {json} was read as {value ?? "null"}");
                }
            },
            iter: Cases,
            threads: 1);

    [Fact]
    public void Any_bytes_are_a_page_or_no_JSON_of_a_page() =>
        Gen.Select(Gen.OneOf(Resources), Gen.Int[0, int.MaxValue], Gen.Int[0, 40], Gen.Byte.Array[0, 3]).Sample(
            (resource, position, removed, inserted) =>
            {
                byte[] page = Encoding.UTF8.GetBytes(PageOf(resource, SampleOf(resource)));
                position %= page.Length;
                byte[] content = [.. page[..position], .. inserted, .. page[Math.Min(position + removed, page.Length)..]];

                try
                {
                    QueryOf(resource).ParsePage(new ArraySegment<byte>(content));
                }
                catch (JsonException)
                {
                    // The client reports these as InvalidResponse.
                }
            },
            iter: Cases,
            threads: 1);

    private static Gen<string> AnyJson(int depth)
    {
        Gen<string> scalar = Gen.OneOf(
            Gen.OneOf("null", "true", "false"), Number, Text.Select(text => $"\"{text}\""));
        return depth == 0
            ? scalar
            : Gen.OneOf(
                scalar,
                scalar,
                AnyJson(depth - 1).Array[0, 3].Select(items => $"[{string.Join(",", items)}]"),
                Gen.Select(Gen.OneOf("id", "ID", "displayName", "nextLink", "value", "x\\ud800"), AnyJson(depth - 1)).Array[0, 3]
                    .Select(
                        members => $"{{{string.Join(",", members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"));
    }

    private static PageQuery QueryOf(Type resource) =>
        (PageQuery)Activator.CreateInstance(typeof(ListQuery<>).MakeGenericType(resource))!;

    private static string SampleOf(Type resource)
    {
        Type reader = typeof(ItemReader<>).MakeGenericType(resource);
        return (string)reader.GetProperty("Sample")!.GetValue(reader.GetProperty("Instance")!.GetValue(null))!;
    }

    private static (PropertyInfo Property, string Name)[] FieldsOf(Type resource) =>
    [
        .. resource.GetProperties()
            .Where(property => property.GetSetMethod(nonPublic: true) is not null)
            .Select(property => (
                property,
                property.GetCustomAttribute<ApiNameAttribute>()?.Name
                ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..])),
    ];

    private static string PageOf(Type resource, string item) =>
        $$"""{ "{{resource.GetCustomAttribute<ApiListAttribute>()!.Name}}": [{{item}}], "totalCount": 1, "nextLink": "?a" }""";

    private static ApiObject ReadItem(Type resource, string item)
    {
        ListPage page = QueryOf(resource).ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes(PageOf(resource, item))));
        Assert.Equal((1L, "?a"), (page.TotalCount, page.NextLink));
        return Assert.IsType<ApiObject>(Assert.Single(page.Items!.Cast<object>()), exactMatch: false);
    }

    // The members in the order of the sample. Each value is valid JSON.
    private static string Replace(string sample, string name, string json)
    {
        using var document = JsonDocument.Parse(sample);
        IEnumerable<string> members = document.RootElement.EnumerateObject()
            .Select(member => $"\"{member.Name}\": {(member.Name == name ? json : member.Value.GetRawText())}");
        return $"{{{string.Join(", ", members)}}}";
    }

    private static bool IsRight(Type type, object? value, string json)
    {
        string? text = json.StartsWith('"') ? Unescape(json) : null;
        bool isNothing = json == "null" || text is "" or "N/A";
        if (type == typeof(string))
        {
            return json == "null" ? value is null : (string?)value == (text ?? json);
        }

        if (type == typeof(long?))
        {
            return value is long number ? IsNumber(text ?? json, number) : isNothing || text == "Unlimited";
        }

        if (type == typeof(bool?))
        {
            return value is bool flag
                ? string.Equals(text ?? json, flag.ToString(), StringComparison.OrdinalIgnoreCase) || IsNumber(json, flag ? 1 : 0)
                : isNothing;
        }

        if (type == typeof(DateTime?))
        {
            return value is DateTime date
                ? DateTimeOffset.TryParse(
                    text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expected)
                    && expected.UtcTicks == date.Ticks
                : isNothing || text!.StartsWith("0001-", StringComparison.Ordinal);
        }

        if (Nullable.GetUnderlyingType(type) is { IsEnum: true })
        {
            return value is Enum member
                ? IsNumber(text ?? json, Convert.ToInt32(member, CultureInfo.InvariantCulture))
                : isNothing || text == "Unlimited";
        }

        // The same rule applies recursively to objects and lists.
        return type == typeof(object) || value is not null || isNothing;
    }

    private static bool IsNumber(string written, long value)
    {
        Match match = NumberPattern().Match(written);
        if (!match.Success)
        {
            return false;
        }

        var digits = BigInteger.Parse(match.Groups["whole"].Value + match.Groups["fraction"].Value, CultureInfo.InvariantCulture);
        BigInteger power = (match.Groups["exponent"].Success
            ? BigInteger.Parse(match.Groups["exponent"].Value, CultureInfo.InvariantCulture)
            : 0)
            - match.Groups["fraction"].Length;
        return digits.IsZero ? value == 0
            : power > 100 ? false
            : power >= 0 ? digits * BigInteger.Pow(10, (int)power) == value
            : digits == (BigInteger)value * BigInteger.Pow(10, (int)-power);
    }

    [GeneratedRegex(@"^(?<whole>-?\d+)(\.(?<fraction>\d+))?([eE]\+?(?<exponent>-?\d+))?$")]
    private static partial Regex NumberPattern();

    private static string Unescape(string json)
    {
        var text = new StringBuilder(Regex.Unescape(json[1..^1].Replace("\\/", "/", StringComparison.Ordinal)));
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }

    private static void AssertSame(object? expected, object? actual, string place)
    {
        switch (expected)
        {
            case ApiObject or IReadOnlyList<ApiObject> when actual is not null:
                AssertSame(Plain(expected), Plain(actual), place);
                break;
            case IDictionary<string, object?> members:
                var others = Assert.IsType<IDictionary<string, object?>>(actual, exactMatch: false);
                Assert.Equal(members.Keys, others.Keys);
                Assert.All(members, member => AssertSame(member.Value, others[member.Key], place));
                break;
            case IReadOnlyList<string> texts:
                Assert.Equal(texts, actual);
                break;
            case IReadOnlyList<object?> items:
                var otherItems = Assert.IsType<IReadOnlyList<object?>>(actual, exactMatch: false);
                Assert.Equal(items.Count, otherItems.Count);
                Assert.All(items, (item, index) => AssertSame(item, otherItems[index], place));
                break;
            default:
                Assert.True(Equals(expected, actual), $"{place}: {expected ?? "null"} became {actual ?? "null"}");
                break;
        }
    }

    private static object? Plain(object? value) => value switch
    {
        ApiObject item =>
            FieldsOf(item.GetType()).ToDictionary(field => field.Name, field => Plain(field.Property.GetValue(item))),
        IReadOnlyList<ApiObject> items => items.Select(Plain).ToArray(),
        _ => value,
    };
}
