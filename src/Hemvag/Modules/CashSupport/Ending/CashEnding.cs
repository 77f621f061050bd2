using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Payments;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Ending;

/// <param name="Again">The office was asked before; IOM Finland is now.</param>
internal sealed record CashChased(bool Again) : IEvent;

/// <summary>
/// Ends a decision of which nothing is paid: the person does not want the support, Migrationsverket has revoked it, or it was not claimed. It
/// frees everyone in it for another decision. Always a person's act.
/// </summary>
internal sealed class CashEndings(CaseOperations operations)
{
    /// <summary>On which grounds the account can end it: what the person says anyone may take down, the rest is for whoever answers for it.</summary>
    public static IReadOnlyList<ClosingGround> GroundsFor(CurrentAccount account) =>
        account.Is(Role.MigrationOfficer) ? [ClosingGround.Renounced, ClosingGround.DecisionRevoked]
        : account.Is(Role.IomCaseworker) ? [ClosingGround.Renounced, ClosingGround.NotClaimed]
        : [];

    /// <exception cref="RefusedException">CaseClosed, PersonNotReached on a held case, EndGroundNotYours, PaidAlready.</exception>
    public Task EndAsync(CaseHandle handle, Guid operationId, ClosingGround ground) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndCash",
            OperationNature.Steering,
            async work =>
            {
                if (work.Case.ClosedAt is not null)
                {
                    throw new RefusedException(CaseRefusals.CaseClosed);
                }

                if (work.Case is { HeldAt: not null, ReachedAfterStopAt: null })
                {
                    throw new RefusedException(CaseRefusals.PersonNotReached);
                }

                if (!GroundsFor(handle.Account).Contains(ground))
                {
                    throw new RefusedException(CashRefusals.EndGroundNotYours, "Ground");
                }

                if (await HasPaidAsync(work))
                {
                    throw new RefusedException(CashRefusals.PaidAlready);
                }

                await DecidedPayments.CancelUnpaidAsync(work);
                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ground;
                work.Record(new CaseClosed(ground, ""));
                await CaseEnding.FinishWorkAsync(work);
            }
        );

    /// <summary>Whether money has changed hands and has not come back.</summary>
    public static Task<bool> HasPaidAsync(CaseWork work) =>
        work.Db.Set<Payment>().AnyAsync(p => p.CaseId == work.Case.Id && p.PaidMinor != null && p.State != PaymentState.Reversed);
}

/// <summary>A case is closed, on whatever ground, and nothing was paid: nobody in it counts as supported.</summary>
internal sealed class FreeWhatWasNotPaid : IReactTo<CaseClosed>
{
    public async Task ReactAsync(CaseClosed happened, CaseWork work)
    {
        if (work.Case.Kind == ProgrammeKind.CashSupport && !await CashEndings.HasPaidAsync(work))
        {
            await CashClaiming.FreeAsync(work);
        }
    }
}
