using System.Runtime.CompilerServices;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children;

/// <summary>Recomputes what the case and a child's row say of decisions, guardians and a child who returns alone.</summary>
internal sealed class ChildrenVerification : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        var decisions = (await db.Set<ChildDecision>().AsNoTracking().ToListAsync(stop)).ToLookup(d => d.ChildId);
        var hearings = (await db.Set<ChildHearing>().AsNoTracking().ToListAsync(stop)).ToLookup(h => h.ChildId);
        var children = await db.Set<AccompanyingChild>().AsNoTracking().ToListAsync(stop);
        foreach (var child in children)
        {
            if (child.GetsSupport != ChildDecision.Last(decisions[child.Id])?.Gets)
            {
                yield return new Finding(Streams.Case(child.CaseId), $"Child {child.Ordinal}", "its support does not follow from the last decision");
            }

            var last = ChildHearing.Last(hearings[child.Id]);
            if (child.View != (last?.View ?? ChildView.NotAskedYet) || child.ViewOn != last?.On)
            {
                yield return new Finding(Streams.Case(child.CaseId), $"Child {child.Ordinal}", "its view is not what it said last");
            }
        }

        var excluded = await db.Set<Guardian>().Where(g => g.IsSuspected).Select(g => g.CaseId).Distinct().ToListAsync(stop);
        var minors = await db.Set<UnaccompaniedMinor>().AsNoTracking().ToDictionaryAsync(m => m.CaseId, stop);
        var cases = db.Set<Case>()
            .AsNoTracking()
            .Where(c =>
                c.Minor != null
                || c.ExcludesGuardian
                || db.Set<Guardian>().Any(g => g.CaseId == c.Id)
                || db.Set<UnaccompaniedMinor>().Any(m => m.CaseId == c.Id)
            );
        foreach (var @case in await cases.ToListAsync(stop))
        {
            if (@case.ExcludesGuardian != excluded.Contains(@case.Id) || @case.Minor != StandingOf(minors.GetValueOrDefault(@case.Id)))
            {
                yield return new Finding(Streams.Case(@case.Id), $"Case {@case.Number}", "what it says of children does not follow from their rows");
            }
        }
    }

    private static MinorStanding? StandingOf(UnaccompaniedMinor? minor) =>
        minor is not { AdultSince: null } ? null
        : minor.TakenOverOn is null ? MinorStanding.SwedenResponsible
        : MinorStanding.TakenOver;
}
