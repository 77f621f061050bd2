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
    /// <summary>What it takes to write in it.</summary>
    internal abstract CaseAction Assessing { get; }

    internal bool MayAssess => Handle.May(Assessing) && Case.ClosedAt is null;
}
