using System.Globalization;

namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A text in Swedish and English. Both are always there.</summary>
internal sealed record Bilingual(string Sv, string En)
{
    /// <summary>The text in the language of the screen: English where that is chosen, else Swedish.</summary>
    public string For(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Sv;

    /// <summary>The text in the current language of the screen.</summary>
    public string Shown => For(CultureInfo.CurrentUICulture);
}
