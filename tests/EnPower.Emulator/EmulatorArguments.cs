using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnPower.Emulator;

/// <summary>The command line of the emulator.</summary>
internal sealed class EmulatorArguments
{
    public const string Usage = """
        EnPower.Emulator: AvePoint's Graph API and its identity service, on this machine only.

          --mailboxes N              number of mailboxes, and of items in every other list (1000)
          --tenants N                number of tenants (2)
          --day N                    days that have passed, each with a known set of changes to mailboxes (0)
          --data-set NAME            synthetic (default), or sample: the documentation's own response
          --token-lifetime SECONDS   life of an access token (3600)
          --latency MILLISECONDS     added to each API page (0)
          --requests-per-second N    answered by the API, more are refused with 429 (no limit)
          --cache-pages              make each page once only, and answer it to anyone from then on: for benchmarks
          --client-id ID             client ID of the registered client (a new one)
          --client-certificate FILE  public certificate whose assertions are accepted; repeatable
          --connection-file FILE     where to write addresses and credentials, for the owner's eyes only
          --parent-process-id PID    stop when this process is gone
          --verbose                  log to standard error
          --help                     show this text
        """;

    private readonly List<X509Certificate2> _clientCertificates = [];

    private EmulatorArguments()
    {
    }

    public EmulatorOptions Options { get; private set; } = new();

    public string? ConnectionFile { get; private set; }

    public int? ParentProcessId { get; private set; }

    public bool IsHelpWanted { get; private set; }

    /// <exception cref="FormatException">An option is unknown, or its value is missing or not valid.</exception>
    public static EmulatorArguments Parse(IReadOnlyList<string> words)
    {
        var arguments = new EmulatorArguments();
        for (int i = 0; i < words.Count; i++)
        {
            string option = words[i];
            if (!arguments.TryApplySwitch(option))
            {
                string? value = i + 1 < words.Count ? words[++i] : null;
                arguments.Apply(option, value);
            }
        }

        arguments.Options = arguments.Options with { ClientCertificates = arguments._clientCertificates };
        return arguments;
    }

    private bool TryApplySwitch(string option)
    {
        switch (option)
        {
            case "--verbose":
                Options = Options with { Verbose = true };
                return true;
            case "--cache-pages":
                Options = Options with { CachePages = true };
                return true;
            case "--help":
                IsHelpWanted = true;
                return true;
            default:
                return false;
        }
    }

    private void Apply(string option, string? value)
    {
        switch (option)
        {
            case "--mailboxes":
                Options = Options with { Mailboxes = Integer(option, value, minimum: 0, long.MaxValue / 16) };
                break;
            case "--tenants":
                Options = Options with { Tenants = (int)Integer(option, value, minimum: 1, maximum: 100_000) };
                break;
            case "--day":
                Options = Options with { Day = (int)Integer(option, value, minimum: 0, maximum: 100_000) };
                break;
            case "--data-set":
                Options = Options with { DataSet = DataSetOf(option, value) };
                break;
            case "--token-lifetime":
                Options = Options with { TokenLifetime = TimeSpan.FromSeconds(Integer(option, value, minimum: 1, int.MaxValue)) };
                break;
            case "--latency":
                Options = Options with { Latency = TimeSpan.FromMilliseconds(Integer(option, value, minimum: 0, int.MaxValue)) };
                break;
            case "--requests-per-second":
                Options = Options with { RequestsPerSecond = (int)Integer(option, value, minimum: 1, int.MaxValue) };
                break;
            case "--client-id":
                Options = Options with { ClientId = Present(option, value) };
                break;
            case "--client-certificate":
                _clientCertificates.Add(CertificateOf(option, value));
                break;
            case "--connection-file":
                ConnectionFile = Present(option, value);
                break;
            case "--parent-process-id":
                ParentProcessId = (int)Integer(option, value, minimum: 1, int.MaxValue);
                break;
            default:
                throw new FormatException($"Unknown option {option}; --help lists them all.");
        }
    }

    private static string Present(string option, string? value)
    {
        return value ?? throw new FormatException($"The option {option} needs a value.");
    }

    private static long Integer(string option, string? value, long minimum, long maximum)
    {
        return long.TryParse(Present(option, value), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= minimum && number <= maximum
            ? number
            : throw new FormatException($"The option {option} needs an integer from {minimum} to {maximum}, not '{value}'.");
    }

    private static DataSet DataSetOf(string option, string? value)
    {
        return Present(option, value) switch
        {
            "synthetic" => DataSet.Synthetic,
            "sample" => DataSet.DocumentationSample,
            _ => throw new FormatException($"The option {option} needs 'synthetic' or 'sample', not '{value}'."),
        };
    }

    private static X509Certificate2 CertificateOf(string option, string? value)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(Present(option, value));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"The option {option} needs a certificate file; '{value}' cannot be read as one.", e);
        }
    }
}
