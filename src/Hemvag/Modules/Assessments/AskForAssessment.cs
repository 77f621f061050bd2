using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments;

/// <summary>Who assesses what, once a milestone is reached: the holder decides on taking part, IOM Finland assesses needs and health.</summary>
internal sealed class AskForAssessment : IReactTo<MilestoneReached>
{
    // Not from the seeds: long enough to reach the person, short enough that nothing is forgotten.
    private const int DaysToAnswer = 7;

    private static readonly Guid IomFinland = StableId.Of("organisation:iom-finland");

    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind == MilestoneKind.MatterTaken && work.Case.HolderId is { } holder)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.DecideEligibility,
                    Urgency.Date,
                    Role.RegionalCoordinator,
                    work.Case.RegionId,
                    holder,
                    CaseLinks.Eligibility,
                    work.Today.AddDays(DaysToAnswer)
                )
            );
        }

        if (happened.Kind == MilestoneKind.ReceiptConfirmed)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.AssessNeeds,
                    Urgency.Date,
                    Role.IomCaseworker,
                    IomFinland,
                    null,
                    CaseLinks.Assessment,
                    work.Today.AddDays(DaysToAnswer)
                )
            );
        }
    }
}
