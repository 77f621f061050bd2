using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>The journey as planned. An earlier plan is changed only by someone who has it open before them.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class PlanModel(
    TravelQueries queries,
    JourneyPlanning planning,
    JourneyReading reading,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    public JourneyForm Input { get; set; } = new();

    /// <summary>The version the writer has seen; 0 for none.</summary>
    [BindProperty]
    public int? SectionVersion { get; set; }

    internal int Version { get; private set; }

    /// <summary>Someone else has planned since the form was shown.</summary>
    internal bool HasChanged { get; private set; }

    internal JourneyPlan? Plan { get; private set; }

    internal IReadOnlyList<Choice> Zones => reading.Zones();

    internal bool Closed => Version > 0 && Plan is null;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Plan is null
            ? new JourneyForm { DepartureZone = JourneyReading.Sweden, ArrivalZone = await reading.ZoneOfArrivalAsync(Case) }
            : JourneyForm.Of(Plan);
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostAsync(JourneyForm input)
    {
        Input = input;
        await planning.PlanAsync(Handle, OperationId, input.ToPlan(), SectionVersion ?? 0);
        return Redirect(PathTo(CaseLinks.Travel));
    }

    public async Task LoadAsync()
    {
        Version = await queries.VersionAsync(Handle, JourneyPlan.Subject);
        Plan = Version > 0 && IsOpen(Compartment.Travel) ? await reading.Sealed.JourneyAsync(Opened!) : null;
        HasChanged = SectionVersion is { } seen && seen != Version;
        // Who has seen the other's version may write after it; who has not is held to the one they saw.
        if (SectionVersion is null || Plan is not null)
        {
            SectionVersion = Version;
        }
    }
}

/// <summary>What the form of a journey offers.</summary>
internal sealed class JourneyReading(SealedTravel seals, OrganisationCatalogue catalogue, OrganisationQueries organisations)
{
    public const string Sweden = "Europe/Stockholm";

    public SealedTravel Sealed { get; } = seals;

    private static readonly IReadOnlyList<string> Everywhere =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && IsOfAPlace(z.Id)).Select(z => z.Id).Order(StringComparer.Ordinal),
    ];

    /// <summary>What a journey can begin, change or end in: the zones of the offices with Sweden and Finland first, then every other.</summary>
    public IReadOnlyList<Choice> Zones() =>
        [
            .. catalogue
                .Offices.Select(o => o.TimeZone)
                .Append(Sweden)
                .Append("Europe/Helsinki")
                .Append("Europe/Copenhagen")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Concat(Everywhere)
                .Distinct(StringComparer.Ordinal)
                .Select(z => new Choice(z, z)),
        ];

    // "Etc/GMT+3" is no place, and its sign is the other way round.
    private static bool IsOfAPlace(string zone) => zone.Contains('/', StringComparison.Ordinal) && !zone.StartsWith("Etc/", StringComparison.Ordinal);

    public async Task<string?> ZoneOfArrivalAsync(Case @case) =>
        @case.LocalOfficeId is { } office ? (await organisations.FindAsync(office))?.Zone
        : @case.CountryCode is { } country ? catalogue.OfficeIn(country)?.TimeZone
        : null;
}
