using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>Asks the three parties for their yes.</summary>
internal static class PlanWork
{
    /// <summary>Each party has a task of its own, so that one yes does not end the others' tasks.</summary>
    public static Guid TaskOf(Guid caseId, PlanParty party) => StableId.Of($"plan-agreement:{caseId:N}:{party}");

    /// <summary>The task to set the milestone when all have agreed and the last yes came from elsewhere.</summary>
    public static Guid ConcludingTask(Guid caseId) => StableId.Of($"plan-agreement:{caseId:N}:milestone");

    public static async Task AskAllAsync(CaseWork work)
    {
        foreach (var party in PlanParties.All)
        {
            await AskAsync(work, party);
        }

        await work.DoneAsync(WorkItemKind.AgreeToPlan, ConcludingTask(work.Case.Id));
    }

    public static async Task AskAsync(CaseWork work, PlanParty party)
    {
        if (Asked(work.Case, party) is var (role, organisation, account) && MayKnow(work, party))
        {
            await AskAsync(work, TaskOf(work.Case.Id, party), role, organisation, account);
        }
    }

    public static Task AskToConcludeAsync(CaseWork work) => AskAsync(work, ConcludingTask(work.Case.Id), Role.IomCaseworker, IomFinland.Id, null);

    private static Task AskAsync(CaseWork work, Guid subject, Role role, Guid organisation, Guid? account) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.AgreeToPlan,
                Urgency.Date,
                role,
                organisation,
                account,
                CaseLinks.Plan,
                LocalDates.NextWorkingDay(work.Today),
                subject
            )
        );

    private static (Role Role, Guid Organisation, Guid? Account)? Asked(Case @case, PlanParty party) =>
        party switch
        {
            PlanParty.Person => (Role.RegionalCoordinator, @case.RegionId, @case.HolderId),
            PlanParty.IomFinland => (Role.IomCaseworker, IomFinland.Id, null),
            PlanParty.LocalOffice => @case.LocalOfficeId is { } office ? (Role.LocalOfficeWorker, office, null) : null,
        };

    // The office in the country learns of the person only when it may be contacted (S1.54).
    private static bool MayKnow(CaseWork work, PlanParty party) =>
        party != PlanParty.LocalOffice || work.Reached.Contains(MilestoneKind.LocalOfficeContacted);
}
