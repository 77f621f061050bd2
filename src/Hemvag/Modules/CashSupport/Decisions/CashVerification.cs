using System.Runtime.CompilerServices;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>Each decision holds its shares, none above its version's maxima, and the money has as much as the decision grants.</summary>
internal sealed class CashVerification(ProgrammeCatalogue programmes) : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Kind == ProgrammeKind.CashSupport)
            .Select(c => new { c.Id, c.ProgrammeId })
            .ToDictionaryAsync(c => c.Id, c => c.ProgrammeId, stop);
        var shares = (await db.Set<CashFamilyMember>().AsNoTracking().ToListAsync(stop)).ToLookup(m => m.CaseId);
        var lines = (await db.Set<Entitlement>().AsNoTracking().Where(e => e.Category == EntitlementCategory.CashSupport).ToListAsync(stop)).ToLookup(
            e => e.CaseId
        );
        await foreach (var decision in db.Set<CashDecision>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var family = shares[decision.CaseId].ToList();
            var set = cases.TryGetValue(decision.CaseId, out var programme) ? programmes.Find(programme)?.Entitlements : null;
            if (
                set is null
                || family.Sum(m => m.AmountMinor) != decision.TotalMinor
                || decision.TotalMinor > (set.FamilyCeilingMinor ?? long.MaxValue)
                || family.Any(m => m.AmountMinor > CashRules.MaximumMinor(set, m.IsAdult))
            )
            {
                yield return new Finding(Streams.Case(decision.CaseId), "Cash decision", "grants what its version does not");
            }

            if (lines[decision.CaseId].Any(l => family.FirstOrDefault(m => m.BeneficiaryId == l.BeneficiaryId)?.AmountMinor != l.CeilingMinor))
            {
                yield return new Finding(Streams.Case(decision.CaseId), "Cash decision", "differs from what the money has for it");
            }
        }
    }
}
