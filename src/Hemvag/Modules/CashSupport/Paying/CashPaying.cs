using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Money;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Paying;

/// <summary>What the office paid.</summary>
/// <param name="Members">Ids of those whose share was paid, each whole; at least one.</param>
/// <param name="ReceiptSigned">The person signed the office's cash receipt; a bank transfer is proved by its paper, afterwards.</param>
/// <param name="ReceivedBy">The adult of the family to whom a child's share was handed; null where only one has come.</param>
internal sealed record CashPayment(DateOnly On, PaymentMode Mode, IReadOnlyList<Guid> Members, bool ReceiptSigned, Guid? ReceivedBy = null);

/// <summary>A child's share was handed to an adult of the family.</summary>
internal sealed record CashHandedOver(Guid MemberId, Guid ReceivedBy) : IEvent;

/// <summary>The local office pays the shares of a decision, as many as it hands over at once (S4.19).</summary>
internal sealed class CashPaying(CaseOperations operations)
{
    /// <exception cref="RefusedException">
    /// NobodyChosen, NotToBePaid, AdultNotPresented, ReceiverMissing, IdentityInDoubt, NotPresented; what <see cref="Payment.Pay"/> refuses; CaseHeld.
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
                var shares = (await ChosenAsync(work, input)).Select(m => ShareOf(m, waiting, input)).ToList();
                await PaymentPayouts.PayAsync(work, handle.Account, shares);
                foreach (var share in shares)
                {
                    await ProveAsync(work, input, share);
                }

                if (waiting.All(w => w.Payment.State != PaymentState.Approved))
                {
                    await work.DoneAsync(WorkItemKind.PayPayment);
                }
            }
        );

    private static async Task<IReadOnlyList<CashFamilyMember>> ChosenAsync(CaseWork work, CashPayment input)
    {
        var family = await CashFamily.ReadAsync(work);
        var chosen = family.Where(m => input.Members.Contains(m.Id)).ToList();
        if (chosen.Count == 0 || chosen.Count != input.Members.Distinct().Count())
        {
            throw new RefusedException(CashRefusals.NobodyChosen, "Paid.Members");
        }

        // A child's share is handed to an adult of the family who has come; adults come themselves (not from the seeds).
        var adults = family.Where(m => m is { IsAdult: true, PresentedOn: not null }).ToList();
        if (chosen.Any(m => m is { IsAdult: true, PresentedOn: null }))
        {
            throw new RefusedException(CashRefusals.AdultNotPresented, "Paid.Members");
        }

        if (adults.Count == 0)
        {
            throw new RefusedException(MoneyRefusals.NotPresented, "Paid.Members");
        }

        var children = chosen.Where(m => !m.IsAdult).ToList();
        if (children.Count > 0)
        {
            HandOver(work, children, adults, input.ReceivedBy);
        }

        return chosen;
    }

    private static void HandOver(CaseWork work, List<CashFamilyMember> children, List<CashFamilyMember> adults, Guid? receivedBy)
    {
        var receiver =
            receivedBy is { } named ? adults.Find(a => a.Id == named)
            : adults is [var only] ? only
            : null;
        if (receiver is null)
        {
            throw new RefusedException(CashRefusals.ReceiverMissing, "Paid.ReceivedBy");
        }

        foreach (var child in children)
        {
            child.ReceivedBy = receiver.Id;
            work.Record(new CashHandedOver(child.Id, receiver.Id));
        }
    }

    private static Payout ShareOf(CashFamilyMember member, IReadOnlyList<(Payment Payment, Entitlement Entitlement)> waiting, CashPayment input)
    {
        var (share, line) = waiting.FirstOrDefault(w => w.Entitlement.BeneficiaryId == member.BeneficiaryId);
        return share is null
            ? throw new RefusedException(CashRefusals.NotToBePaid, "Paid.Members")
            : new Payout(share, line, new PaidOrder(input.On, input.Mode, share.AmountMinor));
    }

    private static async Task ProveAsync(CaseWork work, CashPayment input, Payout share)
    {
        if (input.ReceiptSigned && input.Mode == PaymentMode.CashAtOffice)
        {
            var receipt = new ReceiptOrder(input.On, null, CashReceiptSigned: true);
            PaymentRows.Add(work, share.Payment.AddReceipt(share.Entitlement, receipt, Acts.Of(work)));
        }
        else
        {
            await PaymentWork.AskReceiptAsync(work, share.Payment);
        }
    }
}
