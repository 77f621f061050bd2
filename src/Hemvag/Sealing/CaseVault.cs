using System.Linq.Expressions;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Sealing;

/// <summary>A sealed thing as it was read, with its version.</summary>
internal sealed record Unsealed<T>(T Value, int Version, DateTime WrittenAt, Guid? WrittenBy, string Subject);

/// <summary>Seals and opens records under the case's own keys. Writing needs no opening; reading does.</summary>
internal sealed class CaseVault(RootKeys keys, SealedJson json)
{
    /// <summary>Adds the next version of a sealed record to the context; saved by the operation it belongs to.</summary>
    /// <param name="shownVersion">The version the writer had seen; null to add without looking.</param>
    /// <param name="ownerIsNew">The owner begins with this very save: nothing of it can be stored, and nothing is looked up.</param>
    /// <returns>The new row, or null when someone else has written a newer version than the one shown.</returns>
    public async Task<SealedRecord?> WriteAsync<T>(
        HemvagDbContext db,
        Guid caseId,
        Compartment compartment,
        string subject,
        T payload,
        int? shownVersion,
        DateTime now,
        Guid? by,
        bool ownerIsNew = false
    )
        where T : class, ISealedPayload
    {
        var latest = ownerIsNew
            ? 0
            : await db.Set<SealedRecord>().Where(r => r.CaseId == caseId && r.Subject == subject).MaxAsync(r => (int?)r.Version) ?? 0;
        if (shownVersion is { } shown && shown != latest)
        {
            return null;
        }

        var key = await KeyForWritingAsync(db, caseId, compartment, now, ownerIsNew);
        var id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        var address = new SealedAddress(caseId, compartment, id, latest + 1);
        var record = new SealedRecord
        {
            Id = id,
            CaseId = caseId,
            Compartment = compartment,
            Subject = subject,
            Version = latest + 1,
            Envelope = RecordCipher.Seal(KeyWrapping.Unwrap(keys, caseId, compartment, key.Wrapped), key.Id, address, SealedJson.Write(payload)),
            WrittenAt = now,
            WrittenBy = by,
        };
        db.Add(record);
        return record;
    }

    /// <summary>Seals many subjects of an owner that is new itself: none of them can have an older version, so that none is looked up.</summary>
    public async Task WriteFirstAsync<T>(
        HemvagDbContext db,
        Guid ownerId,
        Compartment compartment,
        IEnumerable<(string Subject, T Payload)> payloads,
        DateTime now,
        Guid? by
    )
        where T : class, ISealedPayload
    {
        var (keyId, key) = await KeyAsync(db, ownerId, compartment, now);
        foreach (var (subject, payload) in payloads)
        {
            var id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
            var address = new SealedAddress(ownerId, compartment, id, 1);
            db.Add(
                new SealedRecord
                {
                    Id = id,
                    CaseId = ownerId,
                    Compartment = compartment,
                    Subject = subject,
                    Version = 1,
                    Envelope = RecordCipher.Seal(key, keyId, address, SealedJson.Write(payload)),
                    WrittenAt = now,
                    WrittenBy = by,
                }
            );
        }
    }

