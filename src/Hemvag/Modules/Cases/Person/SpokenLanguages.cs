using System.Globalization;
using Hemvag.Web.TagHelpers;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Languages people speak with us: those of the helpline (S4.24) and of countries people return to. ISO 639 codes.</summary>
internal static class SpokenLanguages
{
    private static readonly (string Code, string Sv, string En)[] All =
    [
        ("sv", "Svenska", "Swedish"), ("en", "Engelska", "English"), ("sq", "Albanska", "Albanian"), ("am", "Amhariska", "Amharic"),
        ("ar", "Arabiska", "Arabic"), ("bg", "Bulgariska", "Bulgarian"), ("prs", "Dari", "Dari"), ("fa", "Farsi", "Farsi"),
        ("fr", "Franska", "French"), ("zh", "Kinesiska", "Chinese"), ("kmr", "Kurmanji", "Kurmanji"), ("lt", "Litauiska", "Lithuanian"),
        ("mn", "Mongoliska", "Mongolian"), ("pl", "Polska", "Polish"), ("rom", "Romani", "Romani"), ("ro", "Rumänska", "Romanian"),
        ("ru", "Ryska", "Russian"), ("so", "Somaliska", "Somali"), ("ckb", "Sorani", "Sorani"), ("es", "Spanska", "Spanish"),
        ("tg", "Tadzjikiska", "Tajik"), ("th", "Thailändska", "Thai"), ("ti", "Tigrinja", "Tigrinya"), ("uk", "Ukrainska", "Ukrainian"),
        ("hu", "Ungerska", "Hungarian"), ("vi", "Vietnamesiska", "Vietnamese"),
    ];

    public static bool Has(string code) => All.Any(l => l.Code == code);

    public static IReadOnlyList<Choice> Choices() => [.. All.Select(l => new Choice(l.Code, Word(l)))];

    /// <summary>The language's name in the reader's language; the code when it is not in the list.</summary>
    public static string Name(string code) => All.Where(l => l.Code == code).Select(Word).FirstOrDefault() ?? code;

    private static string Word((string Code, string Sv, string En) language) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? language.En : language.Sv;
}
