using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Which days a plan has, and what is set going for each.</summary>
internal static class ContactPlan
{
    /// <summary>How many months lie between two contacts of the longer watch.</summary>
    private const int WatchEveryMonths = 3;

    /// <summary>The day in each of the programme's months (S1.71), counted from the day the person was met.</summary>
    public static IReadOnlyList<(int Month, DateOnly On)> Monthly(DateOnly arrival, int months) =>
        [.. Enumerable.Range(1, months).Select(m => (m, arrival.AddMonths(m)))];

    /// <summary>The longer watch (not from the seeds): every third month after the programme's own, until the month asked for.</summary>
    public static IReadOnlyList<(int Month, DateOnly On)> Watch(DateOnly arrival, int programmeMonths, int untilMonth) =>
        [
            .. Enumerable
                .Range(1, Math.Max(0, (untilMonth - programmeMonths) / WatchEveryMonths))
                .Select(i => programmeMonths + (i * WatchEveryMonths))
                .Select(m => (m, arrival.AddMonths(m))),
        ];

    /// <summary>The day the person was met; null before that.</summary>
    public static async Task<DateOnly?> ArrivalAsync(HemvagDbContext db, Guid caseId) =>
        await db.Set<CaseMilestone>()
            .Where(m => m.CaseId == caseId && m.Kind == MilestoneKind.MetOnArrival)
            .Select(m => (DateOnly?)m.OccurredOn)
            .FirstOrDefaultAsync();

    /// <summary>Adds the days that are not over and not planned already.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddAsync(CaseWork work, ContactOrigin origin, IEnumerable<(int Month, DateOnly On)> days)
    {
        var known = await work
            .Db.Set<FollowUpContact>()
            .Where(c => c.CaseId == work.Case.Id && c.Month != null)
            .Where(c => c.State != ContactState.Cancelled)
            .Select(c => c.Month!.Value)
            .ToListAsync();
        var added = 0;
        foreach (var (month, on) in days.Where(d => d.On >= work.Today && !known.Contains(d.Month)))
        {
            await AddOneAsync(work, origin, month, on);
            added++;
        }

        return added;
    }

    public static async Task AddOneAsync(CaseWork work, ContactOrigin origin, int? month, DateOnly on)
    {
        var contact = new FollowUpContact
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Origin = origin,
            Month = month,
            PlannedOn = on,
        };
        work.Db.Add(contact);
        work.Record(new ContactPlanned(contact.Id, origin, month, on));
        await AskForContact.ScheduleAsync(work, contact);
    }

    /// <summary>Takes away what waits for a contact that is over.</summary>
    public static async Task SettleAsync(CaseWork work, Guid contactId)
    {
        await work.DoneAsync(WorkItemKind.HoldContact, contactId);
        await work.DoneAsync(WorkItemKind.ContactMissed, contactId);
    }

    /// <summary>Cancels every planned contact from a day on, and takes away what waited for them.</summary>
    public static async Task CancelFromAsync(CaseWork work, ContactCancelReason reason, DateOnly from, bool missedToo)
    {
        var open = await work
            .Db.Set<FollowUpContact>()
            .Where(c => c.CaseId == work.Case.Id)
            .Where(c => (c.State == ContactState.Planned && c.PlannedOn >= from) || (missedToo && c.State == ContactState.Missed))
            .ToListAsync();
        foreach (var contact in open)
        {
            contact.Cancel(reason);
            work.Record(new ContactCancelled(contact.Id, reason));
            await SettleAsync(work, contact.Id);
        }
    }
}
