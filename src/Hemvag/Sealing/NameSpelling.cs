using System.Globalization;
using System.Text;

namespace Hemvag.Sealing;

/// <summary>
/// Brings the spellings of a name to one form for matching; never for display. Steps: compatibility decomposition,
/// lower case, marks stripped (å ä ö become a a o), letters of <see cref="LatinTable"/> replaced, everything that is no letter divides parts.
/// </summary>
internal static class NameSpelling
{
    /// <summary>The name's parts in ordinal order, so that given name and family name may change places.</summary>
    public static IReadOnlyList<string> Parts(string name)
    {
        var parts = Latin(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(parts, StringComparer.Ordinal);
        return parts;
    }

    /// <summary>
    /// The skeletons of all parts, sorted: what is left when the usual differences between transliterations are taken away.
    /// The articles al and el are left out. A part that is nothing but such an article stays out as well.
    /// </summary>
    public static IReadOnlyList<string> Skeletons(string name)
    {
        var skeletons = Parts(name).Where(part => part is not ("al" or "el" or "ul")).Select(Skeleton).ToArray();
        Array.Sort(skeletons, StringComparer.Ordinal);
        return skeletons;
    }

    /// <summary>
    /// First letter and consonants: alike-sounding groups are joined (kh h · ph f · x ks · q c k · z s · sh s …), vowels with y, j and w are
    /// dropped save at the beginning (any vowel, y or j there becomes a; w becomes v), a last h is dropped, doubles are single.
    /// </summary>
    private static string Skeleton(string part)
    {
        var joined = new StringBuilder(part)
            .Replace("sch", "s")
            .Replace("sh", "s")
            .Replace("kh", "h")
            .Replace("ch", "k")
            .Replace("gh", "g")
            .Replace("zh", "s")
            .Replace("dh", "d")
            .Replace("th", "t")
            .Replace("ph", "f")
            .Replace("ck", "k")
            .Replace("x", "ks")
            .Replace('q', 'k')
            .Replace('c', 'k')
            .Replace('z', 's')
            .ToString();
        var skeleton = new StringBuilder(joined.Length);
        for (var i = 0; i < joined.Length; i++)
        {
            var letter = joined[i];
            if (i == 0)
                skeleton.Append(
                    IsVowel(letter) ? 'a'
                    : letter == 'w' ? 'v'
                    : letter
                );
            else if (!IsVowel(letter) && letter != 'w' && !(letter == 'h' && i == joined.Length - 1) && skeleton[^1] != letter)
                skeleton.Append(letter);
        }
        return skeleton.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j';

    private static string Latin(string name)
    {
        var latin = new StringBuilder(name.Length);
        var startsPart = true;
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var letter = Rune.ToLowerInvariant(rune);
            if (IsSilent(letter))
                continue;
            if (LatinTable.Find(letter, startsPart) is { } replacement)
                latin.Append(replacement);
            else if (
                Rune.IsLetter(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            )
                latin.Append(letter);
            else
                latin.Append(' ');
            startsPart = latin.Length == 0 || latin[^1] == ' ';
        }
        return latin.ToString();
    }

    // Latin, Cyrillic and Arabic marks; apostrophes and modifier letters (O'Brien, ʿAli), joiners and direction marks;
    // the Arabic elongation. Marks of other scripts are vowels there and stay.
    private static bool IsSilent(Rune rune) =>
        rune.Value
            is (>= 0x0300 and <= 0x036F)
                or (>= 0x064B and <= 0x065F)
                or 0x0670
                or 0x0640
                or '\''
                or '`'
                or 0x00B4
                or 0x2018
                or 0x2019
                or (>= 0x02B0 and <= 0x02FF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;
}
