namespace Hemvag.Modules.Cases;

/// <summary>What every way of ending a case has in common.</summary>
internal static class CaseEnding
{
    /// <summary>Nothing waits in a closed case, except that past recipients answer for what they have, and what an open thread of access to justice needs.</summary>
    public static async Task FinishWorkAsync(CaseWork work)
    {
        foreach (var item in (await work.WaitingAsync()).Where(w => !OutlivesTheCase(w.Kind, work.Case)))
        {
            work.Done(item);
        }
    }

    private static bool OutlivesTheCase(WorkItemKind kind, Case @case) =>
        kind is WorkItemKind.AnswerWithdrawal or WorkItemKind.RecipientSilent
        || (@case.JusticeOpenSince is not null && JusticeSight.IsOfThread(kind));
}
