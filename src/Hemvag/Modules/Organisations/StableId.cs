using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Modules.Organisations;

/// <summary>
/// Ids of the entries in the shipped lists, the same in every database: the first 16 bytes of the SHA-256 of
/// <c>hemvag:</c> and a stable code, marked as a version 8 GUID (RFC 9562: made by a rule of one's own).
/// </summary>
internal static class StableId
{
    /// <param name="code">Kind and code, e.g. <c>region:stockholm</c>. Never change a code that has shipped.</param>
    public static Guid Of(string code)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("hemvag:" + code)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
