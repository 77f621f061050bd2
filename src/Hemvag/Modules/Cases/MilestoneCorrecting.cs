using Hemvag.Data;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>Corrects the day of a milestone. Both days stay in the trail; what rests on the day follows in the same save.</summary>
internal static class MilestoneCorrecting
{
    /// <param name="shown">The day that the form had shown.</param>
    /// <param name="field">The field of the form that holds the day.</param>
    /// <exception cref="RefusedException">MilestoneNotReached, MilestoneNotYours, SectionChanged, NothingToCorrect; those of the milestone's days.</exception>
    public static async Task CorrectAsync(CaseWork work, MilestoneKind kind, DateOnly? shown, DateOnly day, CorrectionReason reason, string field)
    {
        if (work.Account is { } account && !new MilestoneTable(work.Programme).Row(kind).Roles.Any(account.Roles.Contains))
        {
            throw new RefusedException(CaseRefusals.MilestoneNotYours);
        }

        var milestone =
            await work.Db.Set<CaseMilestone>().FirstOrDefaultAsync(m => m.CaseId == work.Case.Id && m.Kind == kind)
            ?? throw new RefusedException(CaseRefusals.MilestoneNotReached);
        ShownBefore.Require(shown, milestone.OccurredOn);
        if (milestone.OccurredOn == day)
        {
            throw new RefusedException(CaseRefusals.NothingToCorrect, field);
        }

        await work.Days.RequireAsync(kind, day, field);
        work.Record(milestone.Correct(day, reason));
        if (kind == MilestoneKind.FirstContact)
        {
            work.Case.BeganOn = day;
        }
    }
}
