using System.Security.Cryptography;
using System.Text.Json;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>
/// The id of the operation that saves a section. A second press of the button posts the same answers and is the same operation;
/// a form that was gone back to and changed bears the same hidden id with other answers, and must not be taken for done.
/// </summary>
internal static class FormOperationId
{
    /// <param name="posted">The id the form carried: random, so that the digest says nothing about the answers.</param>
    public static Guid Of(Guid posted, SectionAnswers answers)
    {
        var content = answers.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new object[] { a.Key, a.Value.State, a.Value.Values });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(posted.ToByteArray(bigEndian: true));
        hash.AppendData(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    answers.Form,
                    answers.Section,
                    content,
                }
            )
        );
        var id = hash.GetHashAndReset().AsSpan(0, 16);
        // The time of the form stays in front, so that ids keep sorting; version 8 is "made by the application's own rule" (RFC 9562).
        posted.ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
