using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Opens every sealed record and every file with the keys, and shows none of it.</summary>
internal sealed class SealVerification(CaseVault vault) : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        // Rows that cannot be read are found where the chains are compared; here they are passed over.
        List<Finding> unreadable = [];
        var erased = await ErasedAsync(db, unreadable, stop);
        await foreach (var record in ReadableRows.OfAsync(Records(db), nameof(SealedRecord), unreadable, stop))
        {
            if (!IsErased(record.Record.Envelope, erased) && !Opens(() => vault.Check(record.Record, record.Key)))
            {
                yield return new Finding(Streams.Case(record.Record.CaseId), $"SealedRecord {record.Record.Id}", "does not open with the case's key");
            }
        }

        // Read first: PostgreSQL holds one open reader per connection.
        var files = new List<KeyedFile>();
        await foreach (var file in ReadableRows.OfAsync(Files(db), nameof(SealedFile), unreadable, stop))
        {
            files.Add(file);
        }

        foreach (var file in files)
        {
            if (await LookAsync(db, file, erased, unreadable, stop) is { } what)
            {
                yield return new Finding(Streams.Case(file.File.CaseId), $"SealedFile {file.File.Id}", what);
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

    // Case by case, so that each key is unwrapped once for the records that follow each other.
    private static IQueryable<KeyedRecord> Records(HemvagDbContext db) =>
        from record in db.Set<SealedRecord>().AsNoTracking()
        join k in db.Set<CaseKey>().AsNoTracking() on new { record.CaseId, record.Compartment } equals new { k.CaseId, k.Compartment } into found
        from key in found.DefaultIfEmpty()
        orderby record.CaseId, record.Subject, record.Version
        select new KeyedRecord(record, key);

    private static IQueryable<KeyedFile> Files(HemvagDbContext db) =>
        from file in db.Set<SealedFile>().AsNoTracking()
        join k in db.Set<CaseKey>().AsNoTracking() on new { file.CaseId, file.Compartment } equals new { k.CaseId, k.Compartment } into found
        from key in found.DefaultIfEmpty()
        orderby file.Id
        select new KeyedFile(file, key);

    /// <returns>What is wrong with the file; null when it is whole and opens.</returns>
    private async Task<string?> LookAsync(HemvagDbContext db, KeyedFile keyed, HashSet<Guid> erased, List<Finding> unreadable, CancellationToken stop)
    {
        var file = keyed.File;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunks = db.Set<SealedFileChunk>().AsNoTracking().Where(c => c.FileId == file.Id).OrderBy(c => c.Ordinal);
        var count = 0;
        // What was erased is still whole; it opens no more.
        var sealedForever = IsErased(file.Label, erased);
        var opens = sealedForever || Opens(() => vault.CheckLabel(file, keyed.Key));
        await foreach (var chunk in ReadableRows.OfAsync(chunks, nameof(SealedFileChunk), unreadable, stop))
        {
            if (chunk.Ordinal != count)
            {
                return Differs;
            }

            hash.AppendData(chunk.Envelope);
            opens = opens && (sealedForever || Opens(() => vault.Check(file, chunk, keyed.Key)));
            count++;
        }

        var whole = count == file.ChunkCount && hash.GetHashAndReset().AsSpan().SequenceEqual(file.ChunksDigest);
        return !whole ? Differs
            : !opens ? "does not open with the case's key"
            : null;
    }

    private const string Differs = "its parts differ from what was sealed";

    private static IQueryable<ChunkPlaceInTable> StrayChunks(HemvagDbContext db) =>
        db.Set<SealedFileChunk>()
            .Where(c => !db.Set<SealedFile>().Any(f => f.Id == c.FileId))
            .OrderBy(c => c.FileId)
            .ThenBy(c => c.Ordinal)
            .Select(c => new ChunkPlaceInTable(c.FileId, c.Ordinal));

    // Only rows of the chains count: a row that somebody added to hide a missing key is found where the chains are compared.
    private static async Task<HashSet<Guid>> ErasedAsync(HemvagDbContext db, List<Finding> unreadable, CancellationToken stop)
    {
        var ids = new HashSet<Guid>();
        await foreach (var key in ReadableRows.OfAsync(db.Set<ErasedKey>().AsNoTracking().OrderBy(k => k.Id), nameof(ErasedKey), unreadable, stop))
        {
            ids.Add(key.Id);
        }

        return ids;
    }

    private static bool IsErased(byte[] envelope, HashSet<Guid> erased) => SealedEnvelope.KeyIdOf(envelope) is { } named && erased.Contains(named);

    private static bool Opens(Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (Exception error) when (error is SealBrokenException or RootKeyException or ArgumentException)
        {
            return false;
        }
    }

    private sealed record KeyedRecord(SealedRecord Record, CaseKey? Key);

    private sealed record KeyedFile(SealedFile File, CaseKey? Key);

    private sealed record ChunkPlaceInTable(Guid FileId, int Ordinal);
}
