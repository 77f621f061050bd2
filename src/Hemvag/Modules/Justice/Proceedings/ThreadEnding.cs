using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Trials;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>Ends the thread. In a closed case IOM Finland sees nothing of it from the next request on.</summary>
internal sealed class ThreadEnding(JusticeOperations operations)
{
    // What was arranged for a journey is undone after the end of the thread too.
    private static readonly WorkItemKind[] Waiting =
    [
        .. Enum.GetValues<WorkItemKind>().Where(k => JusticeSight.IsOfThread(k) && k != WorkItemKind.UndoJourneyHelp),
    ];

    /// <exception cref="RefusedException">ThreadNotOpen; OpenThingsNotSeen when a proceeding has not ended; CaseClosed.</exception>
    public Task EndAsync(CaseHandle handle, Guid operationId, bool seenOpen) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndJustice",
            async work =>
            {
                var open = await work.Db.Set<Proceeding>().CountAsync(p => p.CaseId == work.Case.Id && p.Stage != ProceedingStage.Ended);
                if (open > 0 && !seenOpen)
                {
                    throw new RefusedException(CaseRefusals.OpenThingsNotSeen, "End.SeenOpen");
                }

                work.Case.JusticeOpenSince = null;
                work.Record(new JusticeThreadEnded(open));
                await CancelJourneys.AheadAsync(work);
                foreach (var kind in Waiting)
                {
                    await work.DoneAsync(kind);
                }

                // In a closed case IOM Finland sees nothing of it from here on.
                await work.MoveWhatIsUnseenAsync();
            }
        );
}
