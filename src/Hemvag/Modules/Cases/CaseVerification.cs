using System.Runtime.CompilerServices;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>Recomputes where each case stands from its milestones and what waits.</summary>
internal sealed class CaseVerification(ProgrammeCatalogue programmes) : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        var milestones = (await db.Set<CaseMilestone>().AsNoTracking().Select(m => new { m.CaseId, m.Kind }).ToListAsync(stop)).ToLookup(
            m => m.CaseId,
            m => m.Kind
        );
        var items = (
            await db.Set<WorkItem>()
                .AsNoTracking()
                .Where(w => w.DoneAt == null)
                .Select(w => new
                {
                    w.CaseId,
                    w.Kind,
                    w.DueOn,
                })
                .ToListAsync(stop)
        ).Where(w => !JusticeSight.IsWalled(w.Kind)).ToLookup(w => w.CaseId, w => (w.DueOn, (DateTime?)null));
        await foreach (var @case in db.Set<Case>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var stands =
                programmes.Find(@case.ProgrammeId) is { } programme
                && CaseProgress.Of(@case, programme, milestones[@case.Id].ToHashSet(), items[@case.Id]).Stands(@case);
            if (!stands)
            {
                yield return new Finding(Streams.Case(@case.Id), $"Case {@case.Number}", "its step or due date does not follow from its milestones");
            }
        }
    }
}