    /// <summary>The newest version of one subject, or null when nothing has been written.</summary>
    public async Task<Unsealed<T>?> ReadAsync<T>(HemvagDbContext db, OpenedCompartment opened, Compartment compartment, string subject)
        where T : class, ISealedPayload
    {
        RequireOpen(opened, compartment);
        var row = await db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == opened.CaseId && r.Subject == subject && r.Compartment == compartment)
            .OrderByDescending(r => r.Version)
            .Join(db.Set<CaseKey>(), r => new { r.CaseId, r.Compartment }, k => new { k.CaseId, k.Compartment }, (Record, Key) => new { Record, Key })
            .FirstOrDefaultAsync();
        return row is null || await IsErasedAsync(db, row.Record, row.Key) ? null : Open<T>(row.Record, row.Key);
    }

    /// <summary>The newest version of every subject that starts with a prefix, in one query.</summary>
    /// <param name="among">Only these subjects; null for all of them. Asked in the same query, so that nothing else is unsealed.</param>
    public Task<IReadOnlyList<Unsealed<T>>> ReadAllAsync<T>(
        HemvagDbContext db,
        OpenedCompartment opened,
        Compartment compartment,
        string subjectPrefix,
        IQueryable<string>? among = null
    )
        where T : class, ISealedPayload =>
        among is null
            ? ReadNewestAsync<T>(db, opened, compartment, r => r.Subject.StartsWith(subjectPrefix))
            : ReadNewestAsync<T>(db, opened, compartment, r => r.Subject.StartsWith(subjectPrefix) && among.Contains(r.Subject));

    /// <summary>The newest version of each of these subjects, in one query: nothing else is unsealed.</summary>
    /// <param name="subjects">Those that are not there are left out. Given by name: left to find in another table, each record was held against all of it.</param>
    public Task<IReadOnlyList<Unsealed<T>>> ReadEachAsync<T>(
        HemvagDbContext db,
        OpenedCompartment opened,
        Compartment compartment,
        IReadOnlyCollection<string> subjects
    )
        where T : class, ISealedPayload => ReadNewestAsync<T>(db, opened, compartment, r => EF.Parameter(subjects).Contains(r.Subject));

    private async Task<IReadOnlyList<Unsealed<T>>> ReadNewestAsync<T>(
        HemvagDbContext db,
        OpenedCompartment opened,
        Compartment compartment,
        Expression<Func<SealedRecord, bool>> which
    )
        where T : class, ISealedPayload
    {
        RequireOpen(opened, compartment);
        var rows = await db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == opened.CaseId && r.Compartment == compartment)
            .Where(which)
            .Join(db.Set<CaseKey>(), r => new { r.CaseId, r.Compartment }, k => new { k.CaseId, k.Compartment }, (Record, Key) => new { Record, Key })
            .ToListAsync();
        var newest = rows.GroupBy(r => r.Record.Subject, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Record.Version)!);
        return await OpenAllAsync<T>(db, newest.Select(r => (r.Record, r.Key)));
    }

    /// <summary>The newest version of every subject of two kinds that belong together, in one query.</summary>
    /// <param name="second">Where a subject starts with both prefixes it is of the second kind.</param>
    public async Task<(IReadOnlyList<Unsealed<TFirst>> First, IReadOnlyList<Unsealed<TSecond>> Second)> ReadBothAsync<TFirst, TSecond>(
        HemvagDbContext db,
        OpenedCompartment opened,
        Compartment compartment,
        string first,
        string second
    )
        where TFirst : class, ISealedPayload
        where TSecond : class, ISealedPayload
    {
        RequireOpen(opened, compartment);
        var records = db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == opened.CaseId && r.Compartment == compartment && (r.Subject.StartsWith(first) || r.Subject.StartsWith(second)));
        var rows = await records
            .Where(r => !records.Any(later => later.Subject == r.Subject && later.Version > r.Version))
            .Join(db.Set<CaseKey>(), r => new { r.CaseId, r.Compartment }, k => new { k.CaseId, k.Compartment }, (Record, Key) => new { Record, Key })
            .ToListAsync();
        var bySecond = rows.ToLookup(r => r.Record.Subject.StartsWith(second, StringComparison.Ordinal));
        return (
            await OpenAllAsync<TFirst>(db, bySecond[false].Select(r => (r.Record, r.Key))),
            await OpenAllAsync<TSecond>(db, bySecond[true].Select(r => (r.Record, r.Key)))
        );
    }

    /// <summary>The newest version of every subject that starts with a prefix, in whichever compartments are open: one query.</summary>
    public async Task<IReadOnlyList<Unsealed<T>>> ReadOpenAsync<T>(HemvagDbContext db, OpenedCompartment opened, string subjectPrefix)
        where T : class, ISealedPayload
    {
        var open = Compartments.Each(opened.Compartments).ToList();
        var records = db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == opened.CaseId && open.Contains(r.Compartment) && r.Subject.StartsWith(subjectPrefix));
        var rows = await records
            .Where(r => !records.Any(later => later.Subject == r.Subject && later.Version > r.Version))
            .Join(db.Set<CaseKey>(), r => new { r.CaseId, r.Compartment }, k => new { k.CaseId, k.Compartment }, (Record, Key) => new { Record, Key })
            .ToListAsync();
        return await OpenAllAsync<T>(db, rows.Select(r => (r.Record, r.Key)));
    }

    /// <summary>Versions of subjects with a prefix, without opening anything: what is filled in, and by whom.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> VersionsAsync(HemvagDbContext db, Guid caseId, string subjectPrefix) =>
        await db.Set<SealedRecord>()
            .Where(r => r.CaseId == caseId && r.Subject.StartsWith(subjectPrefix))
            .GroupBy(r => r.Subject)
            .Select(g => new { g.Key, Version = g.Max(r => r.Version) })
            .ToDictionaryAsync(g => g.Key, g => g.Version);

    /// <summary>For <c>verify</c> alone: opens a record and throws the plaintext away.</summary>
    /// <param name="key">Null when the compartment has none.</param>
    /// <exception cref="SealBrokenException">When it does not open.</exception>
    public void Check(SealedRecord record, CaseKey? key) =>
        RecordCipher.Open(Unwrap(key, record.CaseId, record.Id), AddressOf(record), record.Envelope);

    /// <summary>The same for name and type of a file.</summary>
    public void CheckLabel(SealedFile file, CaseKey? key) =>
        RecordCipher.Open(Unwrap(key, file.CaseId, file.Id), SealedFile.LabelAddress(file), file.Label);

    /// <summary>The same for a part of a file.</summary>
    public void Check(SealedFile file, SealedFileChunk chunk, CaseKey? key) =>
        FileCipher.OpenChunk(
            Unwrap(key, file.CaseId, file.Id),
            SealedFile.ContentAddress(file),
            new ChunkPlace(chunk.Ordinal, file.ChunkCount),
            chunk.Envelope
        );

    private byte[] Unwrap(CaseKey? key, Guid caseId, Guid recordId) =>
        key is null ? throw new SealBrokenException(caseId, recordId) : KeyWrapping.Unwrap(keys, caseId, key.Compartment, key.Wrapped);

    /// <summary>The unwrapped key of a file that is there; null when it was destroyed.</summary>
    public async Task<byte[]?> KeyOfAsync(HemvagDbContext db, SealedFile file)
    {
        var key =
            db.Set<CaseKey>().Local.FirstOrDefault(k => k.CaseId == file.CaseId && k.Compartment == file.Compartment)
            ?? await db.Set<CaseKey>().FirstOrDefaultAsync(k => k.CaseId == file.CaseId && k.Compartment == file.Compartment);
        return key is null || SealedEnvelope.KeyIdOf(file.Label) != key.Id
            ? null
            : KeyWrapping.Unwrap(keys, key.CaseId, key.Compartment, key.Wrapped);
    }

    /// <summary>The unwrapped key of a compartment, made on first use.</summary>
    public async Task<(Guid Id, byte[] Key)> KeyAsync(HemvagDbContext db, Guid caseId, Compartment compartment, DateTime now)
    {
        var key = await KeyForWritingAsync(db, caseId, compartment, now);
        return (key.Id, KeyWrapping.Unwrap(keys, caseId, compartment, key.Wrapped));
    }

    private async Task<CaseKey> KeyForWritingAsync(HemvagDbContext db, Guid caseId, Compartment compartment, DateTime now, bool ownerIsNew = false)
    {
        var key =
            db.Set<CaseKey>().Local.FirstOrDefault(k => k.CaseId == caseId && k.Compartment == compartment)
            ?? (ownerIsNew ? null : await db.Set<CaseKey>().FirstOrDefaultAsync(k => k.CaseId == caseId && k.Compartment == compartment));
        if (key is null)
        {
            var wrapped = KeyWrapping.Wrap(keys, caseId, compartment, KeyWrapping.NewCaseKey());
            key = new CaseKey
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                CaseId = caseId,
                Compartment = compartment,
                RootKeyVersion = KeyWrapping.VersionIn(wrapped)!.Value,
                Wrapped = wrapped,
            };
            db.Add(key);
        }

        return key;
    }

    private async Task<IReadOnlyList<Unsealed<T>>> OpenAllAsync<T>(HemvagDbContext db, IEnumerable<(SealedRecord Record, CaseKey Key)> rows)
        where T : class, ISealedPayload
    {
        var opened = new List<Unsealed<T>>();
        foreach (var (record, key) in rows)
        {
            if (!await IsErasedAsync(db, record, key))
            {
                opened.Add(Open<T>(record, key));
            }
        }

        return opened;
    }

    // A compartment that was erased and written in again has another key: what the old one sealed is not there any more.
    private static async Task<bool> IsErasedAsync(HemvagDbContext db, SealedRecord record, CaseKey key) =>
        SealedEnvelope.KeyIdOf(record.Envelope) is { } named
        && named != key.Id
        && await db.Set<ErasedKey>().AnyAsync(e => e.Id == named && e.CaseId == record.CaseId);

    private Unsealed<T> Open<T>(SealedRecord record, CaseKey key)
        where T : class, ISealedPayload
    {
        var plain = RecordCipher.Open(KeyWrapping.Unwrap(keys, record.CaseId, record.Compartment, key.Wrapped), AddressOf(record), record.Envelope);
        return new Unsealed<T>(json.Read<T>(plain), record.Version, record.WrittenAt, record.WrittenBy, record.Subject);
    }

    private static SealedAddress AddressOf(SealedRecord record) => new(record.CaseId, record.Compartment, record.Id, record.Version);

    private static void RequireOpen(OpenedCompartment opened, Compartment compartment)
    {
        if (!opened.Covers(compartment))
        {
            throw new InvalidOperationException($"{compartment} is not open.");
        }
    }
}
