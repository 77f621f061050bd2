using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Nothing waits for someone who cannot see the case: it would be seen by nobody. What an organisation can no longer see falls to IOM Finland's
/// caseworker, who prepares the return; where IOM does not see the case either, to the one who holds it.
/// </summary>
internal static class AskingWhoSees
{
    public static async Task<WorkAsked> RouteAsync(CaseWork work, WorkAsked asked)
    {
        var seeing = await work.Seers.ParticipantsAsync();
        if (Sees(seeing, asked.OrganisationId, asked.AccountId, asked.Role))
        {
            return asked;
        }

        if (asked.AccountId is not null && Sees(seeing, asked.OrganisationId, null, asked.Role))
        {
            return asked with { AccountId = null };
        }

        return seeing.FirstOrDefault(p => p is { Role: Role.IomCaseworker, AccountId: null }) is { } iom
            ? asked with
            {
                Role = iom.Role,
                OrganisationId = iom.OrganisationId,
                AccountId = null,
            }
            : asked with
            {
                Role = Role.RegionalCoordinator,
                OrganisationId = work.Case.RegionId,
                AccountId = work.Case.HolderId,
            };
    }

    /// <summary>What waits for those who have just lost sight of the case waits for those who see it, with the same due dates.</summary>
    public static async Task MoveAsync(CaseWork work)
    {
        var stored = await work.Db.Set<WorkItem>().Where(w => w.CaseId == work.Case.Id && w.DoneAt == null).ToListAsync();
        var added = work.Db.Set<WorkItem>().Local.Where(w => w.CaseId == work.Case.Id && w.DoneAt is null);
        foreach (var item in stored.Union(added).Where(w => w.DoneAt is null).ToList())
        {
            var asked = new WorkAsked(item.Kind, item.Urgency, item.Role, item.OrganisationId, item.AccountId, item.Page, item.DueOn, item.SubjectId);
            if (await RouteAsync(work, asked) is var routed && routed != asked)
            {
                item.DoneAt = work.Now;
                item.DoneBy = work.Account?.Id;
                work.Record(new WorkItemDone(item.Id, item.Kind));
                await work.AskAsync(routed);
            }
        }
    }

    /// <summary>Those a work item waits for, of those who see the case.</summary>
    public static async Task<IReadOnlyList<CaseParticipant>> SeersOfAsync(CaseWork work, WorkItem item) =>
        [.. (await work.Seers.ParticipantsAsync()).Where(p => p.OrganisationId == item.OrganisationId && Fits(p, item.AccountId, item.Role))];

    private static bool Sees(IEnumerable<CaseParticipant> seeing, Guid organisationId, Guid? accountId, Role role) =>
        seeing.Any(p => p.OrganisationId == organisationId && Fits(p, accountId, role));

    private static bool Fits(CaseParticipant seer, Guid? accountId, Role role) =>
        seer.Role == role && (seer.AccountId is null || accountId is null || seer.AccountId == accountId);
}
