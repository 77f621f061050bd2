using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A leg is added. The others are open while it is planned, since it must fit between them.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class NewLegModel(LegReading reading, LegKeeping keeping, JourneyReading journeys, ProgrammeCatalogue programmes, TimeProvider time)
    : TravelPageModel(programmes, time),
        ILoadsForRedisplay
{
    public LegForm Input { get; set; } = new();

    internal LegsView View { get; private set; } = null!;

    internal IReadOnlyList<Choice> Zones => journeys.Zones();

    /// <summary>The others are sealed still.</summary>
    internal bool Closed => View.Holding.Count > 0 && !IsOpen(Compartment.Travel);

    /// <summary>The version pays for the way to the airport in Sweden (S3.22), and nothing is planned yet.</summary>
    internal bool ProposesAirport =>
        View.Holding.Count == 0 && Programme.TravelArrangements.Any(a => a.Kind == TravelArrangementKind.TransportInSweden);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new LegForm
        {
            Kind = ProposesAirport ? LegKind.Car : null,
            DepartureZone = View.Holding.Count == 0 ? JourneyReading.Sweden : null,
            ArrivalZone = ProposesAirport ? JourneyReading.Sweden : null,
            IsWayBack = IsHeld && Case.IsUnderWay,
        };
    }

    public async Task<IActionResult> OnPostAsync(LegForm input)
    {
        Input = input;
        await keeping.AddAsync(Handle, OperationId, input.Read());
        return Redirect(PathTo(LegKeeping.Page));
    }

    public async Task LoadAsync() => View = await reading.LoadAsync(Handle.CaseId);
}
