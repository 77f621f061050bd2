using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Organisations;

namespace Hemvag.Modules.Assessments;

/// <summary>One section of an assessment, saved as a whole. Its view is <c>_AssessmentSection</c>.</summary>
internal abstract class AssessmentSectionModel(
    FormSections sections,
    FormWords words,
    CaseOpenings openings,
    CaseAccess access,
    OrganisationCatalogue organisations
) : SectionPageModel(sections, words, openings, access, organisations)
{
    internal bool MayAssess => Handle.May(CaseAction.AssessNeeds) && Case.ClosedAt is null;
}
