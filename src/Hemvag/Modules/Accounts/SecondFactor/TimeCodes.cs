using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Modules.Accounts.SecondFactor;

/// <summary>The six digits an authenticator app shows for thirty seconds (RFC 6238 with HMAC-SHA-1, which every app knows).</summary>
internal static class TimeCodes
{
    public const int KeyLength = 20;

    private const int StepSeconds = 30;
    private const int Modulo = 1_000_000;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one time step.</summary>
    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "RFC 6238 as authenticator apps know it; HMAC does not rest on SHA-1 resisting collisions."
    )]
    public static string CodeAt(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var mac = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0x0F)) & 0x7FFF_FFFF;
        return (number % Modulo).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a typed code belongs to: now, the one before or the one after, and newer than the last accepted one.</summary>
    /// <returns>Null when the code is wrong, too old or was accepted before.</returns>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long? lastAccepted)
    {
        var typed = Encoding.ASCII.GetBytes(new string([.. code.Where(char.IsAsciiDigit)]));
        long? matched = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            // All three are computed, so that the time taken says nothing.
            var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), typed);
            matched = right && (lastAccepted is null || step > lastAccepted) ? step : matched;
        }

        return matched;
    }

    /// <summary>The key as a person types it: base 32 in groups of four.</summary>
    public static string ToText(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        foreach (var group in Base32(key).Chunk(4))
        {
            text.Append(text.Length == 0 ? "" : " ").Append(group);
        }

        return text.ToString();
    }

    /// <summary>The address that opens an authenticator app with everything filled in.</summary>
    public static string ToAddress(ReadOnlySpan<byte> key, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString("Hemväg:" + account)}?secret={Base32(key)}&issuer={Uri.EscapeDataString("Hemväg")}";

    private static string Base32(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var part in key)
        {
            buffer = (buffer << 8) | part;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32Letters[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Base32Letters[(buffer << (5 - bits)) & 31]).ToString();
    }
}
