using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>What every way of ending a case has in common.</summary>
internal static class CaseEnding
{
    /// <summary>Nothing waits in a closed case, except that past recipients answer for what they have, and what an open thread of access to justice needs.</summary>
    public static async Task FinishWorkAsync(CaseWork work)
    {
        var stored = await work.Db.Set<WorkItem>().Where(w => w.CaseId == work.Case.Id && w.DoneAt == null).ToListAsync();
        var added = work.Db.Set<WorkItem>().Local.Where(w => w.CaseId == work.Case.Id && w.DoneAt is null);
        foreach (var item in stored.Union(added).Where(w => w.DoneAt is null && !OutlivesTheCase(w.Kind, work.Case)).ToList())
        {
            item.DoneAt = work.Now;
            item.DoneBy = work.Account?.Id;
            work.Record(new WorkItemDone(item.Id, item.Kind));
        }
    }

    private static bool OutlivesTheCase(WorkItemKind kind, Case @case) =>
        kind is WorkItemKind.AnswerWithdrawal or WorkItemKind.RecipientSilent
        || (@case.JusticeOpenSince is not null && JusticeSight.IsOfThread(kind));
}
