using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>Hands a case to another region: to its inbox, or once it is referred to a named coordinator there.</summary>
[Needs(CaseAction.HandToRegion)]
internal sealed class HandOverModel(
    RegionHandOver handOver,
    CoordinatorQueries coordinators,
    ProgrammeCatalogue programmes,
    OrganisationCatalogue catalogue,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<Choice> Regions =>
        [.. catalogue.Regions.Where(r => r.Id != Case.RegionId).Select(r => new Choice(r.Id.ToString("D"), r.Name.Shown))];

    internal string Wording => programmes.Get(Case.ProgrammeId).Consent(ConsentPurpose.FirstContact).Text.Shown;

    internal bool MayHand => Case is { ClosedAt: null, HeldAt: null };

    /// <summary>A coordinator is named, by whom the region is known; else the case goes to a region's inbox.</summary>
    internal bool ByName => Case.Has(MilestoneKind.Referred);

    internal IReadOnlyList<Choice> Coordinators { get; private set; } = [];

    private IReadOnlyList<CoordinatorRow> There { get; set; } = [];

    public Task OnGetAsync()
    {
        Input.StartsOn = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        return LoadAsync();
    }

    public async Task LoadAsync()
    {
        var names = catalogue.Regions.ToDictionary(r => r.Id, r => r.Name.Shown);
        There = ByName ? [.. (await coordinators.OtherRegionsAsync(Case.RegionId)).Where(c => names.ContainsKey(c.RegionId))] : [];
        Coordinators = [.. There.Select(c => new Choice(c.Id.ToString("D"), $"{names.GetValueOrDefault(c.RegionId, "")}: {c.Name}"))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var region = ByName ? There.FirstOrDefault(c => c.Id == Input.CoordinatorId)?.RegionId : Input.RegionId;
        await handOver.HandAsync(
            Handle,
            OperationId,
            new HandOverRequest(
                region ?? throw new RefusedException(ByName ? CaseRefusals.CoordinatorMissing : CaseRefusals.RegionMissing, FieldOf(ByName)),
                ByName ? Input.CoordinatorId : null,
                Input.ConsentsToContact,
                Input.ConsentForm!.Value,
                Input.ConsentLanguage!,
                Input.Interpreter,
                Input.InterpreterAccepted,
                Input.StartsOn!.Value
            )
        );
        // The case is not there any more for whoever handed it over.
        return Redirect("/inbox");
    }

    private static string FieldOf(bool byName) => byName ? "Input.CoordinatorId" : "Input.RegionId";

    internal sealed class Form
    {
        public Guid? RegionId { get; set; }

        public Guid? CoordinatorId { get; set; }

        public bool ConsentsToContact { get; set; }

        [Required]
        public ConsentForm? ConsentForm { get; set; }

        [Required, MaxLength(8)]
        public string? ConsentLanguage { get; set; } = "sv";

        [MaxLength(120)]
        public string? Interpreter { get; set; }

        public bool InterpreterAccepted { get; set; }

        [Required]
        public DateOnly? StartsOn { get; set; }
    }
}
