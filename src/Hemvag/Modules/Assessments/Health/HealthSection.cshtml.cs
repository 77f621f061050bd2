using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Assessments.Health;

/// <summary>One section of the health assessment, saved as a whole.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class HealthSectionModel(
    FormSections sections,
    FormWords words,
    CaseOpenings openings,
    CaseAccess access,
    OrganisationCatalogue organisations
) : AssessmentSectionModel(sections, words, openings, access, organisations)
{
    internal override FormKind Form => FormKind.HealthAssessment;

    internal override CaseAction Assessing => CaseAction.AssessHealth;

    internal override string BasePage => CaseLinks.Health;

    internal override bool MayBeHere => Handle.MayOpen(Compartment.Health);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(CaseAction.AssessHealth)]
    public Task<IActionResult> OnPostAsync() => SaveAsync(CaseLinks.To(Handle.CaseId, BasePage));

    [Needs(CaseAction.AssessHealth)]
    public Task<IActionResult> OnPostCompareAsync() => CompareAsync();
}
