using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Auditing;

/// <summary>What a row looked like after an operation: SHA-256 over its columns, or nothing when it was deleted.</summary>
internal sealed record RowDigest(string Entity, Guid Id, byte[]? Digest)
{
    private static readonly ConcurrentDictionary<IEntityType, (string Name, IClrPropertyGetter Getter)[]> Columns = new();

    public static RowDigest Of(IEntityType type, IChainedRow row)
    {
        var writer = new CanonicalWriter();
        foreach (var (name, getter) in Columns.GetOrAdd(type, InOrder))
        {
            writer.Write(name);
            writer.Write(getter.GetClrValue(row));
        }

        return new RowDigest(type.ClrType.Name, row.Id, SHA256.HashData(writer.ToArray()));
    }

    public static byte[] Pack(IEnumerable<RowDigest> rows)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        foreach (var row in rows.OrderBy(r => r.Entity, StringComparer.Ordinal).ThenBy(r => r.Id))
        {
            writer.Write(row.Entity);
            writer.Write(row.Id.ToByteArray());
            writer.Write(row.Digest is not null);
            writer.Write(row.Digest ?? []);
        }

        return memory.ToArray();
    }

    public static IEnumerable<RowDigest> Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed));
        while (reader.BaseStream.Position < packed.Length)
        {
            var entity = reader.ReadString();
            var id = new Guid(reader.ReadBytes(16));
            yield return new RowDigest(entity, id, reader.ReadBoolean() ? reader.ReadBytes(SHA256.HashSizeInBytes) : null);
        }
    }

    /// <summary>Lets an operation's rows follow on those of the operations before it: what was written stands, what was deleted is gone.</summary>
    /// <returns>False when the list cannot be read; what stood before it in the list has been applied.</returns>
    public static bool TryApply(byte[] packed, Dictionary<(string Entity, Guid Id), byte[]> rows)
    {
        try
        {
            foreach (var row in Unpack(packed))
            {
                if (row.Digest is null)
                {
                    rows.Remove((row.Entity, row.Id));
                }
                else
                {
                    rows[(row.Entity, row.Id)] = row.Digest;
                }
            }

            return true;
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or IOException or FormatException)
        {
            return false;
        }
    }

    private static (string Name, IClrPropertyGetter Getter)[] InOrder(IEntityType type) =>
        [.. type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.GetGetter()))];

    /// <summary>The digests of all chained rows that the context is about to write, by their streams.</summary>
    /// <param name="streams">Of each operation one: two in the same stream would both claim its rows.</param>
    /// <exception cref="InvalidOperationException">When a row belongs to none of the streams that the save writes to, or a stream stands there twice.</exception>
    public static ILookup<string, RowDigest> OfChanges(HemvagDbContext db, IReadOnlyCollection<string> streams)
    {
        var all = streams.ToHashSet(StringComparer.Ordinal);
        if (all.Count < streams.Count)
        {
            throw new InvalidOperationException("Two operations of one save are in the same stream.");
        }

        return db
            .ChangeTracker.Entries<IChainedRow>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToLookup(
                e =>
                    all.Contains(e.Entity.ChainStream)
                        ? e.Entity.ChainStream
                        : throw new InvalidOperationException($"{e.Metadata.ClrType.Name} belongs to another stream than this operation."),
                e => e.State == EntityState.Deleted ? new RowDigest(e.Metadata.ClrType.Name, e.Entity.Id, null) : Of(e.Metadata, e.Entity),
                StringComparer.Ordinal
            );
    }
}
