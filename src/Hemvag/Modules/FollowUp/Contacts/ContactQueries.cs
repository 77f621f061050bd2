using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Ending;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>What the pages of the follow-up show.</summary>
internal sealed class ContactQueries(HemvagDbContext db)
{
    /// <summary>The whole follow-up of a case, in one query.</summary>
    public async Task<FollowUpView> OverviewAsync(CaseHandle handle, DateOnly today)
    {
        var id = handle.CaseId;
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Arrival = db.Set<CaseMilestone>()
                    .Where(m => m.CaseId == c.Id && m.Kind == MilestoneKind.MetOnArrival)
                    .Select(m => (DateOnly?)m.OccurredOn)
                    .FirstOrDefault(),
                SaidYes = db.Set<Consent>()
                    .Any(x =>
                        x.CaseId == c.Id
                        && x.Purpose == ConsentPurpose.ContactAfterReturn
                        && x.WithdrawnAt == null
                        && x.StartsOn <= today
                        && (x.EndsOn == null || x.EndsOn >= today)
                    ),
                End = db.Set<FollowUpEnd>().FirstOrDefault(e => e.CaseId == c.Id),
                Contacts = db.Set<FollowUpContact>().Where(x => x.CaseId == c.Id).ToList(),
                Requests = db.Set<WorkItem>().Count(w => w.CaseId == c.Id && w.DoneAt == null && w.Kind == WorkItemKind.MoreSupportAsked),
            })
            .AsSingleQuery()
            .FirstAsync();
        return new FollowUpView(
            found.Arrival,
            found.SaidYes,
            found.End,
            [.. found.Contacts.OrderBy(c => c.PlannedOn).ThenBy(c => c.Id)],
            found.Requests
        );
    }

    /// <returns>Null when the case has no such contact.</returns>
    public async Task<ContactView?> FindAsync(CaseHandle handle, Guid contactId)
    {
        var found = await db.Set<FollowUpContact>()
            .AsNoTracking()
            .Where(c => c.Id == contactId && c.CaseId == handle.CaseId)
            .Select(c => new
            {
                Contact = c,
                Tries = db.Set<ContactTry>()
                    .Where(t => t.ContactId == c.Id)
                    .Select(t => new ContactTryRow(
                        t.Id,
                        t.Number,
                        t.TriedOn,
                        t.Next,
                        db.Set<Account>().Where(a => a.Id == t.RecordedBy).Select(a => a.DisplayName).FirstOrDefault()
                    ))
                    .ToList(),
                WaitsForAnswer = db.Set<WorkItem>()
                    .Any(w => w.CaseId == c.CaseId && w.SubjectId == c.Id && w.DoneAt == null && w.Kind == WorkItemKind.MoreSupportAsked),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        return found is null ? null : new ContactView(found.Contact, [.. found.Tries.OrderBy(t => t.Number)], found.WaitsForAnswer);
    }
}

/// <param name="Arrival">The day the person was met; null before that.</param>
/// <param name="SaidYes">A live consent to contact after the return.</param>
/// <param name="OpenRequests">Requests for more support without an answer.</param>
internal sealed record FollowUpView(DateOnly? Arrival, bool SaidYes, FollowUpEnd? End, IReadOnlyList<FollowUpContact> Contacts, int OpenRequests)
{
    public FollowUpContact? Next => Contacts.FirstOrDefault(c => c.IsOpen);

    /// <summary>Missed contacts and requests for support: what the one who ends or closes must have seen.</summary>
    public int StillOpen => OpenRequests + Contacts.Count(c => c.State == ContactState.Missed);

    public bool MayKeep(DateOnly today) =>
        SaidYes && Contacts.Any(c => c.CancelledBecause == ContactCancelReason.SupportEnded && c.PlannedOn >= today);

    public bool HasPlan => Contacts.Any(c => c.Origin == ContactOrigin.Plan && c.State != ContactState.Cancelled);
}

internal sealed record ContactTryRow(Guid Id, int Number, DateOnly TriedOn, MissedNext Next, string? By);

internal sealed record ContactView(FollowUpContact Contact, IReadOnlyList<ContactTryRow> Tries, bool WaitsForAnswer);
