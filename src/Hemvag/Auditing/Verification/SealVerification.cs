using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Opens every sealed record and every file's chunks with the keys, and shows none of it.</summary>
internal sealed class SealVerification(CaseVault vault) : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        var caseKeys = await db.Set<CaseKey>().AsNoTracking().ToDictionaryAsync(k => (k.CaseId, k.Compartment), stop);
        await foreach (var record in db.Set<SealedRecord>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!Opens(record, caseKeys))
            {
                yield return new Finding(Streams.Case(record.CaseId), $"SealedRecord {record.Id}", "does not open with the case's key");
            }
        }

        // Read first: PostgreSQL holds one open reader per connection.
        foreach (var file in await db.Set<SealedFile>().AsNoTracking().ToListAsync(stop))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var chunks = db.Set<SealedFileChunk>().AsNoTracking().Where(c => c.FileId == file.Id).OrderBy(c => c.Ordinal);
            var count = 0;
            await foreach (var chunk in chunks.AsAsyncEnumerable().WithCancellation(stop))
            {
                hash.AppendData(chunk.Envelope);
                count++;
            }

            if (count != file.ChunkCount || !hash.GetHashAndReset().AsSpan().SequenceEqual(file.ChunksDigest))
            {
                yield return new Finding(Streams.Case(file.CaseId), $"SealedFile {file.Id}", "its parts differ from what was sealed");
            }
        }
    }

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
        catch (SealBrokenException)
        {
            return false;
        }
    }
}
