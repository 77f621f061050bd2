using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>Ends the thread. In a closed case IOM Finland sees nothing of it from the next request on.</summary>
internal sealed class ThreadEnding(JusticeOperations operations)
{
    private static readonly WorkItemKind[] Waiting = [.. Enum.GetValues<WorkItemKind>().Where(JusticeSight.IsOfThread)];

    /// <exception cref="RefusedException">ThreadNotOpen; OpenThingsNotSeen when a proceeding has not ended; CaseClosed.</exception>
    public Task EndAsync(CaseHandle handle, Guid operationId, bool seenOpen) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndJustice",
            async work =>
            {
                if (work.Case.JusticeOpenSince is null)
                {
                    throw new RefusedException(JusticeRefusals.ThreadNotOpen);
                }

                var open = await work.Db.Set<Proceeding>().CountAsync(p => p.CaseId == work.Case.Id && p.Stage != ProceedingStage.Ended);
                if (open > 0 && !seenOpen)
                {
                    throw new RefusedException(CaseRefusals.OpenThingsNotSeen, "End.SeenOpen");
                }

                work.Case.JusticeOpenSince = null;
                work.Record(new JusticeThreadEnded(open));
                foreach (var kind in Waiting)
                {
                    await work.DoneAsync(kind);
                }
            }
        );
}
