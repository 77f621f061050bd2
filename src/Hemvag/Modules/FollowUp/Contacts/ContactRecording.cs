using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>What a worker says of a contact that was held.</summary>
internal sealed record HeldContact(DateOnly HeldOn, ContactWay Way, bool MoreSupportAsked, ContactNotePayload Note);

/// <summary>What a worker says of a try without an answer.</summary>
internal sealed record MissedContact(DateOnly TriedOn, MissedNext Next, string? Note);

/// <summary>Records what happened to a contact. A fact: it can always be recorded until the case is closed.</summary>
internal sealed class ContactRecording(CaseOperations operations)
{
    /// <exception cref="RefusedException">ContactNotOpen, DateInFuture, DateTooEarly, SupportRequestEmpty.</exception>
    public Task HeldAsync(CaseHandle handle, Guid operationId, Guid contactId, HeldContact held) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordContactHeld",
            OperationNature.Fact,
            async work =>
            {
                if (held.MoreSupportAsked && held.Note.SupportAsked is null)
                {
                    throw new RefusedException(FollowUpRefusals.SupportRequestEmpty, "Held.SupportAsked");
                }

                var contact = await FindAsync(work, contactId);
                work.Days.Require(held.HeldOn, "Held.HeldOn");
                contact.Hold(held.HeldOn, held.Way, held.MoreSupportAsked, work.Today);
                var record = held.Note.IsEmpty ? null : await work.SealAsync(Compartment.Protection, contact.Subject, held.Note, null);
                work.Record(new ContactHeld(contact.Id, held.HeldOn, held.Way, held.MoreSupportAsked, record?.Id));
                await ContactPlan.SettleAsync(work, contact.Id);
                if (held.MoreSupportAsked)
                {
                    await AskForMoreSupportAsync(work, contact);
                }

                await ProgressNoteRequest.AskAsync(work);
            }
        );

    /// <exception cref="RefusedException">ContactNotOpen, DateInFuture, DateTooEarly.</exception>
    public Task MissedAsync(CaseHandle handle, Guid operationId, Guid contactId, MissedContact missed) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordContactMissed",
            OperationNature.Fact,
            async work =>
            {
                var contact = await FindAsync(work, contactId);
                work.Days.Require(missed.TriedOn, "Missed.TriedOn");
                contact.Miss(missed.TriedOn, work.Today);
                var tried = new ContactTry
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ContactId = contact.Id,
                    Number = contact.MissedTries,
                    TriedOn = missed.TriedOn,
                    Next = missed.Next,
                    RecordedAt = work.Now,
                    RecordedBy = work.Account?.Id,
                };
                work.Db.Add(tried);
                var record = missed.Note is null
                    ? null
                    : await work.SealAsync(Compartment.Protection, ContactTry.SubjectOf(tried.Id), new ContactTryPayload(missed.Note), null);
                work.Record(new ContactTried(contact.Id, tried.Id, tried.Number, tried.Next, record?.Id));
                await work.DoneAsync(WorkItemKind.HoldContact, contact.Id);
                await ContactClimb.ToAsync(work, contact, ContactClimb.LevelFor(contact.MissedTries, missed.Next, contact.Level));
            }
        );

    /// <summary>The person has been answered about the support they asked for.</summary>
    public Task AnswerMoreSupportAsync(CaseHandle handle, Guid operationId, Guid contactId) =>
        operations.RunAsync(
            handle,
            operationId,
            "AnswerMoreSupport",
            OperationNature.Fact,
            async work =>
            {
                var contact = await FindAsync(work, contactId);
                work.Record(new MoreSupportAnswered(contact.Id));
                await work.DoneAsync(WorkItemKind.MoreSupportAsked, contact.Id);
            }
        );

    private static Task AskForMoreSupportAsync(CaseWork work, FollowUpContact contact) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.MoreSupportAsked,
                Urgency.Date,
                Role.IomCaseworker,
                IomFinland.Id,
                null,
                FollowUpPages.Contact(contact.Id),
                LocalDates.NextWorkingDay(work.Today),
                contact.Id
            )
        );

    private static Task<FollowUpContact> FindAsync(CaseWork work, Guid contactId) =>
        work.Db.Set<FollowUpContact>().FirstAsync(c => c.Id == contactId && c.CaseId == work.Case.Id);
}
