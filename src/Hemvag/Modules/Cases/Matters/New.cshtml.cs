using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
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
    public Form Input { get; set; } = new();

    internal bool ChoosesRegion => !HttpContext.Account().Is(Role.RegionalCoordinator);

    internal IReadOnlyList<Choice> Regions => [.. catalogue.Regions.Select(r => new Choice(r.Id.ToString("D"), r.Name.Shown))];

    internal IReadOnlyList<Choice> Languages => SpokenLanguages.Choices();

    internal string Wording => programmes.Versions[^1].Consent(ConsentPurpose.FirstContact).Text.Shown;

    public void OnGet() => Input.OccurredOn = LocalDates.Today(time.GetUtcNow().UtcDateTime, HttpContext.Account().Zone);

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

    internal sealed class Form
    {
        public Guid? RegionId { get; set; }

        [Required]
        public DateOnly? OccurredOn { get; set; }

        [Required]
        public ContactChannel? Channel { get; set; }

        public bool ConsentsToContact { get; set; }

        [Required]
        public ConsentForm? ConsentForm { get; set; }

        [Required, MaxLength(8)]
        public string? ConsentLanguage { get; set; } = "sv";

        [MaxLength(120)]
        public string? Interpreter { get; set; }

        [Required]
        public bool? IsAdult { get; set; }

        [Required]
        public bool? ChildrenTravelAlong { get; set; }

        [MaxLength(80)]
        public string? Pseudonym { get; set; }

        [MaxLength(120)]
        public string? GivenNames { get; set; }

        [MaxLength(120)]
        public string? FamilyName { get; set; }

        public DateOnly? BirthDate { get; set; }

        [MaxLength(40)]
        public string? Phone { get; set; }

        [MaxLength(200)]
        public string? SafeTimes { get; set; }

        [MaxLength(400)]
        public string? IfSomeoneElseAnswers { get; set; }

        [MaxLength(80)]
        public string? CodeWord { get; set; }

        [MaxLength(8)]
        public string? Language { get; set; }

        public bool? NeedsInterpreter { get; set; }

        public string? Question { get; set; }

        public bool TakeIt { get; set; }

        public MatterRequest ToRequest(Guid regionId) =>
            new(
                regionId,
                OccurredOn!.Value,
                Channel!.Value,
                IsAdult!.Value,
                ChildrenTravelAlong!.Value,
                ConsentsToContact,
                ConsentForm!.Value,
                ConsentLanguage!,
                Interpreter,
                new IdentityPayload(Pseudonym, GivenNames, FamilyName, BirthDate, null, null),
                new ContactPayload(Phone, SafeTimes, IfSomeoneElseAnswers, CodeWord, null, Language, NeedsInterpreter),
                Question,
                TakeIt
            );
    }
}
