using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Three days before a planned contact: asks the office to hold it.</summary>
internal sealed class AskForContact(HemvagDbContext db, CaseOperations operations, TimeProvider time) : IJobHandler
{
    public const string JobKind = "AskForContact";

    private const int DaysAhead = 3;

    public string Kind => JobKind;

    public static async Task ScheduleAsync(CaseWork work, FollowUpContact contact)
    {
        var ahead = contact.PlannedOn.AddDays(-DaysAhead).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var key = $"{JobKind}/{contact.Id:N}/{contact.PlannedOn:yyyyMMdd}/{work.OperationId:N}";
        await work.ScheduleAsync(Job.At(ahead > work.Now ? ahead : work.Now, JobKind, contact.Id, key));
    }

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var contact = await db.Set<FollowUpContact>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == job.SubjectId, stop);
        if (contact is not { State: ContactState.Planned } || contact.PlannedOn.AddDays(-DaysAhead) > today)
        {
            // Held, cancelled or moved since: the new day has a job of its own.
            return null;
        }

        await operations.RunAsSystemAsync(job.Id, contact.CaseId, JobKind, work => AskAsync(work, contact.Id));
        return null;
    }

    private static async Task AskAsync(CaseWork work, Guid contactId)
    {
        var contact = await work.Db.Set<FollowUpContact>().FirstAsync(c => c.Id == contactId);
        if (work.Case.ClosedAt is not null || contact.State != ContactState.Planned)
        {
            work.Record(new ContactLookedAt(contactId, contact.State));
            return;
        }

        if (!await YesToContact.IsLiveAsync(work.Db, work.Case.Id, work.Today))
        {
            // The consent has run out by its last day: nobody calls, and a person decides.
            work.Record(new ContactLookedAt(contact.Id, contact.State));
            await YesToContact.AskWhatFollowsAsync(work, contact, Role.IomCaseworker, IomFinland.Id, null);
            return;
        }

        var (organisation, role) = FollowUpOrganisations.ContactHolder(work.Case);
        work.Record(new ContactAskedFor(contact.Id, contact.PlannedOn));
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.HoldContact,
                Urgency.Date,
                role,
                organisation,
                null,
                FollowUpPages.Contact(contact.Id),
                contact.PlannedOn,
                contact.Id
            )
        );
        await ChaseMissedContact.ScheduleAsync(work, contact);
    }
}
