using System.Text;

namespace Hemvag.Web.Binding;

/// <summary>
/// What becomes of typed text before anything else sees it: composed (NFC), trimmed, line ends as \n, control
/// characters and the marks that turn or hide text removed. ZWNJ and ZWJ stay: Persian, Kurdish and Arabic need them.
/// </summary>
public static class TypedText
{
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!IsRemoved(rune))
            {
                kept.Append(rune.ToString());
            }
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static bool IsRemoved(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' => false,
            0x200B or 0x200E or 0x200F or 0x061C or 0x2060 or 0xFEFF => true,
            >= 0x202A and <= 0x202E => true,
            >= 0x2066 and <= 0x2069 => true,
            // No characters at all, and nothing that can be composed.
            _ when (rune.Value & 0xFFFE) == 0xFFFE => true,
            _ => Rune.IsControl(rune),
        };
}
