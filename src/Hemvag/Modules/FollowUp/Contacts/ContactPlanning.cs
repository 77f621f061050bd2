using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Plans contacts, moves them, and cancels them at the person's wish. Never without the person's yes to being contacted.</summary>
internal sealed class ContactPlanning(CaseOperations operations)
{
    /// <summary>Plans what remains of the programme's months, when the yes came after the arrival.</summary>
    /// <exception cref="RefusedException">ContactConsentNotGiven, FollowUpNotStarted, NothingToPlan.</exception>
    public Task PlanAsync(CaseHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "PlanContacts",
            async work =>
            {
                await YesToContact.RequireAsync(work);
                var months = work.Programme.FollowUp.Months;
                await AddSomeAsync(work, ContactOrigin.Plan, ContactPlan.Monthly(await ArrivalAsync(work), months));
            }
        );

    /// <summary>The longer contact that the person has asked for; not from the seeds.</summary>
    /// <param name="untilMonth">Months after arrival, at most what the programme's option allows.</param>
    /// <exception cref="RefusedException">ContactConsentNotGiven, FollowUpNotStarted, WatchTooLong, NothingToPlan.</exception>
    public Task PlanWatchAsync(CaseHandle handle, Guid operationId, int untilMonth) =>
        RunAsync(
            handle,
            operationId,
            "PlanWatch",
            async work =>
            {
                await YesToContact.RequireAsync(work);
                var followUp = work.Programme.FollowUp;
                var most = followUp.Options.Select(o => o.Months).DefaultIfEmpty(followUp.Months).Max();
                if (untilMonth <= followUp.Months || untilMonth > most)
                {
                    throw new RefusedException(FollowUpRefusals.WatchTooLong, "Watch.UntilMonth", followUp.Months + 1, most);
                }

                var days = ContactPlan.Watch(await ArrivalAsync(work), followUp.Months, untilMonth);
                await AddSomeAsync(work, ContactOrigin.Watch, days);
            }
        );

    /// <exception cref="RefusedException">ContactConsentNotGiven, FollowUpNotStarted, ContactInThePast.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, DateOnly on) =>
        RunAsync(
            handle,
            operationId,
            "AddContact",
            async work =>
            {
                await YesToContact.RequireAsync(work);
                if (on < work.Today)
                {
                    throw new RefusedException(FollowUpRefusals.ContactInThePast, "Extra.PlannedOn");
                }

                await ArrivalAsync(work);
                await ContactPlan.AddOneAsync(work, ContactOrigin.Extra, null, on);
            }
        );

    /// <param name="shown">The day that the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged, ContactConsentNotGiven, ContactNotOpen, ContactInThePast.</exception>
    public Task MoveAsync(CaseHandle handle, Guid operationId, Guid contactId, DateOnly? shown, DateOnly to) =>
        RunAsync(
            handle,
            operationId,
            "MoveContact",
            async work =>
            {
                await YesToContact.RequireAsync(work);
                var contact = await FindAsync(work, contactId);
                ShownBefore.Require(shown, contact.PlannedOn);
                var before = contact.Move(to, work.Today);
                work.Record(new ContactMoved(contact.Id, before, to));
                await ContactPlan.SettleAsync(work, contact.Id);
                await AskForContact.ScheduleAsync(work, contact);
            }
        );

    /// <summary>The person does not want this contact. It stays on record.</summary>
    /// <exception cref="RefusedException">ContactNotOpen.</exception>
    public Task CancelAsync(CaseHandle handle, Guid operationId, Guid contactId) =>
        RunAsync(
            handle,
            operationId,
            "CancelContact",
            async work =>
            {
                var contact = await FindAsync(work, contactId);
                contact.Cancel(ContactCancelReason.AtPersonsWish);
                work.Record(new ContactCancelled(contact.Id, ContactCancelReason.AtPersonsWish));
                await ContactPlan.SettleAsync(work, contact.Id);
            }
        );

    /// <summary>After the support has ended: the person wants to be contacted all the same.</summary>
    /// <exception cref="RefusedException">ContactConsentNotGiven, NothingToPlan.</exception>
    public Task KeepAsync(CaseHandle handle, Guid operationId) =>
        RunAsync(
            handle,
            operationId,
            "KeepContacts",
            async work =>
            {
                await YesToContact.RequireAsync(work);
                var today = work.Today;
                var cancelled = await work
                    .Db.Set<FollowUpContact>()
                    .Where(c => c.CaseId == work.Case.Id && c.CancelledBecause == ContactCancelReason.SupportEnded && c.PlannedOn >= today)
                    .ToListAsync();
                RequireSome(cancelled.Count);
                foreach (var contact in cancelled)
                {
                    contact.Keep();
                    work.Record(new ContactKept(contact.Id, ContactCancelReason.SupportEnded));
                    await AskForContact.ScheduleAsync(work, contact);
                }
            }
        );

    private Task<bool> RunAsync(CaseHandle handle, Guid operationId, string kind, Func<CaseWork, Task> action) =>
        // Keeping contact cares for the person: it goes on after the support has ended, if they wish.
        operations.RunAsync(handle, operationId, kind, OperationNature.Fact, action);

    private static async Task<DateOnly> ArrivalAsync(CaseWork work) =>
        await ContactPlan.ArrivalAsync(work.Db, work.Case.Id) ?? throw new RefusedException(FollowUpRefusals.FollowUpNotStarted);

    private static async Task AddSomeAsync(CaseWork work, ContactOrigin origin, IEnumerable<(int Month, DateOnly On)> days) =>
        RequireSome(await ContactPlan.AddAsync(work, origin, days));

    private static void RequireSome(int count)
    {
        if (count == 0)
        {
            throw new RefusedException(FollowUpRefusals.NothingToPlan);
        }
    }

    private static Task<FollowUpContact> FindAsync(CaseWork work, Guid contactId) =>
        work.Db.Set<FollowUpContact>().FirstAsync(c => c.Id == contactId && c.CaseId == work.Case.Id);
}
