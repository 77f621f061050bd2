using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>Records a first contact: a coordinator's phone call, or a professional's matter for a region (S1.37).</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional)]
internal sealed class NewModel(MatterService matters, ProgrammeCatalogue programmes, OrganisationCatalogue catalogue, TimeProvider time)
    : PageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Guid OperationId { get; set; }

    [BindProperty]
    public FirstContactForm Input { get; set; } = new();

    internal bool ChoosesRegion => !HttpContext.Account().Is(Role.RegionalCoordinator);

    internal IReadOnlyList<Choice> Regions => [.. catalogue.Regions.Select(r => new Choice(r.Id.ToString("D"), r.Name.Shown))];

    internal string Wording => programmes.InForce(Today).Consent(ConsentPurpose.FirstContact).Text.Shown;

    private DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, HttpContext.Account().Zone);

    public void OnGet() => Input.OccurredOn = Today;

    public Task LoadAsync() => Task.CompletedTask;

    public async Task<IActionResult> OnPostAsync()
    {
        var account = HttpContext.Account();
        var region = ChoosesRegion ? Input.RegionId : account.OrganisationId;
        if (region is not { } regionId || catalogue.Regions.All(r => r.Id != regionId))
        {
            throw new RefusedException(CaseRefusals.RegionMissing, "Input.RegionId");
        }

        var caseId = await matters.OpenAsync(account, OperationId, Input.ToRequest(regionId));
        return Redirect(CaseLinks.To(caseId));
    }
}
