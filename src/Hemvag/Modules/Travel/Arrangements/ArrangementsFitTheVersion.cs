using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>
/// A part of the journey that is needed stays: in a version that lacks it nobody would see it, no gate would ask for it, and whoever is to
/// arrange it could not answer, while what is booked would still hold the case.
/// </summary>
internal sealed class ArrangementsFitTheVersion : IMoveCheck
{
    public async Task<IReadOnlyList<MoveObstacle>> AgainstAsync(HemvagDbContext db, Case @case, ProgrammeVersion target)
    {
        var needed = await db.Set<Arrangement>()
            .Where(a => a.CaseId == @case.Id && a.Need == ArrangementNeed.Needed)
            .Select(a => a.Kind)
            .ToListAsync();
        var lacked = needed
            .Except(target.TravelArrangements.Select(part => part.Kind))
            .Order()
            .Select(kind => $"TravelArrangementKind.{kind}")
            .ToList();
        return lacked.Count == 0 ? [] : [new MoveObstacle(TravelRefusals.MoveArrangementMissing, lacked)];
    }
}
