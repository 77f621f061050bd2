using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>
/// A fact of the journey was not so, and the case goes on as if it had not been told. Both stay in the trail. Nothing is taken back that
/// something else has been built on since.
/// </summary>
internal static class MilestoneTakingBack
{
    /// <exception cref="RefusedException">MilestoneNotYours, MilestoneNotReached, LaterStepReached.</exception>
    public static async Task TakeBackAsync(CaseWork work, MilestoneKind kind, NotSoReason reason)
    {
        var table = new MilestoneTable(work.Programme);
        if (work.Account is { } account && !table.Row(kind).Roles.Any(account.Roles.Contains))
        {
            throw new RefusedException(CaseRefusals.MilestoneNotYours);
        }

        if (work.Case.SupportEndedAt is not null || work.Reached.Any(later => table.Has(later) && table.AllBefore(later).Contains(kind)))
        {
            throw new RefusedException(CaseRefusals.LaterStepReached);
        }

        var milestone =
            await work.Db.Set<CaseMilestone>().FirstOrDefaultAsync(m => m.CaseId == work.Case.Id && m.Kind == kind)
            ?? throw new RefusedException(CaseRefusals.MilestoneNotReached);
        work.TakeBack(milestone, reason);
    }
}
