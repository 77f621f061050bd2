using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Assessments.Needs;

/// <summary>The needs inventory (S1.24, S4.7): its sections, and how it was concluded.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class NeedsModel(Conclusions conclusions, ConclusionQueries queries, FormSections sections, TimeProvider time)
    : ConclusionPageModel(conclusions, queries, sections, time)
{
    internal override FormKind Kind => FormKind.NeedsInventory;

    internal override CaseAction Assessing => CaseAction.AssessNeeds;

    internal override AssessmentPart Part => AssessmentPart.Needs;

    [Needs(CaseAction.AssessNeeds)]
    public async Task<IActionResult> OnPostAsync()
    {
        await ConcludeAsync();
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Needs));
    }
}
