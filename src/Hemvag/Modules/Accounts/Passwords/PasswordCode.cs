using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Modules.Accounts.Passwords;

/// <summary>A one-time code that lets someone choose a password: given by hand, typed in a form, never part of an address.</summary>
internal static class PasswordCode
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Twenty characters in groups of five: 100 bits.</summary>
    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Letters, 20);
        return string.Join('-', code.Chunk(5).Select(c => new string(c)));
    }

    /// <summary>Spaces, dashes and small letters do not matter.</summary>
    public static byte[] Hash(string code)
    {
        var plain = new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return SHA256.HashData(Encoding.UTF8.GetBytes(plain));
    }
}
