using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Payments;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Receiving;

/// <summary>IOM Finland confirms that it has the decision and asks the local office for the payment (S4.19). The decision is the approval (S4.21).</summary>
internal sealed class ReceiptConfirming(CaseOperations operations, CombinationCheck combination)
{
    /// <param name="answer">What was answered about support under both schemes; needed where the caseworker sees such a case and the version asks.</param>
    /// <exception cref="RefusedException">CombinationNotAsked, CombinationWaits, CombinationRefused; MilestoneAlreadyReached, GateOpen, CaseHeld.</exception>
    public async Task ConfirmAsync(CaseHandle handle, Guid operationId, CombinationAnswer? answer = null)
    {
        var beside = await combination.NumbersAsync(handle.CaseId, handle.Account);
        await operations.RunAsync(
            handle,
            operationId,
            "ConfirmCashReceipt",
            OperationNature.Act,
            async work =>
            {
                var decision = await work.Db.Set<CashDecision>().FirstAsync(d => d.CaseId == work.Case.Id);
                RequireCombination(work, decision, beside.Count > 0, answer);
                await work.ReachAsync(MilestoneKind.ReceiptConfirmed, work.Today);
                var family = await work.Db.Set<CashFamilyMember>().Where(m => m.CaseId == work.Case.Id).OrderBy(m => m.Ordinal).ToListAsync();
                DecidedPayments.Open(
                    work,
                    family.Where(m => m.AmountMinor > 0).Select(m => new DecidedShare(m.BeneficiaryId, m.AmountMinor)),
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

    /// <summary>Asked, and not answered yet: kept with the decision, which waits.</summary>
    public Task KeepWaitingAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "AskAboutCombination",
            OperationNature.Fact,
            async work => work.Record((await work.Db.Set<CashDecision>().FirstAsync(d => d.CaseId == work.Case.Id)).Answer(CombinationAnswer.Waits))
        );

    private static void RequireCombination(CaseWork work, CashDecision decision, bool hasOther, CombinationAnswer? answer)
    {
        if (!hasOther || work.Programme.Combination == CombinationRule.Allowed)
        {
            return;
        }

        if (work.Programme.Combination == CombinationRule.Refused || answer == CombinationAnswer.MayNot)
        {
            throw new RefusedException(CashRefusals.CombinationRefused, "Combination");
        }

        var given = answer ?? throw new RefusedException(CashRefusals.CombinationNotAsked, "Combination");
        if (given == CombinationAnswer.Waits)
        {
            throw new RefusedException(CashRefusals.CombinationWaits, "Combination");
        }

        work.Record(decision.Answer(given));
    }

    private static async Task AskOfficeAsync(CaseWork work)
    {
        if (work.Case.LocalOfficeId is { } office)
        {
            await work.AskAsync(
                new WorkAsked(WorkItemKind.ExpectAtOffice, Urgency.Money, Role.LocalOfficeWorker, office, null, CashPages.Presented, null)
            );
        }
    }
}
