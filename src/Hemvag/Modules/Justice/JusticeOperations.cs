using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Justice;

/// <summary>Operations of the thread, for as long as it is open: they go on in a held case, and in a closed one.</summary>
internal sealed class JusticeOperations(CaseOperations operations)
{
    /// <exception cref="RefusedException">ThreadNotOpen, CaseClosed when the case is closed too; AccessGone; what the work refuses.</exception>
    public Task<bool> RunAsync(CaseHandle handle, Guid operationId, string kind, Func<CaseWork, Task> action) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            OperationNature.Safeguard,
            async work =>
            {
                if (work.Case.JusticeOpenSince is null)
                {
                    // A thread that has ended is read; a new proceeding opens it anew.
                    throw new RefusedException(JusticeRefusals.ThreadNotOpen);
                }

                await action(work);
            }
        );

    /// <summary>The first operation of a thread, or of one that is opened anew.</summary>
    /// <exception cref="RefusedException">CaseClosed when no thread is open; ThreadNeedsHolder; AccessGone; what the work refuses.</exception>
    public Task<bool> OpeningAsync(CaseHandle handle, Guid operationId, string kind, Func<CaseWork, Task> action) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            OperationNature.Safeguard,
            async work =>
            {
                if (work.Case.HolderId is null)
                {
                    // Nobody would answer for it: not for ending it, and not for a consent that is taken back.
                    throw new RefusedException(JusticeRefusals.ThreadNeedsHolder);
                }

                await action(work);
            }
        );
}
