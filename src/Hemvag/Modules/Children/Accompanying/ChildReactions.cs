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

/// <summary>Whoever takes the matter is asked about the children; IOM Finland once the case is referred.</summary>
internal sealed class AskAboutChildren : IReactTo<MatterTaken>, IReactTo<MilestoneReached>
{
    public Task ReactAsync(MatterTaken happened, CaseWork work) => ChildRows.AskForMissingAsync(work);

    public Task ReactAsync(MilestoneReached happened, CaseWork work) =>
        happened.Kind == MilestoneKind.Referred ? ChildRows.AskForMissingAsync(work) : Task.CompletedTask;
}
