using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Tests.Auditing;

/// <summary>What a value can be changed into: another value of its type, nothing, and where the database lets it, something unreadable.</summary>
internal static class ChangedValues
{
    public static IEnumerable<(string Name, Func<string, DbParameter> Value)> Of(Tamperer tamperer, IProperty property, object? before)
    {
        foreach (var (name, value) in Others(property, before))
        {
            yield return (name, parameter => tamperer.Value(parameter, property, value));
        }

        if (property.IsNullable && before is not null && !property.IsPrimaryKey())
        {
            yield return ("to nothing", parameter => tamperer.Raw(parameter, DBNull.Value));
        }

        var stored = property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        // SQLite reads any text as the number nought: that is no change where nought stood.
        var isNought = before is 0 or 0L or false;
        if (stored == typeof(string) || (tamperer.Db.Database.IsSqlite() && !isNought))
        {
            yield return ("to rubbish", parameter => tamperer.Raw(parameter, "~"));
        }
    }

    private static IEnumerable<(string Name, object Value)> Others(IProperty property, object? before)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(byte[]))
        {
            var bytes = (byte[]?)before ?? [];
            if (bytes.Length > 0)
            {
                yield return ("in its first byte", Flipped(bytes, 0));
                yield return ("in its last byte", Flipped(bytes, bytes.Length - 1));
                yield return ("by one byte less", bytes[..^1]);
            }

            yield return ("by one byte more", (byte[])[.. bytes, 7]);
            yield break;
        }

        yield return ("to another", Other(type, before));
    }

    private static object Other(Type type, object? before) =>
        type switch
        {
            _ when type == typeof(Guid) => before is Guid id ? Flip(id) : TestInstallation.NewId(),
            _ when type == typeof(string) => before is string { Length: > 0 } text ? (char)(text[0] ^ 1) + text[1..] : "y",
            _ when type == typeof(bool) => before is not true,
            _ when type == typeof(int) => (int)(before ?? 0) + 1,
            _ when type == typeof(long) => (long)(before ?? 0L) + 1,
            _ when type == typeof(DateTime) => ((DateTime)(before ?? DateTime.UnixEpoch)).AddMilliseconds(1),
            _ when type == typeof(DateOnly) => ((DateOnly)(before ?? new DateOnly(2026, 9, 1))).AddDays(1),
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().First(v => !v.Equals(before)),
            _ => throw new NotSupportedException($"{type.Name} has no other value here."),
        };

    private static byte[] Flipped(byte[] bytes, int at)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= 1;
        return changed;
    }

    private static Guid Flip(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[^1] ^= 1;
        return new Guid(bytes);
    }
}
