using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.EarlierVersions;

/// <summary>Enters a case that began under an earlier version, with what has happened so far.</summary>
[ForRoles(Role.RegionalCoordinator)]
internal sealed class EarlierNewModel(EarlierCases cases, IStringLocalizer<CasesTexts> texts, TimeProvider time) : PageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Guid OperationId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    internal ProgrammeVersion Version { get; private set; } = null!;

    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, HttpContext.Account().Zone);
        Version = cases.Versions(today).FirstOrDefault(v => v.Id == (string?)RouteData.Values["version"])!;
    }

    // Before anything typed is looked at: where there is no such version there is no form to show again.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Version is null)
        {
            context.Result = NotFound();
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    internal IReadOnlyList<Choice> Grounds => [.. EarlierCases.Grounds.Select(g => new Choice(g.ToString(), texts[$"ClosingGround.{g}"]))];

    public Task LoadAsync()
    {
        // A form with fewer or more fields than the version has milestones was not ours.
        Input.Days = [.. Version.Milestones.Select((_, index) => Input.Days.ElementAtOrDefault(index) ?? new DayInput())];
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var caseId = await cases.OpenAsync(HttpContext.Account(), OperationId, Input.ToRequest(Version));
        return Redirect(CaseLinks.To(caseId));
    }

    internal sealed class DayInput
    {
        public DateOnly? On { get; set; }
    }

    internal sealed class Form
    {
        [MaxLength(80)]
        public string? Pseudonym { get; set; }

        [MaxLength(120)]
        public string? GivenNames { get; set; }

        [MaxLength(120)]
        public string? FamilyName { get; set; }

        public DateOnly? BirthDate { get; set; }

        /// <summary>One for each milestone of the version, in its order; empty where it has not happened.</summary>
        public List<DayInput> Days { get; set; } = [];

        public ClosingGround? Ground { get; set; }

        [MaxLength(OwnNote.MaxLength)]
        public string? Source { get; set; }

        public EarlierCaseRequest ToRequest(ProgrammeVersion version) =>
            new(
                version.Id,
                new IdentityPayload(Pseudonym, GivenNames, FamilyName, BirthDate, null, null),
                version
                    .Milestones.Zip(Days, (row, day) => (row.Kind, day.On))
                    .Where(d => d.On is not null)
                    .ToDictionary(d => d.Kind, d => d.On!.Value),
                Ground,
                Source
            );
    }
}
