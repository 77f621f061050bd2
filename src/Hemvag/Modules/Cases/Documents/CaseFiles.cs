using System.Security.Cryptography;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>Name and type of a sealed file.</summary>
internal sealed record FileLabel(string Name, string ContentType) : ISealedPayload
{
    public static string Kind => "file-label";

    public static int SchemaVersion => 1;
}

/// <summary>Seals what is attached to a case, and opens it under a live opening.</summary>
internal sealed class CaseFiles(CaseVault vault, FileScanner scanner, SealedJson json)
{
    /// <summary>Adds a sealed file to the operation. What it is, is decided by its first bytes, never by its name.</summary>
    /// <exception cref="RefusedException">FileEmpty, FileTooLarge, FileTypeNotAllowed, FileInfected; shown at <paramref name="field"/>.</exception>
    public async Task<SealedFile> AddAsync(CaseWork work, Compartment compartment, string subject, UploadedFile upload, string field)
    {
        var type = AllowedFileTypes.Recognise(upload.Content) ?? throw new RefusedException(CaseRefusals.FileTypeNotAllowed, field);
        var scanned = await scanner.ScanAsync(upload.Content);
        if (scanned == ScanResult.Infected)
        {
            throw new RefusedException(CaseRefusals.FileInfected, field);
        }

        var (keyId, key) = await vault.KeyAsync(work.Db, work.Case.Id, compartment, work.Now);
        var id = work.NewId();
        var address = new SealedAddress(work.Case.Id, compartment, id, 1);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = FileCipher.CountOf(upload.Content.Length);
        for (var i = 0; i < count; i++)
        {
            var start = i * FileCipher.ChunkSize;
            var part = upload.Content.AsSpan(start, Math.Min(FileCipher.ChunkSize, upload.Content.Length - start));
            var envelope = FileCipher.SealChunk(key, keyId, address, new ChunkPlace(i, count), part);
            digest.AppendData(envelope);
            work.Db.Add(
                new SealedFileChunk
                {
                    FileId = id,
                    Ordinal = i,
                    Envelope = envelope,
                }
            );
        }

        var file = new SealedFile
        {
            Id = id,
            CaseId = work.Case.Id,
            Compartment = compartment,
            Subject = subject,
            Label = RecordCipher.Seal(key, keyId, address with { Version = 0 }, SealedJson.Write(new FileLabel(upload.Name, type))),
            Size = upload.Content.Length,
            ChunkCount = count,
            ChunksDigest = digest.GetHashAndReset(),
            Scanned = scanned == ScanResult.Clean,
            WrittenAt = work.Now,
            WrittenBy = work.Account?.Id,
        };
        work.Db.Add(file);
        work.Record(new FileSealed(id, subject, file.Size, file.Scanned));
        return file;
    }

    /// <returns>Null when the case has no such file in a compartment that is open.</returns>
    public async Task<(FileLabel Label, byte[] Content)?> OpenAsync(HemvagDbContext db, OpenedCompartment opened, Guid fileId)
    {
        var file = await db.Set<SealedFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId && f.CaseId == opened.CaseId);
        if (file is null || !opened.Covers(file.Compartment))
        {
            return null;
        }

        if (await vault.KeyOfAsync(db, file) is not { } key)
        {
            return null;
        }

        var address = SealedFile.ContentAddress(file);
        var chunks = await db.Set<SealedFileChunk>().AsNoTracking().Where(c => c.FileId == fileId).OrderBy(c => c.Ordinal).ToListAsync();
        using var content = new MemoryStream(file.Size);
        foreach (var chunk in chunks)
        {
            content.Write(FileCipher.OpenChunk(key, address, new ChunkPlace(chunk.Ordinal, file.ChunkCount), chunk.Envelope));
        }

        return (Label(file, key), content.ToArray());
    }

    /// <summary>Names of the files in open compartments; the others keep theirs.</summary>
    public async Task<IReadOnlyDictionary<Guid, FileLabel>> LabelsAsync(HemvagDbContext db, OpenedCompartment opened, IEnumerable<SealedFile> files)
    {
        var labels = new Dictionary<Guid, FileLabel>();
        var open = files.Where(f => f.CaseId == opened.CaseId && opened.Covers(f.Compartment)).ToList();
        var compartments = open.Select(f => f.Compartment).Distinct().ToList();
        // All keys in one question; they are found in memory below.
        await db.Set<CaseKey>().Where(k => k.CaseId == opened.CaseId && compartments.Contains(k.Compartment)).LoadAsync();
        foreach (var file in open)
        {
            if (await vault.KeyOfAsync(db, file) is { } key)
            {
                labels[file.Id] = Label(file, key);
            }
        }

        return labels;
    }

    private FileLabel Label(SealedFile file, byte[] key) => json.Read<FileLabel>(RecordCipher.Open(key, SealedFile.LabelAddress(file), file.Label));
}
