using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Whether the person has said yes to being contacted after the return. Without it nothing is planned and nobody calls.</summary>
internal static class YesToContact
{
    /// <param name="except">A consent that is being withdrawn in the same operation.</param>
    public static Task<bool> IsLiveAsync(HemvagDbContext db, Guid caseId, DateOnly today, Guid? except = null) =>
        db.Set<Consent>()
            .AnyAsync(c =>
                c.CaseId == caseId
                && c.Purpose == ConsentPurpose.ContactAfterReturn
                && c.WithdrawnAt == null
                && c.StartsOn <= today
                && (c.EndsOn == null || c.EndsOn >= today)
                && (except == null || c.Id != except)
            );

    /// <summary>A contact waits though the yes has run out: a person decides what follows.</summary>
    public static Task AskWhatFollowsAsync(CaseWork work, FollowUpContact contact, Role role, Guid organisationId, Guid? accountId) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.ConsentWithdrawn,
                Urgency.Date,
                role,
                organisationId,
                accountId,
                CaseLinks.FollowUp,
                contact.PlannedOn,
                contact.Id
            )
        );

    /// <exception cref="RefusedException">ContactConsentNotGiven.</exception>
    public static async Task RequireAsync(CaseWork work)
    {
        if (!await IsLiveAsync(work.Db, work.Case.Id, work.Today))
        {
            throw new RefusedException(FollowUpRefusals.ContactConsentNotGiven);
        }
    }
}
