using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Applications.Filling;

/// <summary>One section of the application: filled in by the coordinator with the person (S1.46), read by IOM Finland's caseworker.</summary>
[Needs(CaseAction.SeeApplication)]
internal sealed class SectionModel(
    FormSections sections,
    FormWords words,
    CaseOpenings openings,
    CaseAccess access,
    OrganisationCatalogue organisations
) : SectionPageModel(sections, words, openings, access, organisations)
{
    internal override FormKind Form => FormKind.Application;

    internal override string BasePage => CaseLinks.Application;

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal bool MayEdit => Handle.May(CaseAction.EditApplication);

    internal bool MayOpenThis => Handle.MayOpen(View.Section.Compartment);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(CaseAction.EditApplication)]
    public Task<IActionResult> OnPostAsync(bool later) =>
        SaveAsync(later ? CaseLinks.To(Handle.CaseId, BasePage) : PathAfterThis($"{BasePage}/check"));

    [Needs(CaseAction.EditApplication)]
    public Task<IActionResult> OnPostCompareAsync() => CompareAsync();
}
