using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What a request form holds.</summary>
/// <param name="Months">Instalments asked for, each a payment of its own; empty for a line without instalments.</param>
/// <param name="AmountMinor">Ignored for instalments: the programme fixes theirs.</param>
/// <param name="ChildId">The accompanying child it is for; null for the adult.</param>
/// <param name="PlanItemId">An item of the current plan, or null.</param>
internal sealed record PaymentRequest(
    EntitlementCategory Category,
    SupportPurpose? Purpose,
    PaymentMode Mode,
    long AmountMinor,
    IReadOnlyList<int> Months,
    Guid? PlanItemId,
    PaymentDetails Details,
    Guid? ChildId = null
);

/// <summary>Asks for payments: the local office, or IOM Finland for an office where one person works.</summary>
internal sealed class PaymentRequests(CaseOperations operations, IKnowsPlanItems plan)
{
    /// <summary>Several instalments are several payments in one operation: all or none.</summary>
    /// <exception cref="RefusedException">OfficeRequests, HelsinkiRequests, NotOpened, InstalmentTaken, CeilingExceeded, … (see <see cref="Payment.Request"/>).</exception>
    public Task RequestAsync(CaseHandle handle, Guid operationId, PaymentRequest request) =>
        operations.RunAsync(
            handle,
            operationId,
            "RequestPayment",
            OperationNature.Act,
            async work =>
            {
                await RequirePartAsync(work, handle);
                await PaymentParts.RequireIomAsync(work);
                var entitlement = await EntitlementAsync(work, request.Category, request.ChildId);
                await ChildMoney.RequireEntitledAsync(work, entitlement);
                var line = LineRules.Of(work.Programme, entitlement);
                var taken = await TakenAsync(work, entitlement);
                taken.UnionWith(entitlement.InstalmentsPaidBefore(line.Instalments));
                var item = request.PlanItemId is { } planned ? await plan.FindAsync(work, planned, entitlement.BeneficiaryId) : null;
                foreach (var order in Orders(request, line.Instalments?.AmountMinor, item))
                {
                    var (payment, move) = Payment.Request(entitlement, line, order, taken, Acts.Of(work));
                    work.Db.Add(payment);
                    PaymentRows.Add(work, move);
                    await SealDetailsAsync(work, payment, request.Details, shownVersion: 0);
                    if (order.Month is { } month)
                    {
                        taken.Add(month);
                    }
                }

                await PaymentWork.AskApprovalAsync(work);
            }
        );

    /// <summary>Asks once more for what was sent back.</summary>
    /// <param name="detailsVersion">The version of the sealed text the form has shown; null when the text stays as it is.</param>
    /// <exception cref="RefusedException">NotSentBack, SectionChanged, and as for a request.</exception>
    public Task RequestAgainAsync(
        CaseHandle handle,
        Guid operationId,
        Guid paymentId,
        PaymentMode mode,
        long amountMinor,
        SupportPurpose? purpose,
        (PaymentDetails Details, int Version)? changed
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            "RequestPaymentAgain",
            OperationNature.Act,
            async work =>
            {
                await RequirePartAsync(work, handle);
                await PaymentParts.RequireIomAsync(work);
                var (payment, entitlement) = await PaymentRows.FindAsync(work, paymentId);
                await ChildMoney.RequireEntitledAsync(work, entitlement);
                var line = LineRules.Of(work.Programme, entitlement);
                var amount = line.Instalments?.AmountMinor ?? amountMinor;
                var item = payment.PlanItemId is { } planned ? await plan.FindAsync(work, planned, entitlement.BeneficiaryId) : null;
                PaymentRows.Add(
                    work,
                    payment.RequestAgain(entitlement, line, new PaymentOrder(purpose, mode, amount, payment.Month, item), Acts.Of(work))
                );
                if (changed is var (details, version))
                {
                    await SealDetailsAsync(work, payment, details, version);
                }

                await work.DoneAsync(WorkItemKind.PaymentSentBack, payment.Id);
                await PaymentWork.AskApprovalAsync(work);
            }
        );

    /// <summary>Ends a payment that is not paid yet.</summary>
    /// <exception cref="RefusedException">ReasonMissing, AlreadyPaid, PaymentEnded.</exception>
    public Task CancelAsync(CaseHandle handle, Guid operationId, Guid paymentId, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "CancelPayment",
            OperationNature.Fact,
            async work =>
            {
                var (payment, entitlement) = await PaymentRows.FindAsync(work, paymentId);
                var why = PaymentRows.RequireReason(reason);
                PaymentRows.Add(work, payment.Cancel(entitlement, Acts.Of(work)));
                await PaymentSubjects.SealReasonAsync(work, payment, why);
                await PaymentWork.NothingWaitsAsync(work, payment);
            }
        );

    private static IEnumerable<PaymentOrder> Orders(PaymentRequest request, long? instalment, PlannedFor? item) =>
        instalment is not { } fixedAmount ? [new PaymentOrder(request.Purpose, request.Mode, request.AmountMinor, null, item)]
        : request.Months.Count == 0 ? throw new RefusedException(MoneyRefusals.InstalmentMissing, "Input.Months")
        : request.Months.Distinct().Order().Select(month => new PaymentOrder(request.Purpose, request.Mode, fixedAmount, month, item));

    private static async Task RequirePartAsync(CaseWork work, CaseHandle handle)
    {
        var office = work.Case.LocalOfficeId;
        var single = await work.Db.Set<Organisation>().AnyAsync(o => o.Id == office && o.SinglePerson);
        PaymentParts.Require(PaymentParts.WhyNotRequest(handle.Account, office, single));
    }

    private static async Task<Entitlement> EntitlementAsync(CaseWork work, EntitlementCategory category, Guid? childId)
    {
        var beneficiary = childId ?? work.Case.Id;
        return await work
                .Db.Set<Entitlement>()
                .FirstOrDefaultAsync(e => e.CaseId == work.Case.Id && e.BeneficiaryId == beneficiary && e.Category == category)
            ?? throw new RefusedException(MoneyRefusals.NotOpened);
    }

    private static async Task<HashSet<int>> TakenAsync(CaseWork work, Entitlement entitlement)
    {
        var months = await work
            .Db.Set<Payment>()
            .Where(p => p.EntitlementId == entitlement.Id && p.Month != null)
            .Where(p => p.State != PaymentState.Cancelled && p.State != PaymentState.Reversed)
            .Select(p => p.Month!.Value)
            .ToListAsync();
        return [.. months];
    }

    private static async Task SealDetailsAsync(CaseWork work, Payment payment, PaymentDetails details, int shownVersion)
    {
        if (details is { What: null, PayTo: null } && shownVersion == 0)
        {
            return;
        }

        var subject = PaymentSubjects.Details(payment.Id);
        var record = await work.SealAsync(Compartment.Bank, subject, details, shownVersion);
        work.Record(new RecordSealed(subject, record.Id, record.Version));
    }
}
