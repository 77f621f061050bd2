using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>A conversation as it is listed; the notes only while Protection is open.</summary>
internal sealed record ConversationView(Guid Id, DateOnly HeldOn, string? Language, ConsentReading? Reading, string Topics, string RecordedBy)
{
    public ConversationNotes? Notes { get; init; }
}

internal sealed class InformationQueries(HemvagDbContext db, CaseVault vault)
{
    /// <summary>The latest first.</summary>
    /// <param name="opened">Null while Protection is closed.</param>
    public async Task<IReadOnlyList<ConversationView>> ConversationsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var rows = await db.Set<InformationConversation>()
            .AsNoTracking()
            .Where(c => c.CaseId == handle.CaseId)
            .OrderByDescending(c => c.HeldOn)
            .ThenByDescending(c => c.RecordedAt)
            .Join(
                db.Set<Account>(),
                c => c.RecordedBy,
                a => a.Id,
                (c, a) => new ConversationView(c.Id, c.HeldOn, c.Language, c.Reading, c.Topics, a.DisplayName)
            )
            .ToListAsync();
        if (opened is null || rows.Count == 0)
        {
            return rows;
        }

        var notes = await vault.ReadAllAsync<ConversationNotes>(db, opened, Compartment.Protection, ConversationNotes.SubjectPrefix);
        var bySubject = notes.ToDictionary(n => n.Subject, n => n.Value, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Notes = bySubject.GetValueOrDefault(ConversationNotes.SubjectOf(r.Id)) })];
    }
}
