using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>Hands a case to another region before it has been referred.</summary>
[Needs(CaseAction.HandToRegion)]
internal sealed class HandOverModel(RegionHandOver handOver, ProgrammeCatalogue programmes, OrganisationCatalogue catalogue, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<Choice> Regions =>
        [.. catalogue.Regions.Where(r => r.Id != Case.RegionId).Select(r => new Choice(r.Id.ToString("D"), r.Name.Shown))];

    internal string Wording => programmes.Get(Case.ProgrammeId).Consent(ConsentPurpose.FirstContact).Text.Shown;

    internal bool MayHand => Case is { ClosedAt: null, HeldAt: null } && !Case.Has(MilestoneKind.Referred);

    public void OnGet() => Input.StartsOn = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    public Task LoadAsync() => Task.CompletedTask;

    public async Task<IActionResult> OnPostAsync()
    {
        await handOver.HandAsync(
            Handle,
            OperationId,
            new HandOverRequest(
                Input.RegionId!.Value,
                Input.ConsentsToContact,
                Input.ConsentForm!.Value,
                Input.ConsentLanguage!,
                Input.Interpreter,
                Input.StartsOn!.Value
            )
        );
        // The case is not there any more for whoever handed it over.
        return Redirect("/inbox");
    }

    internal sealed class Form
    {
        [Required]
        public Guid? RegionId { get; set; }

        public bool ConsentsToContact { get; set; }

        [Required]
        public ConsentForm? ConsentForm { get; set; }

        [Required, MaxLength(8)]
        public string? ConsentLanguage { get; set; } = "sv";

        [MaxLength(120)]
        public string? Interpreter { get; set; }

        [Required]
        public DateOnly? StartsOn { get; set; }
    }
}
