using System.Net;
using System.Reflection;
using EnPower.Authentication;
using EnPower.Http;
using EnPower.Paging;
using EnPower.Snapshots;

namespace EnPower;

/// <summary>
/// Does in a program of .NET Framework what the module does in Windows PowerShell: the module's own resolver finds
/// EnPower.Client and its dependencies in the module's folder, without binding redirects; then it connects and reads.
/// </summary>
internal static class Program
{
    /// <summary>
    /// Takes the folder with EnPower.PowerShell.dll, the endpoint, the authority and the client ID, and the secret from
    /// standard input. Writes how many mailboxes it read, and which assemblies came from the folder. Takes two files as well,
    /// and copies the snapshot in the first, object by object, to the second.
    /// </summary>
    public static void Main(string[] arguments)
    {
        string folder = arguments[0];
        Type resolver = Assembly.LoadFrom(Path.Combine(folder, "EnPower.PowerShell.dll"))
            .GetType("EnPower.Isolation.Dependencies");
        resolver.GetMethod("Register").Invoke(obj: null, parameters: null);

        // The resolver serves the module's assemblies only. This program calls the client instead of a cmdlet.
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) => request.RequestingAssembly == typeof(Program).Assembly
            ? Assembly.LoadFrom(Path.Combine(folder, "Dependencies", new AssemblyName(request.Name).Name + ".dll"))
            : null;

        Console.WriteLine(ReadAsync(arguments, Console.ReadLine()).GetAwaiter().GetResult());
        Copy(arguments[4], arguments[5]);
        IEnumerable<string> loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(folder, StringComparison.Ordinal))
            .Select(assembly => assembly.GetName().Name);
        foreach (string name in loaded)
        {
            Console.WriteLine(name);
        }
    }

    private static async Task<int> ReadAsync(string[] arguments, string secret)
    {
        var credential = new ClientSecretCredential(arguments[3], new NetworkCredential(string.Empty, secret).SecurePassword);
        var options = new EnPowerClientOptions(new Uri(arguments[1]), new Uri(arguments[2]), credential)
        {
            Transport = new TransportOptions { SkipCertificateCheck = true },
        };
        using var client = new EnPowerClient(options);
        var observer = new SilentObserver();
        await client.AuthenticateAsync(observer, CancellationToken.None);

        int count = 0;
        await foreach (Page page in client.ReadAsync(
            new ListQuery<Mailbox> { Top = 10 }, limit: 30, observer, CancellationToken.None))
        {
            count += page.Items.Count;
        }

        return count;
    }

    private static void Copy(string source, string target)
    {
        using var reader = new SnapshotReader(File.OpenRead(source), source, CancellationToken.None);
        using FileStream stream = File.Create(target);
        using var writer = new SnapshotWriter(stream, reader.Header);
        while (reader.Read())
        {
            writer.Write(reader.ReadObject());
        }

        writer.End(reader.Footer!);
    }

    private sealed class SilentObserver : IRequestObserver
    {
        public void Responded(HttpExchange exchange)
        {
        }

        public void Retrying(RetryNotice notice)
        {
        }

        public void Holding(TimeSpan time)
        {
        }

        public void GoingOn(int inFlight)
        {
        }

        public void TokenAcquired(Uri authority, DateTimeOffset? expiresOn)
        {
        }
    }
}
