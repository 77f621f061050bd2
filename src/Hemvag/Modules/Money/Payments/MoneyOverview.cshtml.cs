using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Every figure of the support, what waits, and the payments behind the figures.</summary>
[Needs(CaseAction.SeePlanAndMoney)]
internal sealed class MoneyOverviewModel(MoneyQueries queries, PaymentApprovals approvals, MoneyDesk desk, PaymentWords words)
    : CasePageModel,
        ILoadsForRedisplay
{
    internal MoneyView View { get; private set; } = new([], []);

    internal IReadOnlyDictionary<Guid, Unsealed<PaymentDetails>> Details { get; private set; } = new Dictionary<Guid, Unsealed<PaymentDetails>>();

    internal EntitlementCategory? Category { get; private set; }

    internal PaymentFilter? State { get; private set; }

    /// <summary>"Child 1"; 0 for the adult; null for everyone.</summary>
    internal int? Of { get; private set; }

    internal bool MayRequest { get; private set; }

    internal bool IsFiltered => Category is not null || State is not null || Of is not null;

    internal string Currency => View.Entitlements[0].Currency;

    internal MoneyDesk Desk => desk;

    internal PaymentWords Words => words;

    internal IReadOnlyList<Payment> Shown =>
        [
            .. View.Payments.Where(p =>
                (Category is null || p.Category == Category)
                && (State is null || State.Value.Holds(p.State))
                && (Of is null || Of == (p.ChildOrdinal ?? 0))
            ),
        ];

    /// <summary>The one payment that this reader, or else someone, has to do something about.</summary>
    internal Payment? Waiting => IsFiltered ? null : WaitingPayments.For(Handle, View.Payments, MayRequest);

    internal int WaitForApproval => View.Payments.Count(p => p.State == PaymentState.Requested);

    internal Amount Amount(long minor) => new(minor, Currency);

    internal string What(Payment payment) => words.What(payment, Details.GetValueOrDefault(payment.Id)?.Value);

    internal string WrittenOut => WrittenSum.Of(View.Total, Currency);

    public async Task<IActionResult> OnGetAsync(string? category, string? state, string? of)
    {
        if (!ExactWord.TryRead<EntitlementCategory>(category, out var wanted) || !ExactWord.TryRead<PaymentFilter>(state, out var column))
        {
            return BadRequest();
        }

        // An address that cannot be read is wrong; it never means "everyone".
        if (of is not null)
        {
            if (!int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
            {
                return BadRequest();
            }

            Of = ordinal;
        }

        (Category, State) = (wanted, column);
        await LoadAsync();
        return Page();
    }

    [Needs(CaseAction.ApprovePayment)]
    public async Task<IActionResult> OnPostApproveAsync(Guid paymentId, int round)
    {
        var answers = await approvals.AnswerAsync(Handle, OperationId, [new ApprovalRow(paymentId, round, ApprovalChoice.Approve, null)]);
        return answers is [{ Refused: { } refused }] ? throw new RefusedException(refused) : Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Money));
    }

    public async Task LoadAsync()
    {
        View = await queries.ReadAsync(Handle);
        MayRequest = View.Entitlements.Count > 0 && await desk.MayRequestAsync(Handle);
        if (IsOpen(Compartment.Bank))
        {
            Details = await queries.DetailsAsync(Opened!);
        }
    }
}
