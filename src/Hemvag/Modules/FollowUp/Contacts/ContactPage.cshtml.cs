using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>One contact: record that it was held or missed, agree another day, or cancel it at the person's wish.</summary>
[Needs(CaseAction.SeeFollowUp)]
internal sealed class ContactPageModel(
    ContactQueries queries,
    ContactPlanning planning,
    ContactRecording recording,
    CaseVault vault,
    HemvagDbContext db,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true)]
    public Guid ContactId { get; set; }

    public ContactView View { get; private set; } = null!;

    public HeldInput Held { get; set; } = new();

    public MissedInput Missed { get; set; } = new();

    public MoveInput Move { get; set; } = new();

    /// <summary>Someone else has agreed another day since the form was shown.</summary>
    public bool WasMoved => Move.Shown is { } shown && shown != View.Contact.PlannedOn;

    /// <summary>What was said; null while sealed or when nothing was written.</summary>
    public ContactNotePayload? Note { get; private set; }

    /// <summary>Notes on tries, by the try's subject.</summary>
    public IReadOnlyDictionary<string, string> TryNotes { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public DateOnly Day => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    public bool MayRecord => Handle.May(CaseAction.RecordFollowUp) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostHeldAsync(HeldInput held)
    {
        Held = held;
        await RequireThereAsync();
        await recording.HeldAsync(Handle, OperationId, ContactId, held.Read());
        return ToList();
    }

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostMissedAsync(MissedInput missed)
    {
        Missed = missed;
        await RequireThereAsync();
        await recording.MissedAsync(Handle, OperationId, ContactId, missed.Read());
        return ToList();
    }

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostMoveAsync(MoveInput move)
    {
        Move = move;
        await RequireThereAsync();
        await planning.MoveAsync(Handle, OperationId, ContactId, move.Shown, move.PlannedOn!.Value);
        return ToList();
    }

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostCancelAsync()
    {
        await RequireThereAsync();
        await planning.CancelAsync(Handle, OperationId, ContactId);
        return ToList();
    }

    [Needs(CaseAction.AnswerMoreSupport)]
    public async Task<IActionResult> OnPostAnsweredAsync()
    {
        await RequireThereAsync();
        await recording.AnswerMoreSupportAsync(Handle, OperationId, ContactId);
        return ToList();
    }

    public async Task LoadAsync()
    {
        await RequireThereAsync();
        if (!IsOpen(Compartment.Protection))
        {
            return;
        }

        Note = (await vault.ReadAsync<ContactNotePayload>(db, Opened!, Compartment.Protection, View.Contact.Subject))?.Value;
        if (View.Tries.Count > 0)
        {
            var notes = await vault.ReadAllAsync<ContactTryPayload>(db, Opened!, Compartment.Protection, ContactTry.SubjectPrefix);
            TryNotes = notes.ToDictionary(n => n.Subject, n => n.Value.Note, StringComparer.Ordinal);
        }
    }

    private async Task RequireThereAsync() => View = await queries.FindAsync(Handle, ContactId) ?? throw new NotThereException();

    private RedirectResult ToList() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.FollowUp));
}
