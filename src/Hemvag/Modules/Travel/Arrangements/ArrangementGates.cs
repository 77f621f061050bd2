using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>Each part of the journey is marked needed or not needed (S1.55-S1.60).</summary>
internal sealed class ArrangementsDecidedGate : IGate
{
    public GateKind Kind => GateKind.ArrangementsDecided;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var decided = await context
            .Db.Set<Arrangement>()
            .Where(a => a.CaseId == context.Case.Id && a.Need != ArrangementNeed.NotDecided)
            .Select(a => a.Kind)
            .ToListAsync();
        var all = context.Programme.TravelArrangements.Count;
        var left = context.Programme.TravelArrangements.Count(a => !decided.Contains(a.Kind));
        return left == 0
            ? new GateState(Kind, true, "GateDetail.ArrangementsDecided.Met", typeof(TravelTexts), CaseLinks.Travel, all)
            : new GateState(Kind, false, "GateDetail.ArrangementsDecided.Open", typeof(TravelTexts), CaseLinks.Travel, left, all);
    }
}

/// <summary>Each needed part of the journey is confirmed by the one who arranges it (S1.55-S1.60).</summary>
internal sealed class ArrangementsConfirmedGate : IGate
{
    public GateKind Kind => GateKind.ArrangementsConfirmed;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var rows = await context.Db.Set<Arrangement>().AsNoTracking().Where(a => a.CaseId == context.Case.Id).ToListAsync();
        // What nobody has decided may turn out to be needed, so it is not confirmed either.
        var open = context.Programme.TravelArrangements.Count(p =>
            rows.FirstOrDefault(a => a.Kind == p.Kind) is not { } row || (row.Need != ArrangementNeed.NotNeeded && !row.Confirmed)
        );
        return open == 0
            ? new GateState(Kind, true, "GateDetail.ArrangementsConfirmed.Met", typeof(TravelTexts), CaseLinks.Travel, rows.Count(a => a.Confirmed))
            : new GateState(Kind, false, "GateDetail.ArrangementsConfirmed.Open", typeof(TravelTexts), CaseLinks.Travel, open);
    }
}
