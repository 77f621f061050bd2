using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Receiving;

/// <summary>IOM Finland confirms that it has the decision and asks the local office for the payment (S4.19). The decision is the approval (S4.21).</summary>
internal sealed class ReceiptConfirming(CaseOperations operations, CombinationCheck combination)
{
    /// <param name="answer">What was answered about support under both schemes; needed where the caseworker sees such a case and the version asks.</param>
    /// <exception cref="RefusedException">
    /// CombinationNotAsked, CombinationWaits, CombinationRefused, ReceiptPutOff; MilestoneAlreadyReached, GateOpen, CaseHeld.
    /// </exception>
    public async Task ConfirmAsync(CaseHandle handle, Guid operationId, CombinationAnswer? answer = null)
    {
        var beside = await combination.NumbersAsync(handle);
        await operations.RunAsync(
            handle,
            operationId,
            "ConfirmCashReceipt",
            OperationNature.Act,
            async work =>
            {
                var decision = await work.Db.Set<CashDecision>().FirstAsync(d => d.CaseId == work.Case.Id);
                RequireNothingWaits(work, decision, handle.Account.Id, beside.Count > 0, answer);
                decision.GoOn();
                await work.ReachAsync(MilestoneKind.ReceiptConfirmed, work.Today);
                var family = await CashFamily.ReadAsync(work);
                DecidedPayments.Open(
                    work,
                    family.Where(m => m.AmountMinor > 0).Select(m => new DecidedShare(m.BeneficiaryId, m.AmountMinor, m.Ordinal)),
                    decision.EnteredBy
                );
                await work.DoneAsync(WorkItemKind.ConfirmReceipt);
                await AskOfficeAsync(work);
                await work.ScheduleAsync(
                    Job.At(work.Now + ChaseUnclaimed.Every, ChaseUnclaimed.JobKind, work.Case.Id, $"chase-unclaimed/{work.Case.Id:N}")
                );
            }
        );
    }

    /// <summary>
    /// Put off, for whatever reason. What was answered about both schemes is kept with it, and the operation is the same with and without:
    /// everyone who sees the case reads of it, and a word of its own would tell them that there is another case.
    /// </summary>
    /// <param name="answer">Waits or MayNot; taken only from a caseworker who works on the other case too.</param>
    /// <exception cref="RefusedException">MilestoneAlreadyReached.</exception>
    public async Task PutOffAsync(CaseHandle handle, Guid operationId, CombinationAnswer? answer)
    {
        var knows = answer is CombinationAnswer.Waits or CombinationAnswer.MayNot && (await combination.NumbersAsync(handle)).Count > 0;
        await operations.RunAsync(
            handle,
            operationId,
            "LookThroughReceipt",
            OperationNature.Fact,
            async work =>
            {
                if (work.Reached.Contains(MilestoneKind.ReceiptConfirmed))
                {
                    throw new RefusedException(CaseRefusals.MilestoneAlreadyReached);
                }

                var decision = await work.Db.Set<CashDecision>().FirstAsync(d => d.CaseId == work.Case.Id);
                work.Record(knows ? decision.Answer(answer!.Value, handle.Account.Id) : decision.PutOff(handle.Account.Id));
            }
        );
    }

    /// <param name="knows">The caseworker works on a case of the return programme of the same person.</param>
    private static void RequireNothingWaits(CaseWork work, CashDecision decision, Guid by, bool knows, CombinationAnswer? answer)
    {
        if (knows && work.Programme.Combination != CombinationRule.Allowed)
        {
            RequireCombination(work, decision, by, answer);
        }
        else if (decision.WaitsFor is { } colleague && (colleague != by || decision.Combination is not null))
        {
            // Nothing of why: what a colleague knows of the person elsewhere is not told.
            throw new RefusedException(CashRefusals.ReceiptPutOff);
        }
    }

    private static void RequireCombination(CaseWork work, CashDecision decision, Guid by, CombinationAnswer? answer)
    {
        if (work.Programme.Combination == CombinationRule.Refused || answer == CombinationAnswer.MayNot)
        {
            throw new RefusedException(CashRefusals.CombinationRefused, "Combination");
        }

        var given = answer ?? throw new RefusedException(CashRefusals.CombinationNotAsked, "Combination");
        if (given == CombinationAnswer.Waits)
        {
            throw new RefusedException(CashRefusals.CombinationWaits, "Combination");
        }

        work.Record(decision.Answer(given, by));
    }

    private static async Task AskOfficeAsync(CaseWork work)
    {
        if (work.Case.LocalOfficeId is { } office)
        {
            // Whoever has come already is not expected: only the money waited for this.
            await work.AskAsync(
                work.Reached.Contains(MilestoneKind.PresentedHerself)
                    ? new WorkAsked(WorkItemKind.PayPayment, Urgency.Money, Role.LocalOfficeWorker, office, null, CashPages.Pay, work.Today)
                    : new WorkAsked(WorkItemKind.ExpectAtOffice, Urgency.Money, Role.LocalOfficeWorker, office, null, CashPages.Presented, null)
            );
        }
    }
}
