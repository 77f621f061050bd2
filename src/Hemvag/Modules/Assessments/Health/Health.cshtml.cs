using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Assessments.Health;

/// <summary>The health assessment (S4.7): its sections, and fitness to travel as a code.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class HealthModel(Conclusions conclusions, ConclusionQueries queries, FormSections sections, TimeProvider time)
    : ConclusionPageModel(conclusions, queries, sections, time)
{
    internal override FormKind Kind => FormKind.HealthAssessment;

    internal override CaseAction Assessing => CaseAction.AssessHealth;

    internal override AssessmentPart Part => AssessmentPart.Health;

    // Whether the person can travel tells of health: without the compartment the page is not theirs.
    internal override bool MayBeHere => Handle.MayOpen(Compartment.Health);

    [Needs(CaseAction.AssessHealth)]
    public async Task<IActionResult> OnPostAsync()
    {
        await ConcludeAsync();
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Health));
    }
}
