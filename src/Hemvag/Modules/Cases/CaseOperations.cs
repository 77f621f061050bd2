using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>What kind of thing an operation is: acts stand still on a held case, facts are always recorded.</summary>
internal enum OperationNature
{
    /// <summary>Moves the case towards return or pays: refused while the case is held, after support has ended, and when closed.</summary>
    Act,

    /// <summary>Records what has happened, or cares for what exists: refused only when the case is closed.</summary>
    Fact,

    /// <summary>
    /// Says how the person is reached safely, and who sees: refused only when the case is closed and its thread of access to justice, which
    /// outlives it, is not open either.
    /// </summary>
    Safeguard,

    /// <summary>Stop, resume, close: decide for themselves.</summary>
    Steering,
}

/// <summary>
/// Runs an operation on a case: access again where anything has changed, hold, the work, what modules add to it, derived step and due date, one save.
/// </summary>
internal sealed class CaseOperations(
    Operations operations,
    CaseAccess access,
    ProgrammeCatalogue programmes,
    GateBoard gates,
    CaseVault vault,
    IServiceProvider services
)
{
    private static readonly KnownQuery<Func<HemvagDbContext, Guid, IAsyncEnumerable<Case>>> Cases = new(() =>
        EF.CompileAsyncQuery((HemvagDbContext db, Guid caseId) => db.Set<Case>().Where(c => c.Id == caseId))
    );

    /// <returns>False when the same form was submitted before: nothing is done again, and the page answers as before.</returns>
    /// <exception cref="RefusedException">CaseHeld, SupportHasEnded, CaseClosed, AccessGone, or what the work refuses.</exception>
    public Task<bool> RunAsync(CaseHandle handle, Guid operationId, string kind, OperationNature nature, Func<CaseWork, Task> action) =>
        operations.RunAsync(
            operationId,
            Streams.Case(handle.CaseId),
            kind,
            handle.Account.Actor,
            async work =>
            {
                await RequireAccessAsync(work.Db, handle);
                var @case = await ReadAsync(work, handle.CaseId);
                Allow(@case, nature);
                await FinishAsync(work, @case, handle.Account, action);
            }
        );

    /// <summary>The same for the system: a job that reminds or climbs. It never closes or rejects.</summary>
    public Task<bool> RunAsSystemAsync(Guid operationId, Guid caseId, string job, Func<CaseWork, Task> action) =>
        operations.RunAsync(
            operationId,
            Streams.Case(caseId),
            job,
            Actor.System(job),
            async work =>
            {
                var @case = await ReadAsync(work, caseId);
                await FinishAsync(work, @case, null, action);
            }
        );

    /// <summary>
    /// One act by someone who does not see the case: an emergency, or the answer of a past recipient. Whoever calls has looked that this
    /// very act is theirs.
    /// </summary>
    public Task<bool> WithoutSightAsync(CurrentAccount account, Guid operationId, Guid caseId, string kind, Func<CaseWork, Task> action) =>
        operations.RunAsync(
            operationId,
            Streams.Case(caseId),
            kind,
            account.Actor,
            async work => await FinishAsync(work, await ReadAsync(work, caseId), account, action)
        );

    /// <summary>The first operation of a new case; the caller makes the row.</summary>
    public Task<bool> OpenAsync(
        CurrentAccount account,
        Guid operationId,
        Guid caseId,
        string kind,
        Func<OperationWork, Task<Case>> make,
        Func<CaseWork, Task> action
    ) =>
        operations.RunAsync(
            operationId,
            Streams.Case(caseId),
            kind,
            account.Actor,
            async work =>
            {
                var @case = await make(work);
                work.Db.Add(@case);
                await FinishAsync(work, @case, account, action, isNew: true);
            }
        );

    private async Task FinishAsync(OperationWork work, Case @case, CurrentAccount? account, Func<CaseWork, Task> action, bool isNew = false)
    {
        var programme = programmes.Get(@case.ProgrammeId);
        var caseWork = new CaseWork(work, @case, programme, account, gates, vault, isNew);
        await action(caseWork);
        await ReactAsync(caseWork);
        if (caseWork.Events.Any(e => e is ConsentWithdrawn or ConsentReplaced or CaseClosed))
        {
            await caseWork.MoveWhatIsUnseenAsync();
        }

        var items = await caseWork.WaitingAsync();
        // A case that was moved goes on by the other version's table.
        CaseProgress
            .Of(
                @case,
                programmes.Get(@case.ProgrammeId),
                caseWork.Reached,
                items.Where(w => !JusticeSight.IsWalled(w.Kind)).Select(w => (w.DueOn, w.DoneAt))
            )
            .WriteTo(@case);
    }

    private static async Task<Case> ReadAsync(OperationWork work, Guid caseId) => await Cases.For(work.Db)(work.Db, caseId).SingleAsync();

    private async Task ReactAsync(CaseWork work)
    {
        // Reactions may record events of their own; those are looked at too, each once.
        for (var i = 0; i < work.Events.Count; i++)
        {
            await CaseReactions.RunAsync(services, work.Events[i], work);
        }
    }

    private async Task RequireAccessAsync(HemvagDbContext db, CaseHandle handle)
    {
        // The operation has read the head already, and the save fails when it is not the newest any more.
        var head = await db.Set<StreamHead>().FindAsync(Streams.Case(handle.CaseId));
        if (head!.Count == handle.StreamVersion)
        {
            return;
        }

        var again = await access.FindIn(db, handle.CaseId, handle.Account);
        if (again is null || !handle.Actions.IsSubsetOf(again.Actions))
        {
            throw new RefusedException(CaseRefusals.AccessGone);
        }
    }

    private static void Allow(Case @case, OperationNature nature)
    {
        if (nature == OperationNature.Steering)
        {
            return;
        }

        if (nature == OperationNature.Safeguard ? !@case.IsCaredFor : @case.ClosedAt is not null)
        {
            throw new RefusedException(CaseRefusals.CaseClosed);
        }

        if (nature == OperationNature.Act && @case.HeldAt is not null)
        {
            throw new RefusedException(CaseRefusals.CaseHeld);
        }

        if (nature == OperationNature.Act && @case.SupportEndedAt is not null)
        {
            throw new RefusedException(CaseRefusals.SupportHasEnded);
        }
    }
}
