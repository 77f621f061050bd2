using System.Globalization;
using Hemvag.Data;
using Hemvag.Web.TagHelpers;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Languages people speak with us: those of the helpline (S4.24) and of countries people return to. ISO 639 codes.</summary>
internal static class SpokenLanguages
{
    private static readonly (string Code, string Sv, string En)[] All =
    [
        ("sv", "Svenska", "Swedish"),
        ("en", "Engelska", "English"),
        ("sq", "Albanska", "Albanian"),
        ("am", "Amhariska", "Amharic"),
        ("ar", "Arabiska", "Arabic"),
        ("hy", "Armeniska", "Armenian"),
        ("az", "Azerbajdzjanska", "Azerbaijani"),
        ("bn", "Bengali", "Bengali"),
        ("bs", "Bosniska", "Bosnian"),
        ("bg", "Bulgariska", "Bulgarian"),
        ("my", "Burmesiska", "Burmese"),
        ("prs", "Dari", "Dari"),
        ("et", "Estniska", "Estonian"),
        ("ee", "Ewe", "Ewe"),
        ("fa", "Farsi", "Farsi"),
        ("fil", "Filippinska", "Filipino"),
        ("fi", "Finska", "Finnish"),
        ("fr", "Franska", "French"),
        ("ff", "Fulani", "Fulah"),
        ("ka", "Georgiska", "Georgian"),
        ("el", "Grekiska", "Greek"),
        ("gu", "Gujarati", "Gujarati"),
        ("ha", "Hausa", "Hausa"),
        ("hi", "Hindi", "Hindi"),
        ("ig", "Igbo", "Igbo"),
        ("id", "Indonesiska", "Indonesian"),
        ("it", "Italienska", "Italian"),
        ("ja", "Japanska", "Japanese"),
        ("kk", "Kazakiska", "Kazakh"),
        ("km", "Khmer", "Khmer"),
        ("zh", "Kinesiska", "Chinese"),
        ("rw", "Kinyarwanda", "Kinyarwanda"),
        ("ky", "Kirgisiska", "Kyrgyz"),
        ("ko", "Koreanska", "Korean"),
        ("hr", "Kroatiska", "Croatian"),
        ("kmr", "Kurmanji", "Kurmanji"),
        ("lo", "Laotiska", "Lao"),
        ("lv", "Lettiska", "Latvian"),
        ("ln", "Lingala", "Lingala"),
        ("lt", "Litauiska", "Lithuanian"),
        ("lg", "Luganda", "Ganda"),
        ("mk", "Makedonska", "Macedonian"),
        ("ms", "Malajiska", "Malay"),
        ("mn", "Mongoliska", "Mongolian"),
        ("nl", "Nederländska", "Dutch"),
        ("ne", "Nepalesiska", "Nepali"),
        ("om", "Oromo", "Oromo"),
        ("pa", "Panjabi", "Punjabi"),
        ("ps", "Pashto", "Pashto"),
        ("pl", "Polska", "Polish"),
        ("pt", "Portugisiska", "Portuguese"),
        ("rom", "Romani", "Romani"),
        ("ro", "Rumänska", "Romanian"),
        ("ru", "Ryska", "Russian"),
        ("sr", "Serbiska", "Serbian"),
        ("si", "Singalesiska", "Sinhala"),
        ("sk", "Slovakiska", "Slovak"),
        ("sl", "Slovenska", "Slovenian"),
        ("so", "Somaliska", "Somali"),
        ("ckb", "Sorani", "Sorani"),
        ("es", "Spanska", "Spanish"),
        ("sw", "Swahili", "Swahili"),
        ("tg", "Tadzjikiska", "Tajik"),
        ("ta", "Tamil", "Tamil"),
        ("te", "Telugu", "Telugu"),
        ("th", "Thailändska", "Thai"),
        ("ti", "Tigrinja", "Tigrinya"),
        ("cs", "Tjeckiska", "Czech"),
        ("tr", "Turkiska", "Turkish"),
        ("tk", "Turkmeniska", "Turkmen"),
        ("tw", "Twi", "Twi"),
        ("de", "Tyska", "German"),
        ("ug", "Uiguriska", "Uyghur"),
        ("uk", "Ukrainska", "Ukrainian"),
        ("hu", "Ungerska", "Hungarian"),
        ("ur", "Urdu", "Urdu"),
        ("uz", "Uzbekiska", "Uzbek"),
        ("vi", "Vietnamesiska", "Vietnamese"),
        ("be", "Vitryska", "Belarusian"),
        ("wo", "Wolof", "Wolof"),
        ("yo", "Yoruba", "Yoruba"),
    ];

    public static bool Has(string code) => All.Any(l => l.Code == code);

    /// <param name="word">The code, or the name in either language.</param>
    public static string? CodeOf(string word) =>
        All.Where(l => new[] { l.Code, l.Sv, l.En }.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(l => l.Code).FirstOrDefault();

    /// <exception cref="RefusedException">SpokenLanguageUnknown.</exception>
    public static void Require(string? code, string field)
    {
        if (code is not null && !Has(code))
        {
            throw new RefusedException(CaseRefusals.SpokenLanguageUnknown, field);
        }
    }

    public static IReadOnlyList<Choice> Choices() => [.. All.Select(l => new Choice(l.Code, Word(l)))];

    /// <summary>The language's name in the reader's language; the code when it is not in the list.</summary>
    public static string Name(string code) => All.Where(l => l.Code == code).Select(Word).FirstOrDefault() ?? code;

    /// <summary>As <see cref="Name"/>, within a sentence: Swedish writes languages with a small letter.</summary>
    public static string NameInSentence(string code) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv" && Has(code) ? Name(code).ToLower(CultureInfo.CurrentUICulture) : Name(code);

    private static string Word((string Code, string Sv, string En) language) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? language.En : language.Sv;
}
