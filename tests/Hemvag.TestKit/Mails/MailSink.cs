using System.Text.Json;

namespace Hemvag.TestKit.Mails;

/// <summary>A mail as the sink took it.</summary>
public sealed record SunkMail(string From, IReadOnlyList<string> To, string Subject, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// The SMTP server of the test run, which keeps what it takes. It is shared by all tests: give each test an address of its
/// own (<see cref="NewAddress"/>) and read the mails to that.
/// </summary>
public static class MailSink
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string? FilePath = Environment.GetEnvironmentVariable("HEMVAG_TEST_MAILS");
    private static int counter;

    /// <summary>host:port, null when no sink runs.</summary>
    public static string? Address { get; } = Environment.GetEnvironmentVariable("HEMVAG_TEST_SMTP");

    /// <summary>Why there is no sink, with what to do about it; null when there is one.</summary>
    public static string? WhyNot => Address is null ? "No mail sink: run the tests by `make test`." : null;

    public static string NewAddress(string name) => $"{name}-{Environment.ProcessId}-{Interlocked.Increment(ref counter)}@example.org";

    public static async Task<IReadOnlyList<SunkMail>> ToAsync(string address)
    {
        // Open for reading beside the sink, which appends.
        await using var file = new FileStream(FilePath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var mails = new List<SunkMail>();
        while (await reader.ReadLineAsync() is { } line)
        {
            var mail = JsonSerializer.Deserialize<SunkMail>(line, Json)!;
            if (mail.To.Contains(address, StringComparer.OrdinalIgnoreCase))
            {
                mails.Add(mail);
            }
        }

        return mails;
    }

    /// <summary>Waits until so many mails to the address are there, ten seconds at most.</summary>
    public static async Task<IReadOnlyList<SunkMail>> WaitForAsync(string address, int count = 1)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var mails = await ToAsync(address);
            if (mails.Count >= count)
            {
                return mails;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{count} mail(s) to {address} did not come within ten seconds.");
    }
}
