using System.Globalization;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>A language that can be chosen in a form.</summary>
/// <param name="Code">ISO 639: two letters where there are two, else three.</param>
internal sealed record FormLanguage(string Code, string Sv, string En)
{
    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Sv;
}

/// <summary>
/// The languages that people who return may speak (not from the seeds; names as in ISO 639 and Språkrådet's list).
/// A language that is missing is written in the field for other languages.
/// </summary>
internal static class FormLanguages
{
    public static IReadOnlyList<FormLanguage> All { get; } =
    [
        new("sq", "albanska", "Albanian"),
        new("am", "amhariska", "Amharic"),
        new("ar", "arabiska", "Arabic"),
        new("hy", "armeniska", "Armenian"),
        new("az", "azerbajdzjanska", "Azerbaijani"),
        new("bn", "bengali", "Bengali"),
        new("bs", "bosniska", "Bosnian"),
        new("bg", "bulgariska", "Bulgarian"),
        new("my", "burmesiska", "Burmese"),
        new("prs", "dari", "Dari"),
        new("en", "engelska", "English"),
        new("et", "estniska", "Estonian"),
        new("ee", "ewe", "Ewe"),
        new("fil", "filippinska", "Filipino"),
        new("fi", "finska", "Finnish"),
        new("fr", "franska", "French"),
        new("ff", "fulani", "Fulah"),
        new("ka", "georgiska", "Georgian"),
        new("el", "grekiska", "Greek"),
        new("gu", "gujarati", "Gujarati"),
        new("ha", "hausa", "Hausa"),
        new("hi", "hindi", "Hindi"),
        new("ig", "igbo", "Igbo"),
        new("id", "indonesiska", "Indonesian"),
        new("it", "italienska", "Italian"),
        new("ja", "japanska", "Japanese"),
        new("kk", "kazakiska", "Kazakh"),
        new("km", "khmer", "Khmer"),
        new("rw", "kinyarwanda", "Kinyarwanda"),
        new("zh", "kinesiska", "Chinese"),
        new("ky", "kirgisiska", "Kyrgyz"),
        new("ko", "koreanska", "Korean"),
        new("hr", "kroatiska", "Croatian"),
        new("kmr", "kurmanji", "Kurmanji"),
        new("lo", "laotiska", "Lao"),
        new("lv", "lettiska", "Latvian"),
        new("ln", "lingala", "Lingala"),
        new("lt", "litauiska", "Lithuanian"),
        new("lg", "luganda", "Ganda"),
        new("mk", "makedonska", "Macedonian"),
        new("ms", "malajiska", "Malay"),
        new("mn", "mongoliska", "Mongolian"),
        new("ne", "nepalesiska", "Nepali"),
        new("nl", "nederländska", "Dutch"),
        new("om", "oromo", "Oromo"),
        new("pa", "panjabi", "Punjabi"),
        new("ps", "pashto", "Pashto"),
        new("fa", "persiska", "Persian"),
        new("pl", "polska", "Polish"),
        new("pt", "portugisiska", "Portuguese"),
        new("rom", "romani", "Romani"),
        new("ro", "rumänska", "Romanian"),
        new("ru", "ryska", "Russian"),
        new("sr", "serbiska", "Serbian"),
        new("si", "singalesiska", "Sinhala"),
        new("sk", "slovakiska", "Slovak"),
        new("sl", "slovenska", "Slovenian"),
        new("so", "somaliska", "Somali"),
        new("ckb", "sorani", "Sorani"),
        new("es", "spanska", "Spanish"),
        new("sw", "swahili", "Swahili"),
        new("sv", "svenska", "Swedish"),
        new("tg", "tadzjikiska", "Tajik"),
        new("ta", "tamil", "Tamil"),
        new("te", "telugu", "Telugu"),
        new("th", "thailändska", "Thai"),
        new("ti", "tigrinja", "Tigrinya"),
        new("cs", "tjeckiska", "Czech"),
        new("tr", "turkiska", "Turkish"),
        new("tk", "turkmeniska", "Turkmen"),
        new("tw", "twi", "Twi"),
        new("de", "tyska", "German"),
        new("ug", "uiguriska", "Uyghur"),
        new("uk", "ukrainska", "Ukrainian"),
        new("hu", "ungerska", "Hungarian"),
        new("ur", "urdu", "Urdu"),
        new("uz", "uzbekiska", "Uzbek"),
        new("vi", "vietnamesiska", "Vietnamese"),
        new("be", "vitryska", "Belarusian"),
        new("wo", "wolof", "Wolof"),
        new("yo", "yoruba", "Yoruba"),
    ];

    /// <summary>Null for an unknown code.</summary>
    public static FormLanguage? Find(string code) => All.FirstOrDefault(language => language.Code == code);
}
