using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>What a stop asks of whom. Modules above ask for what is theirs to hold.</summary>
internal static class StopTasks
{
    /// <summary>Every task of a stop, in the order of the page that shows them.</summary>
    public static readonly IReadOnlyList<WorkItemKind> Kinds =
    [
        WorkItemKind.ReachThePerson,
        WorkItemKind.HoldBookings,
        WorkItemKind.HoldPayments,
        WorkItemKind.HoldAtOffice,
    ];

    /// <summary>Someone reaches the person, and the office that meets or has met the person holds what it does.</summary>
    public static async Task AskAsync(CaseWork work)
    {
        var holder = await HolderAsync(work);
        await work.AskAsync(Reach(work, Role.RegionalCoordinator, work.Case.RegionId, holder));
        if (work.Reached.Contains(MilestoneKind.MetOnArrival) && holder is not null && holder == work.Account?.Id)
        {
            await AskAnotherAsync(work);
        }

        if (work.Case.LocalOfficeId is { } office)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.HoldAtOffice,
                    Urgency.Safety,
                    Role.LocalOfficeWorker,
                    office,
                    await NamedPerson.AtAsync(work, office, Role.LocalOfficeWorker),
                    CaseLinks.Stop,
                    work.Today
                )
            );
        }
    }

    /// <summary>Nothing is held any longer.</summary>
    public static async Task EndAsync(CaseWork work)
    {
        foreach (var kind in Kinds)
        {
            await work.DoneAsync(kind);
        }
    }

    /// <summary>The support has ended at the person's wish; the coordinator closes the case.</summary>
    public static Task AskToCloseAsync(CaseWork work) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.CloseEndedSupport,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.Close,
                work.Today.AddDays(7)
            )
        );

    // Never an account that has been closed since: it would wait for nobody until the case is handed on.
    private static async Task<Guid?> HolderAsync(CaseWork work) =>
        work.Case.HolderId is { } holder && !await work.Db.Set<Account>().AnyAsync(a => a.Id == holder && a.ClosedAt != null)
            ? holder
            : await NamedPerson.AtAsync(work, work.Case.RegionId, CashDuties.HolderOf(work.Case.Kind));

    // The end of someone's support is not left to the one who set it in motion alone.
    private static async Task AskAnotherAsync(CaseWork work)
    {
        var organisation = await work
            .Db.Set<CaseParticipant>()
            .Where(p => p.CaseId == work.Case.Id && p.Role == Role.IomCaseworker && p.Until == null)
            .Select(p => (Guid?)p.OrganisationId)
            .FirstOrDefaultAsync();
        if (organisation is { } iom)
        {
            await work.AskAsync(Reach(work, Role.IomCaseworker, iom, await NamedPerson.AtAsync(work, iom, Role.IomCaseworker)));
        }
    }

    private static WorkAsked Reach(CaseWork work, Role role, Guid organisationId, Guid? accountId) =>
        new(WorkItemKind.ReachThePerson, Urgency.Safety, role, organisationId, accountId, CaseLinks.Stop, work.Today);
}
