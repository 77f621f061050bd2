using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Opens every sealed record and every file's chunks with the keys, and shows none of it.</summary>
internal sealed class SealVerification(CaseVault vault) : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        // Rows that cannot be read are found where the chains are compared; here they are passed over.
        List<Finding> unreadable = [];
        var caseKeys = new Dictionary<(Guid, Compartment), CaseKey>();
        await foreach (var key in ReadableRows.OfAsync(db.Set<CaseKey>().AsNoTracking().OrderBy(k => k.Id), nameof(CaseKey), unreadable, stop))
        {
            caseKeys[(key.CaseId, key.Compartment)] = key;
        }

        var destroyed = await DestroyedAsync(db, stop);
        var records = db.Set<SealedRecord>().AsNoTracking().OrderBy(r => r.Id);
        await foreach (var record in ReadableRows.OfAsync(records, nameof(SealedRecord), unreadable, stop))
        {
            if (!IsDestroyed(record, caseKeys, destroyed) && !Opens(record, caseKeys))
            {
                yield return new Finding(Streams.Case(record.CaseId), $"SealedRecord {record.Id}", "does not open with the case's key");
            }
        }

        // Read first: PostgreSQL holds one open reader per connection.
        var files = new List<SealedFile>();
        await foreach (var file in ReadableRows.OfAsync(db.Set<SealedFile>().AsNoTracking().OrderBy(f => f.Id), nameof(SealedFile), unreadable, stop))
        {
            files.Add(file);
        }

        foreach (var file in files)
        {
            if (!await IsWholeAsync(db, file, unreadable, stop))
            {
                yield return new Finding(Streams.Case(file.CaseId), $"SealedFile {file.Id}", "its parts differ from what was sealed");
            }
        }

        await foreach (var stray in ReadableRows.OfAsync(StrayChunks(db), nameof(SealedFileChunk), unreadable, stop))
        {
            yield return new Finding("tables", $"{nameof(SealedFileChunk)} {stray.Ordinal} of {stray.FileId}", "belongs to no file");
        }

        foreach (var chunk in unreadable.Where(f => f.Row == nameof(SealedFileChunk)))
        {
            yield return chunk;
        }
    }

    // A key that is gone is sound only where the owner's own chain says that it was destroyed; that the chain is whole is looked at before.
    private static bool IsDestroyed(
        SealedRecord record,
        Dictionary<(Guid, Compartment), CaseKey> caseKeys,
        IReadOnlyDictionary<Guid, Compartment> destroyed
    ) =>
        !caseKeys.ContainsKey((record.CaseId, record.Compartment))
        && (destroyed.GetValueOrDefault(record.CaseId) & record.Compartment) == record.Compartment;

    private static async Task<IReadOnlyDictionary<Guid, Compartment>> DestroyedAsync(HemvagDbContext db, CancellationToken stop)
    {
        var destroyed = new Dictionary<Guid, Compartment>();
        var rows = await db.Set<OperationEvent>()
            .AsNoTracking()
            .Where(e => e.Kind == nameof(KeysDestroyed))
            .Join(db.Set<Operation>(), e => e.OperationId, o => o.Id, (e, o) => new { o.Stream, e.Data })
            .ToListAsync(stop);
        foreach (var row in rows)
        {
            if (JsonSerializer.Deserialize<KeysDestroyed>(row.Data, EventJson.Options) is { } told && row.Stream == Streams.Case(told.OwnerId))
            {
                destroyed[told.OwnerId] = destroyed.GetValueOrDefault(told.OwnerId) | told.Compartments;
            }
        }

        return destroyed;
    }

    private static async Task<bool> IsWholeAsync(HemvagDbContext db, SealedFile file, List<Finding> unreadable, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunks = db.Set<SealedFileChunk>().AsNoTracking().Where(c => c.FileId == file.Id).OrderBy(c => c.Ordinal);
        var count = 0;
        await foreach (var chunk in ReadableRows.OfAsync(chunks, nameof(SealedFileChunk), unreadable, stop))
        {
            if (chunk.Ordinal != count)
            {
                return false;
            }

            hash.AppendData(chunk.Envelope);
            count++;
        }

        return count == file.ChunkCount && hash.GetHashAndReset().AsSpan().SequenceEqual(file.ChunksDigest);
    }

    private static IQueryable<ChunkPlaceInTable> StrayChunks(HemvagDbContext db) =>
        db.Set<SealedFileChunk>()
            .Where(c => !db.Set<SealedFile>().Any(f => f.Id == c.FileId))
            .OrderBy(c => c.FileId)
            .ThenBy(c => c.Ordinal)
            .Select(c => new ChunkPlaceInTable(c.FileId, c.Ordinal));

    private bool Opens(SealedRecord record, Dictionary<(Guid, Compartment), CaseKey> caseKeys)
    {
        try
        {
            if (!caseKeys.TryGetValue((record.CaseId, record.Compartment), out var key))
            {
                return false;
            }

            vault.Check(record, key);
            return true;
        }
        catch (Exception error) when (error is SealBrokenException or RootKeyException or ArgumentException)
        {
            return false;
        }
    }

    private sealed record ChunkPlaceInTable(Guid FileId, int Ordinal);
}
