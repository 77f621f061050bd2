using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>A file of the case as the list shows it.</summary>
internal sealed record DocumentRow(SealedFile File, FileBelonging Belonging);

/// <summary>A file as it is handed to a reader who has its compartment open.</summary>
internal sealed record OpenedFile(FileLabel Label, byte[] Content, Compartment Compartment);

/// <summary>Reads the files of a case.</summary>
internal sealed class DocumentQueries(
    HemvagDbContext db,
    CaseFiles files,
    IEnumerable<IKnowsFiles> modules,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
)
{
    /// <summary>The files of the case in compartments this account's task can need, the newest first, each with what it belongs to.</summary>
    public async Task<IReadOnlyList<DocumentRow>> ListAsync(CaseHandle handle)
    {
        var all = await db.Set<SealedFile>()
            .AsNoTracking()
            .Where(f => f.CaseId == handle.CaseId)
            .OrderByDescending(f => f.WrittenAt)
            .Select(f => new
            {
                File = f,
                Consent = db.Set<Consent>()
                    .Where(c => c.CaseId == f.CaseId && c.EvidenceFileId == f.Id)
                    .Select(c => (ConsentPurpose?)c.Purpose)
                    .FirstOrDefault(),
            })
            .ToListAsync();
        var mine = all.Where(r => handle.MayOpen(r.File.Compartment)).ToList();
        var known = new Dictionary<Guid, FileBelonging>();
        foreach (var module in modules)
        {
            foreach (var (id, belonging) in await module.OfAsync(handle, [.. mine.Select(r => r.File)]))
            {
                known[id] = belonging;
            }
        }

        return [.. mine.Select(r => new DocumentRow(r.File, known.GetValueOrDefault(r.File.Id) ?? Own(r.Consent)))];
    }

    public Task<IReadOnlyDictionary<Guid, FileLabel>> LabelsAsync(OpenedCompartment? opened, IEnumerable<SealedFile> rows) =>
        opened is null
            ? Task.FromResult<IReadOnlyDictionary<Guid, FileLabel>>(new Dictionary<Guid, FileLabel>())
            : files.LabelsAsync(db, opened, rows);

    /// <remarks>A file can carry the name, whatever it lies in: of a person with protected identity it is taken out by those who are named for it alone.</remarks>
    /// <returns>Null when the case has no such file, or its compartment is not open to this account.</returns>
    public async Task<OpenedFile?> OpenAsync(CaseHandle handle, OpenedCompartment? opened, Guid fileId)
    {
        if (opened is null || (handle.Case.IdentityProtection is not null && !handle.MayOpen(Compartment.Identity)))
        {
            return null;
        }

        var compartment = await db.Set<SealedFile>()
            .Where(f => f.Id == fileId && f.CaseId == handle.CaseId)
            .Select(f => f.Compartment)
            .FirstOrDefaultAsync();
        return compartment != Compartment.None && handle.MayOpen(compartment) && await files.OpenAsync(db, opened, fileId) is { } file
            ? new OpenedFile(file.Label, file.Content, compartment)
            : null;
    }

    private FileBelonging Own(ConsentPurpose? consent) =>
        consent is { } purpose
            ? new FileBelonging(texts["Documents.Of.Consent", words[$"ConsentPurpose.{purpose}"]], CaseLinks.Consent)
            : new FileBelonging(texts["Documents.Of.Case"], null);
}
