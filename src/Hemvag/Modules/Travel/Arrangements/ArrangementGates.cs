using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>Each part of the journey is marked needed or not needed (S1.55-S1.60).</summary>
internal sealed class ArrangementsDecidedGate() : ArrangementGate(GateKind.ArrangementsDecided)
{
    protected override GateState State(GateContext context, List<Arrangement> seen)
    {
        var decided = seen.Where(a => a.Need != ArrangementNeed.NotDecided).Select(a => a.Kind).ToHashSet();
        var all = context.Programme.TravelArrangements.Count;
        var left = context.Programme.TravelArrangements.Count(a => !decided.Contains(a.Kind));
        return left == 0
            ? new GateState(Kind, true, "GateDetail.ArrangementsDecided.Met", typeof(TravelTexts), CaseLinks.Travel, all)
            : new GateState(Kind, false, "GateDetail.ArrangementsDecided.Open", typeof(TravelTexts), CaseLinks.Travel, left, all);
    }
}

/// <summary>Each needed part of the journey is confirmed by the one who arranges it (S1.55-S1.60).</summary>
internal sealed class ArrangementsConfirmedGate() : ArrangementGate(GateKind.ArrangementsConfirmed)
{
    protected override GateState State(GateContext context, List<Arrangement> seen)
    {
        // What nobody has decided may turn out to be needed, so it is not confirmed either.
        var open = context.Programme.TravelArrangements.Count(p =>
            seen.FirstOrDefault(a => a.Kind == p.Kind) is not { } row || (row.Need != ArrangementNeed.NotNeeded && !row.Confirmed)
        );
        return open == 0
            ? new GateState(Kind, true, "GateDetail.ArrangementsConfirmed.Met", typeof(TravelTexts), CaseLinks.Travel, seen.Count(a => a.Confirmed))
            : new GateState(Kind, false, "GateDetail.ArrangementsConfirmed.Open", typeof(TravelTexts), CaseLinks.Travel, open);
    }
}

/// <summary>Nothing is booked for a journey that lies ahead. A journey that is over leaves nothing to cancel.</summary>
internal sealed class NothingBookedGate() : ArrangementGate(GateKind.NothingBooked)
{
    protected override GateState State(GateContext context, List<Arrangement> seen)
    {
        var booked = context.Reached.Contains(MilestoneKind.MetOnArrival) ? 0 : seen.Count(a => a.IsBooked);
        return booked == 0
            ? new GateState(Kind, true, "GateDetail.NothingBooked.Met", typeof(TravelTexts), CaseLinks.Travel)
            : new GateState(Kind, false, "GateDetail.NothingBooked.Open", typeof(TravelTexts), CaseLinks.Travel, booked);
    }
}

/// <summary>Looks at every part of the journey that has a row.</summary>
internal abstract class ArrangementGate(GateKind kind) : Gate<List<Arrangement>>(kind)
{
    protected override Expression<Func<Case, List<Arrangement>>> Looks(GateContext context) =>
        c => context.Db.Set<Arrangement>().Where(a => a.CaseId == c.Id).ToList();
}
