using Microsoft.Playwright;

namespace Hemvag.EndToEndTests.Screenshots;

/// <summary>How a page is looked at.</summary>
public sealed record Look(string Language, int Width, int Height, ColorScheme Scheme)
{
    public void Apply(BrowserNewContextOptions options)
    {
        options.ViewportSize = new() { Width = Width, Height = Height };
        options.ColorScheme = Scheme;
    }

    /// <summary>Name of its folder of pictures.</summary>
    public override string ToString() => $"{Language}-{Width}-{Scheme}".ToLowerInvariant();
}
