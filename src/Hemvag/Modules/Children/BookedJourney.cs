using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Children;

/// <summary>Those who have tickets and escorts waiting must know at once when a child does not travel as was booked. Not from the seeds.</summary>
internal static class BookedJourney
{
    /// <summary>A child must not travel as things stand, or may again: the holder talks with whom it concerns, IOM Finland holds what is booked.</summary>
    /// <param name="subjectId">Whose journey it is about: the case's for children who travel along.</param>
    /// <param name="page">Where what is missing is recorded.</param>
    public static async Task FollowAsync(CaseWork work, bool mayTravel, Guid subjectId, string page)
    {
        if (mayTravel || !Waits(work))
        {
            await work.DoneAsync(WorkItemKind.ChildMayNotTravel, subjectId);
            return;
        }

        var asked = new WorkAsked(
            WorkItemKind.ChildMayNotTravel,
            Urgency.Safety,
            Role.RegionalCoordinator,
            work.Case.RegionId,
            work.Case.HolderId,
            page,
            work.Today,
            subjectId
        );
        await work.AskAsync(asked);
        await work.AskAsync(asked with { Role = Role.IomCaseworker, OrganisationId = IomFinland.Id, AccountId = null });
    }

    /// <summary>One child more or less travels along than was booked for. It waits until all is said to be ready, or the person has left.</summary>
    public static Task TravellersChangedAsync(CaseWork work) =>
        Waits(work)
            ? work.AskAsync(
                new WorkAsked(WorkItemKind.TravellersChanged, Urgency.Safety, Role.IomCaseworker, IomFinland.Id, null, CaseLinks.Children, work.Today)
            )
            : Task.CompletedTask;

    private static bool Waits(CaseWork work) =>
        (work.Reached.Contains(MilestoneKind.Booked) || work.Reached.Contains(MilestoneKind.ReadyToTravel))
        && !work.Reached.Contains(MilestoneKind.Departed)
        && !work.Reached.Contains(MilestoneKind.MetOnArrival);
}
