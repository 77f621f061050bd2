using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Justice;

/// <summary>Operations of the thread: they go on in a held case, and in a closed one for as long as the thread is open.</summary>
internal sealed class JusticeOperations(CaseOperations operations)
{
    /// <exception cref="RefusedException">CaseClosed when the thread is not open either; AccessGone; what the work refuses.</exception>
    public Task<bool> RunAsync(CaseHandle handle, Guid operationId, string kind, Func<CaseWork, Task> action) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            OperationNature.Steering,
            async work =>
            {
                if (work.Case is { ClosedAt: not null, JusticeOpenSince: null })
                {
                    throw new RefusedException(CaseRefusals.CaseClosed);
                }

                await action(work);
            }
        );
}
