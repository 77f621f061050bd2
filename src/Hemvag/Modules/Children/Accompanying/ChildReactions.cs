using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>At the first contact children were spoken of: each becomes a row, without a name.</summary>
internal sealed class AddChildrenSpokenOf : IReactTo<ChildrenTravelAlong>
{
    public async Task ReactAsync(ChildrenTravelAlong happened, CaseWork work)
    {
        for (var i = 0; i < happened.Count; i++)
        {
            await ChildRows.AddAsync(work);
        }

        await ChildRows.AskForMissingAsync(work);
    }
}

/// <summary>Whoever takes the matter is asked about the children; IOM Finland once the case is referred; after the departure nobody is told of a booked journey.</summary>
internal sealed class AskAboutChildren : IReactTo<MatterTaken>, IReactTo<MilestoneReached>
{
    public Task ReactAsync(MatterTaken happened, CaseWork work) => ChildRows.AskForMissingAsync(work);

    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind is MilestoneKind.ReadyToTravel or MilestoneKind.Departed)
        {
            await work.DoneAsync(WorkItemKind.TravellersChanged);
        }

        if (happened.Kind is MilestoneKind.Referred or MilestoneKind.Departed)
        {
            await ChildRows.AskForMissingAsync(work);
        }
    }
}
