using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>
/// The day the person was met is corrected: contacts that are planned by the month move with it, and months that a wrong day had put in the
/// past are planned. What was agreed with the person, held, missed or cancelled stays as it is.
/// </summary>
internal sealed class ContactsFollowArrival : IReactTo<MilestoneDateCorrected>
{
    public async Task ReactAsync(MilestoneDateCorrected happened, CaseWork work)
    {
        if (happened.Kind != MilestoneKind.MetOnArrival || work.Reached.Contains(MilestoneKind.FollowUpDone))
        {
            return;
        }

        var known = await work.Db.Set<FollowUpContact>().Where(c => c.CaseId == work.Case.Id && c.Month != null).ToListAsync();
        foreach (var contact in known.Where(c => c.State == ContactState.Planned && c.PlannedOn == happened.Before.AddMonths(c.Month!.Value)))
        {
            await MoveAsync(work, contact, happened.After.AddMonths(contact.Month!.Value));
        }

        if (work.Case.SupportEndedAt is null && await YesToContact.IsLiveAsync(work.Db, work.Case.Id, work.Today))
        {
            var months = known.Select(c => c.Month!.Value).ToHashSet();
            var days = ContactPlan.Monthly(happened.After, work.Programme.FollowUp.Months).Where(d => !months.Contains(d.Month));
            await ContactPlan.AddAsync(work, ContactOrigin.Plan, days);
        }
    }

    private static async Task MoveAsync(CaseWork work, FollowUpContact contact, DateOnly to)
    {
        var before = contact.PlannedOn;
        contact.PlannedOn = to;
        work.Record(new ContactMoved(contact.Id, before, to));
        await ContactPlan.SettleAsync(work, contact.Id);
        await AskForContact.ScheduleAsync(work, contact);
    }
}
