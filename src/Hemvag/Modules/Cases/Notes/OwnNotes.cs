using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Notes;

/// <param name="WrittenAt">UTC.</param>
internal sealed record OwnNoteRow(string Text, DateTime WrittenAt, string By);

/// <summary>The notes that an organisation keeps in a case for itself.</summary>
internal sealed class OwnNotes(CaseOperations operations, CaseNotes notes, HemvagDbContext db)
{
    /// <summary>Also in a case that is held: a note steers nothing.</summary>
    /// <exception cref="RefusedException">CaseIsClosed.</exception>
    public Task WriteAsync(CaseHandle handle, Guid operationId, string text) =>
        operations.RunAsync(
            handle,
            operationId,
            "WriteOwnNote",
            OperationNature.Fact,
            async work =>
            {
                var record = await CaseNotes.SealAsync(work, $"{OwnNote.SubjectPrefix}{operationId:N}", new OwnNote(text));
                work.Record(new OwnNoteWritten(record.Id));
            }
        );

    /// <returns>Newest first; nothing while sealed.</returns>
    public async Task<IReadOnlyList<OwnNoteRow>> ReadAsync(CaseHandle handle)
    {
        var read = await notes.ReadAsync<OwnNote>(handle, OwnNote.SubjectPrefix);
        var by = read.Select(n => n.WrittenBy).OfType<Guid>().Distinct().ToList();
        var names = by.Count == 0 ? [] : await db.Set<Account>().Where(a => by.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName);
        return
        [
            .. read.OrderByDescending(n => n.WrittenAt)
                .Select(n => new OwnNoteRow(n.Value.Text, n.WrittenAt, n.WrittenBy is { } id ? names.GetValueOrDefault(id, "") : "")),
        ];
    }

    /// <summary>How many there are, without opening any.</summary>
    public Task<int> CountAsync(CaseHandle handle) =>
        db.Set<NoteReader>()
            .CountAsync(r =>
                r.CaseId == handle.CaseId && r.OrganisationId == handle.Account.OrganisationId && r.Subject.StartsWith(OwnNote.SubjectPrefix)
            );
}
