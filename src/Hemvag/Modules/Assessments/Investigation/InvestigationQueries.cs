using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Investigation;

/// <summary>An answer as it is listed; the note only while Justice is open.</summary>
internal sealed record InvestigationView(Guid Id, int Number, InvestigationAnswer Investigation, HeardAnswer? Heard, DateOnly AskedOn, string AskedBy)
{
    public string? Note { get; init; }
}

internal sealed class InvestigationQueries(HemvagDbContext db, CaseVault vault)
{
    /// <summary>The latest first.</summary>
    /// <param name="opened">Null while Justice is closed.</param>
    public async Task<IReadOnlyList<InvestigationView>> AnswersAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var rows = await db.Set<InvestigationRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == handle.CaseId)
            .OrderByDescending(r => r.Number)
            .Join(
                db.Set<Account>(),
                r => r.AskedBy,
                a => a.Id,
                (r, a) => new InvestigationView(r.Id, r.Number, r.Investigation, r.Heard, r.AskedOn, a.DisplayName)
            )
            .ToListAsync();
        if (opened is null || rows.Count == 0)
        {
            return rows;
        }

        var notes = await vault.ReadAllAsync<InvestigationNote>(db, opened, Compartment.Justice, InvestigationNote.SubjectPrefix);
        var bySubject = notes.ToDictionary(n => n.Subject, n => n.Value.Note, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Note = bySubject.GetValueOrDefault(InvestigationNote.SubjectOf(r.Id)) })];
    }
}
