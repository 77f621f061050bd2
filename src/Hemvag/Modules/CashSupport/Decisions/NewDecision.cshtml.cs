using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>An officer enters a decision of Migrationsverket.</summary>
[ForRoles(Role.MigrationOfficer)]
internal sealed class NewDecisionModel(
    CashDecisions decisions,
    ProgrammeCatalogue programmes,
    OrganisationQueries organisations,
    OrganisationCatalogue countries,
    CashWords words,
    IStringLocalizer<CashTexts> texts,
    IStringLocalizer<CasesTexts> cases,
    TimeProvider time
) : AccountPageModel, ILoadsForRedisplay
{
    /// <summary>Lines that are seen at once; the others open.</summary>
    internal const int FirstLines = 6;

    [BindProperty]
    public DecisionForm Input { get; set; } = new();

    internal CashWords Words => words;

    internal ProgrammeVersion? Version { get; private set; }

    internal IReadOnlyList<Choice> Listed { get; private set; } = [];

    internal IReadOnlyList<Choice> Citizenships { get; private set; } = [];

    internal IReadOnlyList<Choice> Offices { get; private set; } = [];

    internal IReadOnlyList<Choice> ConsentLanguages => [.. SpokenLanguages.Choices().Where(language => ReviewedLanguages.Has(language.Value))];

    internal bool UsesMoreLines => Input.Family.Skip(FirstLines).Any(person => !person.IsEmpty);

    internal IReadOnlyList<Choice> Relations => [.. words.Choices<CashRelation>().Where(c => c.Value != nameof(CashRelation.Applicant))];

    /// <summary>Somebody is like the one on the line: how they are told apart is asked for, of that one alone.</summary>
    internal bool AsksHowKnown(int index) =>
        Input.Family[index].NotSame is not null
        || (ModelState.TryGetValue(CashFields.OfMember(index, nameof(PersonForm.NotSame)), out var said) && said.Errors.Count > 0);

    internal string LineTitle(int index) => index == 0 ? texts["CashRelation.Applicant"] : texts["New.Line", index + 1];

    internal string Prompt(ConsentPrompts prompt) => cases[$"ConsentPrompts.{prompt}"];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var version = programmes.FindInForce(Input.DecidedOn!.Value, ProgrammeKind.CashSupport);
        var caseId = await decisions.EnterAsync(Me, OperationId, Input.ToEntry(version?.Entitlements));
        return Redirect(CaseLinks.To(caseId, CaseLinks.Cash));
    }

    public async Task LoadAsync()
    {
        while (Input.Family.Count < CashRules.LargestFamily)
        {
            Input.Family.Add(new PersonForm());
        }

        var today = Data.LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone);
        Version = programmes.FindInForce(today, ProgrammeKind.CashSupport);
        var listed = (Version?.Eligibility.Countries ?? []).Select(c => c.Code).Distinct(StringComparer.Ordinal);
        Listed = Sorted(listed.Select(code => new Choice(code, countries.Country(code)?.Name.Shown ?? code)));
        Citizenships = Sorted(countries.Countries.Where(c => c.Code != CashRules.Sweden).Select(c => new Choice(c.Code, c.Name.Shown)));
        Offices = [.. (await organisations.OfAsync(ConsentRecipients.OfficeKinds)).Select(OfOffice)];
    }

    // Without them the notice has no way to reach the office.
    private Choice OfOffice(OrganisationView office) =>
        new(office.Id.ToString("D"), office.LacksContacts ? texts["New.Office.NoContacts", office.Name] : office.Name);

    private static IReadOnlyList<Choice> Sorted(IEnumerable<Choice> choices) => [.. choices.OrderBy(c => c.Text, StringComparer.CurrentCulture)];
}
