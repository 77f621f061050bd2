using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Assessments.Needs;

/// <summary>One section of the needs inventory, saved as a whole.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class NeedsSectionModel(
    FormSections sections,
    FormWords words,
    CaseOpenings openings,
    CaseAccess access,
    OrganisationCatalogue organisations
) : AssessmentSectionModel(sections, words, openings, access, organisations)
{
    internal override FormKind Form => FormKind.NeedsInventory;

    internal override CaseAction Assessing => CaseAction.AssessNeeds;

    internal override string BasePage => CaseLinks.Needs;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(CaseAction.AssessNeeds)]
    public Task<IActionResult> OnPostAsync() => SaveAsync(CaseLinks.To(Handle.CaseId, BasePage));

    [Needs(CaseAction.AssessNeeds)]
    public Task<IActionResult> OnPostCompareAsync() => CompareAsync();
}
