using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Modules.Reintegration.Payments;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Paying;

/// <summary>What the office paid.</summary>
/// <param name="Members">Ids of those whose share was paid, each whole; at least one.</param>
/// <param name="ReceiptSigned">The person signed the office's cash receipt; a bank transfer is proved by its paper, afterwards.</param>
internal sealed record CashPayment(DateOnly On, PaymentMode Mode, IReadOnlyList<Guid> Members, bool ReceiptSigned);

/// <summary>The local office pays the shares of a decision, as many as it hands over at once (S4.19).</summary>
internal sealed class CashPaying(CaseOperations operations)
{
    /// <exception cref="RefusedException">
    /// NobodyChosen, NotToBePaid, AdultNotPresented, IdentityInDoubt, NotPresented; what <see cref="Payment.Pay"/> refuses; CaseHeld.
    /// </exception>
    public Task PayAsync(CaseHandle handle, Guid operationId, CashPayment input) =>
        operations.RunAsync(
            handle,
            operationId,
            "PayCash",
            OperationNature.Act,
            async work =>
            {
                if (await work.Db.Set<CashVisit>().AnyAsync(v => v.CaseId == work.Case.Id && !v.Recognised && v.SettledAt == null))
                {
                    throw new RefusedException(CashRefusals.IdentityInDoubt);
                }

                var waiting = await PaymentRows.ReadAsync(work, work.Db.Set<Payment>().Where(p => p.State == PaymentState.Approved));
                foreach (var member in await ChosenAsync(work, input))
                {
                    var share = waiting.Where(w => w.Entitlement.BeneficiaryId == member.BeneficiaryId).Select(w => w.Payment).FirstOrDefault();
                    await PayAsync(work, handle, input, share ?? throw new RefusedException(CashRefusals.NotToBePaid, "Paid.Members"));
                }

                if (waiting.All(w => w.Payment.State != PaymentState.Approved))
                {
                    await work.DoneAsync(WorkItemKind.PayPayment);
                }
            }
        );

    private static async Task<IReadOnlyList<CashFamilyMember>> ChosenAsync(CaseWork work, CashPayment input)
    {
        var family = await work.Db.Set<CashFamilyMember>().Where(m => m.CaseId == work.Case.Id).OrderBy(m => m.Ordinal).ToListAsync();
        var chosen = family.Where(m => input.Members.Contains(m.Id)).ToList();
        if (chosen.Count == 0 || chosen.Count != input.Members.Distinct().Count())
        {
            throw new RefusedException(CashRefusals.NobodyChosen, "Paid.Members");
        }

        // A child's share is handed to an adult of the family; adults come themselves (not from the seeds).
        if (chosen.Any(m => m is { IsAdult: true, PresentedOn: null }))
        {
            throw new RefusedException(CashRefusals.AdultNotPresented, "Paid.Members");
        }

        return chosen;
    }

    private static async Task PayAsync(CaseWork work, CaseHandle handle, CashPayment input, Payment share)
    {
        var order = new PaidOrder(input.On, input.Mode, share.AmountMinor);
        var (payment, entitlement) = await PaymentPayouts.PayAsync(work, handle.Account, share.Id, order);
        if (input.ReceiptSigned && input.Mode == PaymentMode.CashAtOffice)
        {
            PaymentRows.Add(work, payment.AddReceipt(entitlement, new ReceiptOrder(input.On, null, CashReceiptSigned: true), Acts.Of(work)));
        }
        else
        {
            await PaymentWork.AskReceiptAsync(work, payment);
        }
    }
}
