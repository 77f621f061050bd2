using System.Text;

namespace Hemvag.Modules.Consultations.Noticed;

/// <summary>
/// Looks through a text for what may tell who somebody is: names, dates, personal numbers, phones, mail addresses and document numbers,
/// in Latin, Arabic and Cyrillic letters and in the digits of any script. It is a help and no proof: it misses what it does not know, and the
/// screens say so.
/// </summary>
internal static class PersonalData
{
    /// <summary>What stands where something was taken out.</summary>
    public const string TakenOut = "[…]";

    /// <summary>The places, in order, none over another.</summary>
    public static IReadOnlyList<NoticedPlace> In(string text)
    {
        var plain = PlainSigns.Of(text);
        return Apart(NumberPatterns.In(plain).Concat(NamePatterns.In(text)));
    }

    /// <summary>The text with every noticed place replaced.</summary>
    public static string TakeOut(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var piece in Marked(text))
        {
            kept.Append(piece.Kind is null ? piece.Text : TakenOut);
        }

        return kept.ToString();
    }

    /// <summary>The whole text in pieces.</summary>
    public static IReadOnlyList<MarkedPiece> Marked(string text)
    {
        var pieces = new List<MarkedPiece>();
        var at = 0;
        foreach (var place in In(text))
        {
            if (place.Start > at)
            {
                pieces.Add(new MarkedPiece(text[at..place.Start], null));
            }

            pieces.Add(new MarkedPiece(text[place.Start..place.End], place.Kind));
            at = place.End;
        }

        if (at < text.Length)
        {
            pieces.Add(new MarkedPiece(text[at..], null));
        }

        return pieces;
    }

    // Of two that overlap one stays, as long as both together: nothing noticed is left half standing.
    private static List<NoticedPlace> Apart(IEnumerable<NoticedPlace> found)
    {
        var apart = new List<NoticedPlace>();
        foreach (var place in found.OrderBy(p => p.Start).ThenByDescending(p => p.Length).ThenBy(p => p.Kind))
        {
            if (apart.Count > 0 && place.Start < apart[^1].End)
            {
                var before = apart[^1];
                apart[^1] = before with { Length = Math.Max(before.End, place.End) - before.Start };
            }
            else
            {
                apart.Add(place);
            }
        }

        return apart;
    }
}
