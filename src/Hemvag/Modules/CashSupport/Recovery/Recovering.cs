using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Recovery;

/// <summary>
/// Records Migrationsverket's decision that support is paid back, and what comes back (förordningen 2008:778, 7 §). Figures alone: there is no
/// appeal (8 §), and a complaint is received as any other. It goes on after the case is closed.
/// </summary>
internal sealed class Recovering(CaseOperations operations)
{
    /// <exception cref="RefusedException">RecoveryAbovePaid, RecoveryBeforePaid, DateInFuture, DateTooEarly.</exception>
    public Task DecideAsync(CaseHandle handle, Guid operationId, RecoveryGround ground, DateOnly decidedOn, long amountMinor) =>
        operations.RunAsync(
            handle,
            operationId,
            "DecideRecovery",
            OperationNature.Steering,
            async work =>
            {
                work.Days.Require(decidedOn, "Input.DecidedOn");
                var paid = await work.Db.Set<Entitlement>().Where(e => e.CaseId == work.Case.Id).SumAsync(e => e.PaidMinor);
                var before = await work.Db.Set<CashRecovery>().Where(r => r.CaseId == work.Case.Id).SumAsync(r => r.AmountMinor - r.WithdrawnMinor);
                if (amountMinor <= 0 || amountMinor > paid - before)
                {
                    throw new RefusedException(CashRefusals.RecoveryAbovePaid, "Input.Amount");
                }

                var first = await work
                    .Db.Set<Payment>()
                    .Where(p => p.CaseId == work.Case.Id && p.PaidMinor != null && p.State != PaymentState.Reversed)
                    .MinAsync(p => p.PaidOn);
                if (decidedOn < first)
                {
                    throw new RefusedException(CashRefusals.RecoveryBeforePaid, "Input.DecidedOn");
                }

                var recovery = new CashRecovery
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Ground = ground,
                    DecidedOn = decidedOn,
                    AmountMinor = amountMinor,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(recovery);
                work.Record(new CashRecoveryDecided(recovery.Id, ground, decidedOn, amountMinor, work.Programme.Entitlements.Currency));
            }
        );

    /// <summary>What is left of it is not asked back any more: recorded wrongly, decided anew, or remitted.</summary>
    /// <exception cref="NotThereException">When this case has no such recovery.</exception>
    /// <exception cref="RefusedException">NothingToWithdraw.</exception>
    public Task WithdrawAsync(CaseHandle handle, Guid operationId, Guid recoveryId, WithdrawalReason reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "WithdrawRecovery",
            OperationNature.Steering,
            async work =>
            {
                var recovery = await FindAsync(work, recoveryId);
                if (recovery.LeftMinor <= 0)
                {
                    throw new RefusedException(CashRefusals.NothingToWithdraw);
                }

                var withdrawal = new CashRecoveryWithdrawal
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    RecoveryId = recovery.Id,
                    Reason = reason,
                    AmountMinor = recovery.LeftMinor,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(withdrawal);
                work.Record(recovery.Withdraw(withdrawal));
            }
        );

    /// <exception cref="NotThereException">When this case has no such recovery.</exception>
    /// <exception cref="RefusedException">RepaymentAboveRecovery, DateInFuture, DateTooEarly.</exception>
    public Task RepayAsync(CaseHandle handle, Guid operationId, Guid recoveryId, DateOnly on, long amountMinor) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordRepayment",
            OperationNature.Steering,
            async work =>
            {
                work.Days.Require(on, "Repaid.On");
                var recovery = await FindAsync(work, recoveryId);
                if (amountMinor <= 0 || amountMinor > recovery.LeftMinor)
                {
                    throw new RefusedException(CashRefusals.RepaymentAboveRecovery, "Repaid.Amount");
                }

                var repayment = new CashRepayment
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    RecoveryId = recovery.Id,
                    On = on,
                    AmountMinor = amountMinor,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(repayment);
                work.Record(recovery.Repay(repayment));
            }
        );

    private static async Task<CashRecovery> FindAsync(CaseWork work, Guid recoveryId) =>
        await work.Db.Set<CashRecovery>().FirstOrDefaultAsync(r => r.Id == recoveryId && r.CaseId == work.Case.Id) ?? throw new NotThereException();
}
