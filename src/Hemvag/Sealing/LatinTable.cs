using System.Text;

namespace Hemvag.Sealing;

/// <summary>Letters of one script with their plain Latin spelling.</summary>
/// <param name="Source">Where the spelling is taken from.</param>
/// <param name="Rows">Pairs "letter latin" between dots; a dash for a letter without sound.</param>
internal sealed record LetterTable(string Name, string Source, string Rows)
{
    public IEnumerable<(string Letter, string Latin)> Letters =>
        Rows.Split(" · ").Select(pair => pair.Split(' ')).Select(pair => (pair[0], pair[1] == "-" ? "" : pair[1]));
}

/// <summary>
/// Letters to plain Latin. Where languages that share a Cyrillic letter differ (г, щ, ъ) the Russian row stands. Arabic is a simple
/// letter-for-letter spelling: short vowels are not written in Arabic script, so exact matches between scripts are rare there and the
/// skeletons carry them. Letters that decompose have lost their marks before they come here. Printed as docs/transliteration.md.
/// </summary>
internal static class LatinTable
{
    private const string Passports = "ICAO Doc 9303 part 3, section 6";
    private const string Ours = "not from the seeds";

    public static readonly IReadOnlyList<LetterTable> Tables =
    [
        new("Latin letters that do not decompose", Ours, "ø o · ł l · ß ss · æ ae · œ oe · đ d · ð d · þ th · ı i · ə e · ŋ n · ħ h · ŧ t"),
        new(
            "Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian",
            Passports,
            "а a · б b · в v · г g · д d · е e · ж zh · з z · и i · к k · л l · м m · н n · о o · п p · р r · с s · т t · у u · ф f · х kh · ц ts · ч ch · ш sh · щ shch · ъ ie · ы y · ь - · э e · ю iu · я ia · і i · є ie · ґ g"
        ),
        new("Cyrillic: Serbian, Macedonian", Passports, "ђ d · ј j · љ lj · њ nj · ћ c · џ dz · ѕ dz"),
        new("Cyrillic: Kazakh, Kyrgyz, Tatar, Mongolian", Ours, "ә a · ғ g · қ q · ң n · ө o · ұ u · ү u · һ h · җ zh"),
        new(
            "Arabic",
            Ours,
            "ا a · ب b · ت t · ث th · ج j · ح h · خ kh · د d · ذ dh · ر r · ز z · س s · ش sh · ص s · ض d · ط t · ظ z · ع a · غ gh · ف f · ق q · ك k · ل l · م m · ن n · ه h · ة a · و u · ي i · ى a · ء -"
        ),
        new(
            "Arabic script: Persian, Dari, Urdu, Kurdish, Pashto",
            Ours,
            "پ p · چ ch · ژ zh · گ g · ک k · ی i · ڤ v · ە e · ۆ o · ێ e · ڵ l · ڕ r · ہ h · ھ h · ے e · ں n · ٹ t · ڈ d · ړ r · ټ t · ډ d · ښ sh"
        ),
    ];

    private static readonly Dictionary<int, string> letters = Tables.SelectMany(t => t.Letters).ToDictionary(l => (int)l.Letter[0], l => l.Latin);

    /// <summary>The Latin spelling of a lower-case letter; empty for a letter without sound, null when the table does not name it.</summary>
    /// <param name="startsPart">و at the beginning of a name is a consonant (Walid), later most often a vowel (Yusuf).</param>
    public static string? Find(Rune letter, bool startsPart) => startsPart && letter.Value == 'و' ? "w" : letters.GetValueOrDefault(letter.Value);
}
