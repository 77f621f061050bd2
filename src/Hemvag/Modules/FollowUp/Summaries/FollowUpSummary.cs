using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.FollowUp.Evaluations;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.FollowUp.Summaries;

/// <summary>The contacts after the return, the notes to the Swedish partners that the reader may know of, and how it ended.</summary>
internal sealed class FollowUpSummary(
    ContactQueries contacts,
    ProgressNoteQueries notes,
    HemvagDbContext db,
    CaseVault vault,
    CaseNotes written,
    TimeProvider time,
    IStringLocalizer<FollowUpTexts> texts
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.FollowUp,
        typeof(FollowUpTexts),
        "FollowUp.Title",
        [CaseLinks.FollowUp],
        new HashSet<string>
        {
            "PlanContacts",
            "PlanWatch",
            "AddContact",
            "MoveContact",
            "CancelContact",
            "KeepContacts",
            "AskForContact",
            "ChaseMissedContact",
            "RecordContactHeld",
            "RecordContactMissed",
            "AnswerMoreSupport",
            "WriteProgressNote",
            "EndFollowUp",
            "EvaluateCase",
        },
        handle => handle.May(CaseAction.SeeFollowUp)
    );

    public Compartment Holds(Case @case) => Compartment.Protection | Compartment.Notes;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
        var view = await contacts.OverviewAsync(handle, today);
        return
        [
            SummaryPart.Of(
                texts["Summary.Facts"],
                (texts["Summary.Arrival"], view.Arrival is { } met ? Dates.Day(met, year: true) : texts["FollowUp.NotYet.Title"]),
                (texts["FollowUp.Ended"], view.End is { } end ? Dates.Day(end.EndedOn, year: true) : null),
                (texts["Summary.Ground"], view.End is { } why ? texts[$"FollowUpEndGround.{why.Ground}"] : null)
            ),
            .. await ContactsAsync(handle, view, opened is not null && opened.Covers(Compartment.Protection) ? opened : null, today),
            .. await NotesAsync(handle, opened, today),
            .. await EvaluationAsync(handle, opened),
        ];
    }

    private async Task<IReadOnlyList<SummaryPart>> ContactsAsync(CaseHandle handle, FollowUpView view, OpenedCompartment? opened, DateOnly today)
    {
        var tries = await db.Set<ContactTry>().AsNoTracking().Where(t => t.CaseId == handle.CaseId).OrderBy(t => t.Number).ToListAsync();
        var held = opened is null
            ? []
            : await vault.ReadAllAsync<ContactNotePayload>(db, opened, Compartment.Protection, FollowUpContact.SubjectPrefix);
        var tried = opened is null ? [] : await vault.ReadAllAsync<ContactTryPayload>(db, opened, Compartment.Protection, ContactTry.SubjectPrefix);
        var bySubject = held.ToDictionary(w => w.Subject, w => w.Value, StringComparer.Ordinal);
        var byTry = tried.ToDictionary(t => t.Subject, t => t.Value.Note, StringComparer.Ordinal);
        return
        [
            .. view.Contacts.Select(c =>
            {
                var note = bySubject.GetValueOrDefault(c.Subject);
                return SummaryPart.Of(
                    $"{ContactTexts.Name(texts, c)}, {Dates.Day(c.PlannedOn, year: true)}",
                    [
                        (texts["Summary.Stands"], ContactTexts.State(texts, c, today)),
                        (texts["Held.Safety"], note?.Safety),
                        (texts["Held.DailyLife"], note?.DailyLife),
                        (texts["Held.HelpAround"], note?.HelpAround),
                        (texts["Held.SupportAsked"], note?.SupportAsked),
                        .. tries.Where(t => t.ContactId == c.Id).Select(t => (Dates.Day(t.TriedOn, year: true), (string?)Tried(t, byTry))),
                    ]
                );
            }),
        ];
    }

    private async Task<IReadOnlyList<SummaryPart>> EvaluationAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        if (await db.Set<CaseEvaluation>().AsNoTracking().FirstOrDefaultAsync(e => e.CaseId == handle.CaseId) is not { } evaluation)
        {
            return [];
        }

        var words = (await written.ReadAsync<EvaluationPayload>(handle, opened, CaseEvaluation.SubjectPrefix)).Select(r => r.Value).FirstOrDefault();
        return
        [
            SummaryPart.Of(
                $"{texts["Evaluation.Title"].Value}, {Dates.Day(evaluation.EvaluatedOn, year: true)}",
                (texts["Evaluation.Goals"], texts[$"GoalsReached.{evaluation.Goals}"]),
                (texts["Evaluation.Helped"], words?.Helped),
                (texts["Evaluation.Lacked"], words?.Lacked),
                (texts["Evaluation.Feedback"], words?.Feedback)
            ),
        ];
    }

    private string Tried(ContactTry tried, Dictionary<string, string> written)
    {
        var row = texts["Tries.Row", tried.Number, texts[$"MissedNext.{tried.Next}"].Value].Value;
        return written.GetValueOrDefault(ContactTry.SubjectOf(tried.Id)) is { } note ? $"{row}\n{note}" : row;
    }

    private async Task<IReadOnlyList<SummaryPart>> NotesAsync(CaseHandle handle, OpenedCompartment? opened, DateOnly today)
    {
        if (!handle.May(CaseAction.SeeProgressNotes))
        {
            return [];
        }

        var rows = await notes.ListAsync(handle, await notes.RecipientsAsync(handle, today));
        var read = await written.ReadAsync<ProgressNotePayload>(handle, opened, ProgressNote.SubjectPrefix);
        var bySubject = read.ToDictionary(r => r.Subject, r => r.Value.Text, StringComparer.Ordinal);
        return
        [
            .. rows.Select(r =>
                SummaryPart.Of(
                    $"{texts["Summary.ProgressNote"].Value}, {Dates.Day(r.Note.NotedOn, year: true)}",
                    (texts["Summary.By"], r.By),
                    (texts["Summary.To"], string.Join(", ", r.To)),
                    (texts["Summary.Text"], bySubject.GetValueOrDefault(r.Note.Subject))
                )
            ),
        ];
    }
}
