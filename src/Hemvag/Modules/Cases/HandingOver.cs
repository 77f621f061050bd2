using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>What waits in a case goes to another: to those who take over, or to those who still see the case.</summary>
internal static class HandingOver
{
    /// <summary>Another organisation takes over: what waited for the one before waits for it, with the same due dates.</summary>
    /// <param name="toAccountId">Null: whoever holds the role there.</param>
    public static async Task HandOverAsync(this CaseWork work, Guid fromOrganisationId, Guid toOrganisationId, Role role, Guid? toAccountId = null)
    {
        foreach (var item in (await work.WaitingAsync()).Where(w => w.OrganisationId == fromOrganisationId && w.Role == role))
        {
            await work.MoveAsync(item, Asked(item) with { OrganisationId = toOrganisationId, AccountId = toAccountId });
        }
    }

    /// <summary>A colleague takes over: what waited for the one before by name waits for them, or for whoever holds the role there.</summary>
    public static async Task HandOverToColleagueAsync(this CaseWork work, Guid fromAccountId, Guid? toAccountId, Role role, Guid organisationId)
    {
        foreach (var item in (await work.WaitingAsync()).Where(w => w.AccountId == fromAccountId && w.Role == role))
        {
            await work.MoveAsync(item, Asked(item) with { OrganisationId = organisationId, AccountId = toAccountId });
        }
    }

    /// <summary>What waits for those who have just lost sight of the case waits for those who see it, with the same due dates.</summary>
    public static async Task MoveWhatIsUnseenAsync(this CaseWork work)
    {
        foreach (var item in await work.WaitingAsync())
        {
            if (await AskingWhoSees.RouteAsync(work.Seers, work.Case, Asked(item)) is var routed && routed != Asked(item))
            {
                await work.MoveAsync(item, routed);
            }
        }
    }

    private static async Task MoveAsync(this CaseWork work, WorkItem item, WorkAsked to)
    {
        work.Done(item);
        await work.AskAsync(to);
    }

    private static WorkAsked Asked(WorkItem item) =>
        new(item.Kind, item.Urgency, item.Role, item.OrganisationId, item.AccountId, item.Page, item.DueOn, item.SubjectId);
}
