namespace Hemvag.Modules.Cases.Consents;

/// <summary>Languages in which wordings have a text that a translator has reviewed. In any other a named interpreter reads it.</summary>
internal static class ReviewedLanguages
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "sv", "en" };

    public static bool Has(string language) => Codes.Contains(language);
}
