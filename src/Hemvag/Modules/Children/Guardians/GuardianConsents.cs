using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Guardians;

/// <summary>Asks the holder for a yes that counts, where one for a person under 18 counts no longer, until each it names is named by one that does.</summary>
internal static class GuardianConsents
{
    public static async Task FollowAsync(CaseWork work)
    {
        if (await AreMissingAsync(work) && work.Case.HolderId is { } holder)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.AskConsentAnew,
                    Urgency.Safety,
                    Role.RegionalCoordinator,
                    work.Case.RegionId,
                    holder,
                    CaseLinks.Consent,
                    work.Today
                )
            );
        }
        else
        {
            await work.DoneAsync(WorkItemKind.AskConsentAnew);
        }
    }

    // The yes to access to justice is behind a wall of its own, which a task would tell of.
    private static async Task<bool> AreMissingAsync(CaseWork work)
    {
        if (work.Case.Minor is null || work.Case.ClosedAt is not null)
        {
            return false;
        }

        var caseId = work.Case.Id;
        var consents = (await work.Db.Set<Consent>().Where(c => c.CaseId == caseId).ToListAsync())
            .Union(work.Db.Set<Consent>().Local.Where(c => c.CaseId == caseId))
            .Where(c => c.Purpose != ConsentPurpose.AccessToJustice && c.IsLive(work.Today));
        var recipients = (await work.Db.Set<ConsentRecipient>().Where(r => r.CaseId == caseId).ToListAsync()).Union(
            work.Db.Set<ConsentRecipient>().Local.Where(r => r.CaseId == caseId)
        );
        var guardians = await GuardianRules.AllAsync(work);
        var named = consents
            .Join(recipients, c => c.Id, r => r.ConsentId, (c, r) => (c.Purpose, r.OrganisationId, Counts: GuardiansYes.Counts(c, guardians)))
            .ToList();
        var counting = named.Where(n => n.Counts).Select(n => (n.Purpose, n.OrganisationId)).ToHashSet();
        return named.Any(n => !counting.Contains((n.Purpose, n.OrganisationId)));
    }
}

/// <summary>A yes was given, renewed or taken back: what was asked for may be there now.</summary>
internal sealed class LookAtGuardiansYes : IReactTo<ConsentGiven>, IReactTo<ConsentWithdrawn>, IReactTo<ConsentReplaced>
{
    public Task ReactAsync(ConsentGiven happened, CaseWork work) => LookAsync(work);

    public Task ReactAsync(ConsentWithdrawn happened, CaseWork work) => LookAsync(work);

    public Task ReactAsync(ConsentReplaced happened, CaseWork work) => LookAsync(work);

    private static Task LookAsync(CaseWork work) => work.Case.Minor is null ? Task.CompletedTask : GuardianConsents.FollowAsync(work);
}
