using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments;

/// <summary>Once IOM Finland has confirmed receipt, it assesses needs, health and risks (S4.7).</summary>
internal sealed class AskForAssessment : IReactTo<MilestoneReached>
{
    // Not from the seeds: long enough to reach the person, short enough that nothing is forgotten.
    private const int DaysToAnswer = 7;

    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind == MilestoneKind.ReceiptConfirmed && work.Case.Kind == ProgrammeKind.AssistedReturn)
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.AssessNeeds,
                    Urgency.Date,
                    Role.IomCaseworker,
                    IomFinland.Id,
                    null,
                    CaseLinks.Assessment,
                    work.Today.AddDays(DaysToAnswer)
                )
            );
        }
    }
}
