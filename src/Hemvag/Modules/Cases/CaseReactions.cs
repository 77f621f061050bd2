using Hemvag.Auditing;

namespace Hemvag.Modules.Cases;

/// <summary>Finds who reacts to an event. The list is closed: an event that modules may react to stands here.</summary>
internal static class CaseReactions
{
    public static Task RunAsync(IServiceProvider services, IEvent happened, CaseWork work) =>
        happened switch
        {
            MatterTaken taken => EachAsync(services, taken, work),
            ReturneeIsMinor minor => EachAsync(services, minor, work),
            ChildrenTravelAlong children => EachAsync(services, children, work),
            ChildEntitlementStands stands => EachAsync(services, stands, work),
            CaseClosed closed => EachAsync(services, closed, work),
            CaseHandedOn handedOn => EachAsync(services, handedOn, work),
            CaseHandedOver handedOver => EachAsync(services, handedOver, work),
            CaseStopped stopped => EachAsync(services, stopped, work),
            CaseResumed resumed => EachAsync(services, resumed, work),
            SupportEnded ended => EachAsync(services, ended, work),
            ConsentGiven given => EachAsync(services, given, work),
            ConsentWithdrawn withdrawn => EachAsync(services, withdrawn, work),
            ConsentReplaced replaced => EachAsync(services, replaced, work),
            MilestoneTakenBack takenBack => EachAsync(services, takenBack, work),
            MilestoneDateCorrected corrected => EachAsync(services, corrected, work),
            CaseMovedToProgramme moved => EachAsync(services, moved, work),
            PastMilestoneRecorded past => EachAsync(services, past, work),
            MilestoneReached milestone => EachAsync(services, milestone, work),
            _ => Task.CompletedTask,
        };

    private static async Task EachAsync<T>(IServiceProvider services, T happened, CaseWork work)
        where T : IEvent
    {
        foreach (var reaction in services.GetServices<IReactTo<T>>())
        {
            await reaction.ReactAsync(happened, work);
        }
    }
}
