using System.ComponentModel.DataAnnotations;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Notes;

/// <summary>What the own organisation has written down about the case: read there and nowhere else.</summary>
[Needs(CaseAction.KeepNotes)]
internal sealed class NotesModel(OwnNotes notes, IStringLocalizer<CasesTexts> texts) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty, Required, MaxLength(OwnNote.MaxLength)]
    public string? Text { get; set; }

    internal IReadOnlyList<OwnNoteRow> Rows { get; private set; } = [];

    internal int Count { get; private set; }

    internal override bool MayBeHere => Handle.MayOpen(Compartment.Notes);

    internal SealedClosed Closed =>
        new(Handle.CaseId, Compartment.Notes, texts["OwnNotes.Sealed"], texts["OwnNotes.Holds", Count], CaseLinks.Notes, CaseLinks.Notes);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await notes.WriteAsync(Handle, OperationId, Text!);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Notes));
    }

    public async Task LoadAsync()
    {
        Count = await notes.CountAsync(Handle);
        Rows = Count > 0 ? await notes.ReadAsync(Handle) : [];
    }
}
