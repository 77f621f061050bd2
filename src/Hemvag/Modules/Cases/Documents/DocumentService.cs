using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>Adds a document to a case, sealed in the compartment the reader needs for their task.</summary>
internal sealed class DocumentService(CaseOperations operations, CaseFiles files)
{
    public const string Subject = "document";

    /// <exception cref="RefusedException">Those of files.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, Compartment compartment, UploadedFile upload) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddDocument",
            OperationNature.Fact,
            work => files.AddAsync(work, compartment, Subject, upload, "Input.File")
        );
}

internal sealed class DocumentQueries(HemvagDbContext db, CaseFiles files)
{
    /// <summary>The files of the case in compartments this account's task can need, the newest first.</summary>
    public async Task<IReadOnlyList<SealedFile>> ListAsync(CaseHandle handle)
    {
        var all = await db.Set<SealedFile>().AsNoTracking().Where(f => f.CaseId == handle.CaseId).OrderByDescending(f => f.WrittenAt).ToListAsync();
        return [.. all.Where(f => handle.MayOpen(f.Compartment))];
    }

    public Task<IReadOnlyDictionary<Guid, FileLabel>> LabelsAsync(OpenedCompartment? opened, IEnumerable<SealedFile> rows) =>
        opened is null
            ? Task.FromResult<IReadOnlyDictionary<Guid, FileLabel>>(new Dictionary<Guid, FileLabel>())
            : files.LabelsAsync(db, opened, rows);

    /// <returns>Null when the case has no such file, or its compartment is not open to this account.</returns>
    public async Task<(FileLabel Label, byte[] Content)?> OpenAsync(CaseHandle handle, OpenedCompartment? opened, Guid fileId)
    {
        if (opened is null)
        {
            return null;
        }

        var compartment = await db.Set<SealedFile>()
            .Where(f => f.Id == fileId && f.CaseId == handle.CaseId)
            .Select(f => f.Compartment)
            .FirstOrDefaultAsync();
        return compartment != Compartment.None && handle.MayOpen(compartment) ? await files.OpenAsync(db, opened, fileId) : null;
    }
}
