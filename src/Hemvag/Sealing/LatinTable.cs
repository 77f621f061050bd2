using System.Text;

namespace Hemvag.Sealing;

/// <summary>
/// Letters to plain Latin. Cyrillic follows the table of ICAO Doc 9303 part 3, section 6, which passports use; where languages differ
/// (г, щ, ъ) the Russian row stands. Arabic is a simple letter-for-letter spelling: short vowels are not written in Arabic script, so
/// exact matches between scripts are rare there and the skeletons carry them. Letters that decompose (й ё ї ў, أ إ آ ؤ ئ) have lost their
/// marks before they come here.
/// </summary>
internal static class LatinTable
{
    private static readonly Dictionary<int, string> letters = Read(
        // Latin letters that do not decompose.
        "ø o · ł l · ß ss · æ ae · œ oe · đ d · ð d · þ th · ı i · ə e · ŋ n · ħ h · ŧ t",
        // Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian.
        "а a · б b · в v · г g · д d · е e · ж zh · з z · и i · к k · л l · м m · н n · о o · п p · р r · с s · т t · у u · ф f",
        "х kh · ц ts · ч ch · ш sh · щ shch · ъ ie · ы y · ь - · э e · ю iu · я ia · і i · є ie · ґ g",
        // Cyrillic: Serbian, Macedonian; Kazakh, Kyrgyz, Tatar, Mongolian.
        "ђ d · ј j · љ lj · њ nj · ћ c · џ dz · ѕ dz · ә a · ғ g · қ q · ң n · ө o · ұ u · ү u · һ h · җ zh",
        // Arabic.
        "ا a · ب b · ت t · ث th · ج j · ح h · خ kh · د d · ذ dh · ر r · ز z · س s · ش sh · ص s · ض d · ط t · ظ z · ع a · غ gh",
        "ف f · ق q · ك k · ل l · م m · ن n · ه h · ة a · و u · ي i · ى a · ء -",
        // Persian, Dari, Urdu, Kurdish, Pashto.
        "پ p · چ ch · ژ zh · گ g · ک k · ی i · ڤ v · ە e · ۆ o · ێ e · ڵ l · ڕ r · ہ h · ھ h · ے e · ں n · ٹ t · ڈ d · ړ r · ټ t · ډ d · ښ sh"
    );

    /// <summary>The Latin spelling of a lower-case letter; empty for a letter without sound, null when the table does not name it.</summary>
    /// <param name="startsPart">و at the beginning of a name is a consonant (Walid), later most often a vowel (Yusuf).</param>
    public static string? Find(Rune letter, bool startsPart) => startsPart && letter.Value == 'و' ? "w" : letters.GetValueOrDefault(letter.Value);

    private static Dictionary<int, string> Read(params IEnumerable<string> rows) =>
        rows.SelectMany(row => row.Split(" · "))
            .Select(pair => pair.Split(' '))
            .ToDictionary(pair => (int)pair[0][0], pair => pair[1] == "-" ? "" : pair[1]);
}
