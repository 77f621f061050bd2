using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Two days after a contact should have been held, or was missed, without a word: the next in line is asked.</summary>
internal sealed class ChaseMissedContact(HemvagDbContext db, CaseOperations operations, TimeProvider time) : IJobHandler
{
    public const string JobKind = "ChaseMissedContact";

    private const int DaysOfSilence = 2;

    public string Kind => JobKind;

    /// <summary>The key names how far it has come: a try or a climb since then has a job of its own.</summary>
    public static async Task ScheduleAsync(CaseWork work, FollowUpContact contact)
    {
        var today = work.Today;
        var from = contact.State == ContactState.Planned && contact.PlannedOn > today ? contact.PlannedOn : today;
        var at = from.AddDays(DaysOfSilence + 1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await work.ScheduleAsync(Job.At(at, JobKind, contact.Id, KeyOf(contact)));
    }

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var contact = await db.Set<FollowUpContact>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == job.SubjectId, stop);
        if (contact is not { IsOpen: true } || KeyOf(contact) != job.DedupeKey || IsAhead(contact, today))
        {
            return null;
        }

        await operations.RunAsSystemAsync(job.Id, contact.CaseId, JobKind, work => ClimbAsync(work, contact.Id, job.DedupeKey));
        return null;
    }

    private static async Task ClimbAsync(CaseWork work, Guid contactId, string key)
    {
        var contact = await work.Db.Set<FollowUpContact>().FirstAsync(c => c.Id == contactId);
        if (work.Case.ClosedAt is not null || !contact.IsOpen || KeyOf(contact) != key)
        {
            work.Record(new ContactLookedAt(contactId, contact.State));
            return;
        }

        work.Record(new ContactLookedAt(contactId, contact.State));
        if (!await YesToContact.IsLiveAsync(work.Db, work.Case.Id, work.Today))
        {
            // The yes has run out by its last day: nobody tries again, and whoever holds the case is told.
            await work.DoneAsync(WorkItemKind.HoldContact, contact.Id);
            await work.DoneAsync(WorkItemKind.ContactMissed, contact.Id);
            await YesToContact.AskWhatFollowsAsync(work, contact, Role.RegionalCoordinator, work.Case.RegionId, work.Case.HolderId);
            return;
        }

        if (contact.Level != ClimbLevel.Coordinator)
        {
            await ContactClimb.ToAsync(work, contact, ContactClimb.Above(contact.Level));
        }
    }

    // Whoever tried before the day and got no answer has missed it all the same.
    private static bool IsAhead(FollowUpContact contact, DateOnly today) => contact.State == ContactState.Planned && contact.PlannedOn >= today;

    private static string KeyOf(FollowUpContact contact) =>
        $"{JobKind}/{contact.Id:N}/{contact.PlannedOn:yyyyMMdd}/{contact.MissedTries}/{(int)contact.Level}";
}
