using Microsoft.Playwright;

namespace Hemvag.TestKit.Browsers;

/// <summary>One Chromium per test process; every test takes a context of its own, as a person with a fresh profile.</summary>
public static class TestBrowser
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("HEMVAG_CHROMIUM") ?? "/usr/bin/chromium";
    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    // A closed network refuses Chromium's own calls, many at a time: it is told to make none.
    private static readonly string[] Flags =
    [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Why there is no browser, with what to do about it; null when there is one.</summary>
    public static string? WhyNot { get; } = File.Exists(Chromium) ? null : "No Chromium: install chromium or set HEMVAG_CHROMIUM.";

    /// <param name="url">What paths of this context are relative to.</param>
    /// <param name="change">Further options: size, colour scheme, no script.</param>
    public static async Task<IBrowserContext> NewContextAsync(Uri url, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = url.ToString(),
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new() { Width = 1280, Height = 900 },
        };
        change?.Invoke(options);
        var context = await (await Browser.Value).NewContextAsync(options);
        context.SetDefaultTimeout(10_000);
        return context;
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Headless = true,
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Args = Flags,
            }
        );
        // The driver ends with its standard input, and the browser with the driver.
        TestFolder.BeforeRemoval(playwright.Dispose);
        return browser;
    }
}
