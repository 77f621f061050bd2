using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Web.Refused;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What the approver chose for a row.</summary>
internal enum ApprovalChoice
{
    Leave,
    Approve,
    SendBack,
}

/// <summary>One row of the approver's form.</summary>
/// <param name="Round">The round the approver has read.</param>
/// <param name="Reason">Needed to send back.</param>
internal sealed record ApprovalRow(Guid PaymentId, int Round, ApprovalChoice Choice, string? Reason);

/// <summary>What became of a row.</summary>
/// <param name="Refused">Why it was not done; null when it was.</param>
internal sealed record ApprovalAnswer(Guid PaymentId, ApprovalChoice Choice, Refusal? Refused);

/// <summary>Approval in advance by IOM Finland (S1.64), for as many payments of a case as wait.</summary>
internal sealed class PaymentApprovals(CaseOperations operations)
{
    /// <summary>One operation for all rows. A row that cannot be done says why and does not stop the others.</summary>
    /// <returns>An answer for each row that was not left; empty when this very form was submitted before.</returns>
    /// <exception cref="RefusedException">OnlyApprover, NoRowChosen, or CaseHeld while anything is approved on a held case.</exception>
    public async Task<IReadOnlyList<ApprovalAnswer>> AnswerAsync(CaseHandle handle, Guid operationId, IReadOnlyList<ApprovalRow> rows)
    {
        PaymentParts.Require(PaymentParts.WhyNotApprove(handle.Account));
        var chosen = rows.Where(r => r.Choice != ApprovalChoice.Leave).ToList();
        if (chosen.Count == 0)
        {
            throw new RefusedException(MoneyRefusals.NoRowChosen);
        }

        // Sending back cares for what exists; approving moves money and stands still while the case is held.
        var nature = chosen.Any(r => r.Choice == ApprovalChoice.Approve) ? OperationNature.Act : OperationNature.Fact;
        IReadOnlyList<ApprovalAnswer> answers = [];
        try
        {
            await operations.RunAsync(handle, operationId, "AnswerPayments", nature, async work => answers = await AnswerRowsAsync(work, chosen));
        }
        catch (RefusedException nothing)
            when (nothing.Refusal == MoneyRefusals.NothingDecided && nothing.Arguments is [IReadOnlyList<ApprovalAnswer> all])
        {
            answers = all;
        }

        return answers;
    }

    private static async Task<IReadOnlyList<ApprovalAnswer>> AnswerRowsAsync(CaseWork work, List<ApprovalRow> rows)
    {
        var ids = rows.Select(r => r.PaymentId).ToList();
        var found = (await PaymentRows.ReadAsync(work, work.Db.Set<Payment>().Where(p => ids.Contains(p.Id)))).ToDictionary(r => r.Payment.Id);
        var own = await PaymentRows.RequestedByAsync(work, ids, Acts.Of(work).By);
        var answers = new List<ApprovalAnswer>();
        foreach (var row in rows)
        {
            if (!found.TryGetValue(row.PaymentId, out var one))
            {
                throw new NotThereException();
            }

            var isOwn = row.Choice == ApprovalChoice.Approve && own.Contains(row.PaymentId);
            answers.Add(
                isOwn ? new ApprovalAnswer(row.PaymentId, row.Choice, MoneyRefusals.SamePersonApproves) : await AnswerRowAsync(work, row, one)
            );
        }

        if (answers.All(a => a.Refused is not null))
        {
            // Nothing happened, so nothing is saved; the answers travel with the refusal.
            throw new RefusedException(MoneyRefusals.NothingDecided, null, (IReadOnlyList<ApprovalAnswer>)answers);
        }

        await PaymentWork.ApprovalAnsweredAsync(work);
        return answers;
    }

    private static async Task<ApprovalAnswer> AnswerRowAsync(CaseWork work, ApprovalRow row, (Payment Payment, Entitlement Entitlement) found)
    {
        var (payment, entitlement) = found;
        try
        {
            if (row.Choice == ApprovalChoice.Approve)
            {
                await ChildMoney.RequireEntitledAsync(work, entitlement);
                PaymentRows.Add(work, payment.Approve(entitlement, row.Round, Acts.Of(work)));
                await PaymentWork.AskPaymentAsync(work, payment);
            }
            else
            {
                var reason = PaymentRows.RequireReason(row.Reason);
                PaymentRows.Add(work, payment.SendBack(entitlement, row.Round, Acts.Of(work)));
                await PaymentSubjects.SealReasonAsync(work, payment, reason);
                await PaymentWork.AskAgainAsync(work, payment);
            }

            return new ApprovalAnswer(row.PaymentId, row.Choice, null);
        }
        catch (RefusedException refused)
        {
            return new ApprovalAnswer(row.PaymentId, row.Choice, refused.Refusal);
        }
    }
}
