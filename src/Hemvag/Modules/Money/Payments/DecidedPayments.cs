using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What a decision grants to one beneficiary.</summary>
/// <param name="BeneficiaryId">The case's own id for the person whose case it is; an id of its own for anyone else.</param>
/// <param name="Ordinal">Of the person in the decision, by which the share is told from the others.</param>
internal sealed record DecidedShare(Guid BeneficiaryId, long AmountMinor, int Ordinal);

/// <summary>
/// Payments that an authority's decision has granted: the decision is the approval in advance (S4.21). The line, its request and its approval
/// are opened together; whoever asks, whoever has decided and whoever pays are three people as everywhere.
/// </summary>
internal static class DecidedPayments
{
    // Not from the seeds: as for any other case that is done.
    private const int DaysToClose = 7;

    /// <param name="decidedBy">The account that entered the decision; never the one that asks now.</param>
    /// <exception cref="RefusedException">SamePersonApproves; what a request refuses.</exception>
    /// <exception cref="InvalidOperationException">In a version whose payments IOM Finland approves one by one (S1.64).</exception>
    public static void Open(CaseWork work, IEnumerable<DecidedShare> shares, Guid decidedBy)
    {
        if (work.Case.Kind != ProgrammeKind.CashSupport)
        {
            throw new InvalidOperationException("IOM Finland approves the payments of this version in advance.");
        }

        var set = work.Programme.Entitlements;
        var line = set.Lines.Single();
        var asks = Acts.Of(work);
        foreach (var share in shares)
        {
            var (entitlement, opened) = Entitlement.Open(work.Case.Id, share.BeneficiaryId, line.Category, share.AmountMinor, set.Currency, asks);
            work.Db.Add(entitlement);
            work.Db.Add(opened);
            work.Record(new EntitlementOpened(entitlement.Id, entitlement.BeneficiaryId, line.Category, share.AmountMinor, set.Currency));
            var order = new PaymentOrder(line.Purposes[0], line.Modes[0], share.AmountMinor, null, null);
            var (payment, requested) = Payment.Request(entitlement, line, order, new HashSet<int>(), asks, share.Ordinal);
            work.Db.Add(payment);
            PaymentRows.Add(work, requested);
            PaymentRows.Add(work, payment.Approve(entitlement, payment.Round, asks with { By = decidedBy }));
        }
    }

    /// <summary>Nothing more is paid: what was granted and not paid is free again.</summary>
    public static async Task CancelUnpaidAsync(CaseWork work)
    {
        foreach (var (payment, entitlement) in await PaymentRows.ReadAsync(work, Unpaid.Of(work)))
        {
            PaymentRows.Add(work, payment.Cancel(entitlement, Acts.Of(work)));
            await PaymentWork.NothingWaitsAsync(work, payment);
        }
    }

    /// <summary>With the last share the support is paid, whichever page paid it; then a person closes the case.</summary>
    public static async Task SharesPaidAsync(CaseWork work, DateOnly on)
    {
        if (work.Case.Kind != ProgrammeKind.CashSupport || work.Reached.Contains(MilestoneKind.CashPaid) || await Unpaid.AnyAsync(work))
        {
            return;
        }

        await work.ReachAsync(MilestoneKind.CashPaid, on);
        await work.DoneAsync(WorkItemKind.CashUnclaimed);
        await AskToCloseAsync(work);
    }

    /// <summary>Nothing more is paid: a person closes the case.</summary>
    public static Task AskToCloseAsync(CaseWork work) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.CloseCase,
                Urgency.Date,
                Role.IomCaseworker,
                IomFinland.Id,
                null,
                CaseLinks.Close,
                work.Today.AddDays(DaysToClose)
            )
        );
}
