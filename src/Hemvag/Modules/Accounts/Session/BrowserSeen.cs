namespace Hemvag.Modules.Accounts.Session;

/// <summary>Whose browser it is, as far as its owner needs to recognise it.</summary>
internal enum BrowserFamily
{
    Other,
    Chrome,
    Edge,
    Firefox,
    Safari,
}

/// <summary>What the browser runs on.</summary>
internal enum BrowserPlatform
{
    Other,
    Windows,
    Mac,
    Linux,
    Android,
    Ios,
}

/// <summary>A browser told coarsely: the whole of what it says of itself would be a fingerprint, and is never kept.</summary>
internal sealed record BrowserSeen(BrowserFamily Family, BrowserPlatform Platform)
{
    public static BrowserSeen Unknown { get; } = new(BrowserFamily.Other, BrowserPlatform.Other);

    public static BrowserSeen Of(string? userAgent) => userAgent is null ? Unknown : new(FamilyOf(userAgent), PlatformOf(userAgent));

    // Nearly every browser calls itself Safari and Chrome too: the rarer name is looked for first.
    private static BrowserFamily FamilyOf(string agent) =>
        Says(agent, "Edg") ? BrowserFamily.Edge
        : Says(agent, "Firefox/") || Says(agent, "FxiOS/") ? BrowserFamily.Firefox
        : Says(agent, "Chrome/") || Says(agent, "CriOS/") ? BrowserFamily.Chrome
        : Says(agent, "Safari/") ? BrowserFamily.Safari
        : BrowserFamily.Other;

    private static BrowserPlatform PlatformOf(string agent) =>
        Says(agent, "Windows") ? BrowserPlatform.Windows
        : Says(agent, "Android") ? BrowserPlatform.Android
        : Says(agent, "iPhone") || Says(agent, "iPad") ? BrowserPlatform.Ios
        : Says(agent, "Mac OS X") ? BrowserPlatform.Mac
        : Says(agent, "Linux") ? BrowserPlatform.Linux
        : BrowserPlatform.Other;

    private static bool Says(string agent, string word) => agent.Contains(word, StringComparison.Ordinal);
}
