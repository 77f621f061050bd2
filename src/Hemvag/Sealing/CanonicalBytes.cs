using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Hemvag.Sealing;

/// <summary>
/// Writes values as bytes with exactly one form each: type tag, length (4 bytes, big-endian), content.
/// No two different sequences of values give the same bytes, on any machine, culture or database.
/// The tags are part of stored digests and never change.
/// </summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(256);

    /// <summary>Writes a value of one of the supported types.</summary>
    /// <exception cref="NotSupportedException">The type has no exact form (float, double, decimal) or none was chosen.</exception>
    public CanonicalWriter Write(object? value) =>
        value switch
        {
            null => WriteNull(),
            bool flag => Write(flag),
            int number => Write(number),
            long number => Write(number),
            Guid id => Write(id),
            string text => Write(text),
            byte[] bytes => Write(bytes),
            DateTime time => Write(time),
            DateOnly date => Write(date),
            Enum word => Write(word),
            _ => throw new NotSupportedException($"{value.GetType().Name} has no canonical bytes."),
        };

    public CanonicalWriter WriteNull()
    {
        Field((byte)'0', 0);
        return this;
    }

    public CanonicalWriter Write(bool value)
    {
        Field((byte)'b', 1)[0] = value ? (byte)1 : (byte)0;
        return this;
    }

    public CanonicalWriter Write(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Field((byte)'i', 4), value);
        return this;
    }

    public CanonicalWriter Write(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Field((byte)'l', 8), value);
        return this;
    }

    public CanonicalWriter Write(Guid value)
    {
        value.TryWriteBytes(Field((byte)'g', 16), bigEndian: true, out _);
        return this;
    }

    /// <summary>UTF-8 as it stands, not normalised: a changed byte must show.</summary>
    public CanonicalWriter Write(string? value) => value is null ? WriteNull() : Text((byte)'s', value);

    public CanonicalWriter Write(byte[]? value) => value is null ? WriteNull() : Write(value.AsSpan());

    public CanonicalWriter Write(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Field((byte)'x', value.Length));
        return this;
    }

    /// <summary>UTC ticks cut to whole milliseconds: PostgreSQL keeps microseconds, SQLite's text may keep more.</summary>
    /// <exception cref="NotSupportedException">The time is not UTC.</exception>
    public CanonicalWriter Write(DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
            throw new NotSupportedException("Only a UTC time has canonical bytes.");
        BinaryPrimitives.WriteInt64BigEndian(Field((byte)'t', 8), value.Ticks - value.Ticks % TimeSpan.TicksPerMillisecond);
        return this;
    }

    public CanonicalWriter Write(DateOnly value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Field((byte)'d', 4), value.DayNumber);
        return this;
    }

    /// <summary>The word, not the number: words are what the database and the reader see.</summary>
    public CanonicalWriter Write(Enum value) => Text((byte)'e', value.ToString());

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    private CanonicalWriter Text(byte tag, string value)
    {
        Encoding.UTF8.GetBytes(value, Field(tag, Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    private Span<byte> Field(byte tag, int length)
    {
        var field = buffer.GetSpan(5 + length)[..(5 + length)];
        buffer.Advance(5 + length);
        field[0] = tag;
        BinaryPrimitives.WriteInt32BigEndian(field[1..], length);
        return field[5..];
    }
}
