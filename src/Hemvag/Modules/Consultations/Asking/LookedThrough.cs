using System.Security.Cryptography;
using System.Text;
using Hemvag.Modules.Consultations.Noticed;

namespace Hemvag.Modules.Consultations.Asking;

/// <summary>A text in which something was noticed, with each place marked, as the writer is shown it before it is sent.</summary>
/// <param name="Digest">Of the text that was shown: a reason holds for that text and no other.</param>
internal sealed record LookedThrough(IReadOnlyList<MarkedPiece> Pieces, string Digest)
{
    public int Count => Pieces.Count(p => p.Kind is not null);

    /// <returns>Null where nothing was noticed.</returns>
    public static LookedThrough? Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var pieces = PersonalData.Marked(text);
        return pieces.All(p => p.Kind is null) ? null : new LookedThrough(pieces, DigestOf(text));
    }

    public static string DigestOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
