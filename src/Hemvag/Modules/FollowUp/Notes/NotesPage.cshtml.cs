using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.FollowUp.Notes;

internal sealed class NoteInput
{
    [Required]
    public DateOnly? NotedOn { get; set; }

    [Required, MinLength(1)]
    public List<Guid>? Recipients { get; set; }

    [Required, MaxLength(4000)]
    public string? Text { get; set; }
}

/// <summary>Dated notes to the Swedish partners that the person has named.</summary>
[Needs(CaseAction.SeeProgressNotes)]
internal sealed class NotesPageModel(ProgressNoteQueries queries, ProgressNotes notes, CaseNotes texts, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    public NoteInput Note { get; set; } = new();

    public IReadOnlyList<OrganisationView> Recipients { get; private set; } = [];

    public IReadOnlyList<ProgressNoteRow> Rows { get; private set; } = [];

    /// <summary>Opened texts by subject; empty while sealed.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    public bool MayWrite => Handle.May(CaseAction.WriteProgressNote) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.WriteProgressNote)]
    public async Task<IActionResult> OnPostAsync(NoteInput note)
    {
        Note = note;
        await notes.WriteAsync(Handle, OperationId, note.NotedOn!.Value, note.Recipients!, note.Text!);
        return Redirect(CaseLinks.To(Handle.CaseId, FollowUpPages.Notes));
    }

    public async Task LoadAsync()
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        Recipients = await queries.RecipientsAsync(Handle, today);
        Rows = await queries.ListAsync(Handle, Recipients);
        if (Rows.Count > 0 && IsOpen(Compartment.Notes))
        {
            var read = await texts.ReadAsync<ProgressNotePayload>(Handle, ProgressNote.SubjectPrefix);
            Texts = read.ToDictionary(r => r.Subject, r => r.Value.Text, StringComparer.Ordinal);
        }
    }
}
