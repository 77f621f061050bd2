using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Nothing waits for someone who cannot see the case: it would be seen by nobody. What an organisation can no longer see falls to IOM Finland's
/// caseworker, who prepares the return; where IOM does not see the case either, to the one who holds it.
/// </summary>
internal static class AskingWhoSees
{
    public static async Task<WorkAsked> RouteAsync(SeeingNow seers, Case @case, WorkAsked asked)
    {
        if (asked.Kind == WorkItemKind.AnswerWithdrawal)
        {
            // The one exception: asked of those who have lost sight, on a page that shows nothing of the case.
            return asked;
        }

        var seeing = (await seers.ParticipantsAsync()).Where(p => JusticeSight.Concerns(p, asked.Kind)).ToList();
        if (Sees(seeing, asked.OrganisationId, asked.AccountId, asked.Role))
        {
            return asked;
        }

        if (asked.AccountId is not null && Sees(seeing, asked.OrganisationId, null, asked.Role))
        {
            return asked with { AccountId = null };
        }

        if (asked.Kind == WorkItemKind.NoSignOfLife && Sees(await seers.OnTheWayAsync(), asked.OrganisationId, null, asked.Role))
        {
            // Whoever was to meet a person who is silent is told, by what is left of their sight.
            return asked with { AccountId = null, Page = CaseLinks.Minimum };
        }

        return seeing.FirstOrDefault(p => p.Role == Role.IomCaseworker) is { } iom
            ? asked with
            {
                Role = iom.Role,
                OrganisationId = iom.OrganisationId,
                AccountId = null,
            }
            : asked with
            {
                Role = CashDuties.HolderOf(@case.Kind),
                OrganisationId = @case.RegionId,
                AccountId = @case.HolderId,
            };
    }

    /// <summary>Those a work item waits for, of those who see the case.</summary>
    public static async Task<IReadOnlyList<CaseParticipant>> SeersOfAsync(SeeingNow seers, WorkItem item)
    {
        var seeing = item.Page == CaseLinks.Minimum ? await seers.OnTheWayAsync() : await seers.ParticipantsAsync();
        return
        [
            .. seeing.Where(p =>
                JusticeSight.Concerns(p, item.Kind) && p.OrganisationId == item.OrganisationId && Fits(p, item.AccountId, item.Role)
            ),
        ];
    }

    private static bool Sees(IEnumerable<CaseParticipant> seeing, Guid organisationId, Guid? accountId, Role role) =>
        seeing.Any(p => p.OrganisationId == organisationId && Fits(p, accountId, role));

    private static bool Fits(CaseParticipant seer, Guid? accountId, Role role) =>
        seer.Role == role && (seer.AccountId is null || accountId is null || seer.AccountId == accountId);
}
