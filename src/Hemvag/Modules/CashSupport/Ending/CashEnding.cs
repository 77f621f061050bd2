using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Ending;

/// <param name="Again">The office was asked before; IOM Finland is now.</param>
internal sealed record CashChased(bool Again) : IEvent;

/// <summary>Of a decision of which some shares are paid, the others never will be.</summary>
internal sealed record CashRestEnded(ClosingGround Ground) : IEvent;

/// <summary>
/// Ends what is not paid of a decision: the person does not want the support, Migrationsverket has revoked it, it was not claimed, or IOM
/// Finland does not pay it. It frees everyone who was paid nothing for another decision. Always a person's act.
/// </summary>
internal sealed class CashEndings(CaseOperations operations)
{
    /// <summary>The notice to the officer; its words stand under "Notice.…".</summary>
    private const string Ended = "CashEnded";

    /// <summary>On which grounds the account can end it: what the person says anyone may take down, the rest is for whoever answers for it.</summary>
    public static IReadOnlyList<ClosingGround> GroundsFor(CurrentAccount account) =>
        account.Is(Role.MigrationOfficer) ? [ClosingGround.Renounced, ClosingGround.DecisionRevoked]
        : account.Is(Role.IomCaseworker) ? [ClosingGround.Renounced, ClosingGround.NotClaimed, ClosingGround.NotPaidOut]
        : [];

    /// <summary>
    /// Closes the case. Where some shares are paid the rest of them ends, and it is closed as paid: at once, or by a person when the receipts
    /// that are missing are there or accounted for.
    /// </summary>
    /// <exception cref="RefusedException">CaseClosed, PersonNotReached on a held case, EndGroundNotYours, NotAskedAboutYet, PaidAlready when all is paid.</exception>
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

                if (ground == ClosingGround.NotClaimed && !await WasAskedAboutAsync(work))
                {
                    throw new RefusedException(CashRefusals.NotAskedAboutYet, "Ground");
                }

                await EndAsync(work, ground);
            }
        );

    private static async Task EndAsync(CaseWork work, ClosingGround ground)
    {
        var paid = await work
            .Db.Set<Payment>()
            .Where(p => p.CaseId == work.Case.Id && p.PaidMinor != null && p.State != PaymentState.Reversed)
            .ToListAsync();
        if (paid.Count > 0 && work.Reached.Contains(MilestoneKind.CashPaid))
        {
            throw new RefusedException(CashRefusals.PaidAlready);
        }

        await DecidedPayments.CancelUnpaidAsync(work);
        await TellOfficerAsync(work);
        if (paid.Count == 0)
        {
            await CloseAsync(work, ground);
            return;
        }

        work.Record(new CashRestEnded(ground));
        work.ReachRegardless(MilestoneKind.CashPaid, []);
        await work.DoneAsync(WorkItemKind.PayPayment);
        await work.DoneAsync(WorkItemKind.CashUnclaimed);
        if (paid.Any(p => p.State == PaymentState.Paid))
        {
            await DecidedPayments.AskToCloseAsync(work);
            return;
        }

        work.ReachRegardless(MilestoneKind.Closed, []);
        await CloseAsync(work, ClosingGround.SupportPaid);
    }

    private static async Task CloseAsync(CaseWork work, ClosingGround ground)
    {
        work.Case.ClosedAt = work.Now;
        work.Case.ClosingGround = ground;
        work.Record(new CaseClosed(ground, ""));
        await CaseEnding.FinishWorkAsync(work);
    }

    // Migrationsverket decided, and reads nothing here on its own account.
    private static Task TellOfficerAsync(CaseWork work) =>
        work.Account!.Is(Role.MigrationOfficer) ? Task.CompletedTask : Noticing.TellHolderAsync(work, Ended);

    private static Task<bool> WasAskedAboutAsync(CaseWork work) =>
        work.Db.Set<WorkItem>().AnyAsync(w => w.CaseId == work.Case.Id && w.Kind == WorkItemKind.CashUnclaimed);
}

/// <summary>A case is closed, on whatever ground: those in it who were paid nothing do not count as supported.</summary>
internal sealed class FreeWhatWasNotPaid : IReactTo<CaseClosed>
{
    public async Task ReactAsync(CaseClosed happened, CaseWork work)
    {
        if (work.Case.Kind != ProgrammeKind.CashSupport)
        {
            return;
        }

        var family = await CashFamily.ReadAsync(work);
        var paid = await work
            .Db.Set<Payment>()
            .Where(p => p.CaseId == work.Case.Id && p.PaidMinor != null && p.State != PaymentState.Reversed)
            .Join(work.Db.Set<Entitlement>(), p => p.EntitlementId, e => e.Id, (_, e) => e.BeneficiaryId)
            .ToListAsync();
        // Whose share was nothing because the family had reached its ceiling was supported with the others.
        var supported = paid.Count == 0 ? [] : family.Where(m => m.AmountMinor == 0 || paid.Contains(m.BeneficiaryId)).Select(m => m.Id).ToHashSet();
        if (supported.Count < family.Count)
        {
            await CashClaiming.FreeAsync(work, supported);
        }
    }
}
