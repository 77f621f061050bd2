using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What waits for whom when a payment has moved.</summary>
internal static class PaymentWork
{
    private const string ApprovePage = "money/approve";

    /// <summary>One task for the case however many payments wait: they are approved row by row on one page.</summary>
    public static Task AskApprovalAsync(CaseWork work) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.ApprovePayment,
                Urgency.Money,
                Role.IomApprover,
                IomFinland.Id,
                AccountId: null,
                ApprovePage,
                LocalDates.NextWorkingDay(work.Today)
            )
        );

    /// <summary>Ends the approver's task when nothing in the case waits for it any longer.</summary>
    public static async Task ApprovalAnsweredAsync(CaseWork work)
    {
        var stored = await work.Db.Set<Payment>().Where(p => p.CaseId == work.Case.Id && p.State == PaymentState.Requested).ToListAsync();
        // What this very operation has changed is not in the database yet.
        if (stored.All(p => p.State != PaymentState.Requested))
        {
            await work.DoneAsync(WorkItemKind.ApprovePayment);
        }
    }

    public static async Task AskPaymentAsync(CaseWork work, Payment payment) =>
        await AskPaymentAsync(work, payment, await PaymentDue.OfAsync(work, payment));

    /// <summary>The day the person was met is corrected: the instalment is due by the right day.</summary>
    public static async Task MoveInstalmentAsync(CaseWork work, Payment payment, DateOnly met)
    {
        await work.DoneAsync(WorkItemKind.PayPayment, payment.Id);
        await AskPaymentAsync(work, payment, PaymentDue.MonthBegins(met, payment.Month!.Value));
    }

    private static async Task AskPaymentAsync(CaseWork work, Payment payment, DateOnly due)
    {
        if (work.Case.LocalOfficeId is { } office)
        {
            await work.AskAsync(
                new WorkAsked(WorkItemKind.PayPayment, Urgency.Money, Role.LocalOfficeWorker, office, null, PageOf(payment), due, payment.Id)
            );
        }
    }

    public static async Task AskReceiptAsync(CaseWork work, Payment payment)
    {
        if (work.Case.LocalOfficeId is { } office)
        {
            var due = LocalDates.NextWorkingDay(work.Today);
            await work.AskAsync(
                new WorkAsked(WorkItemKind.ReceiptPayment, Urgency.Money, Role.LocalOfficeWorker, office, null, PageOf(payment), due, payment.Id)
            );
        }
    }

    /// <summary>Who asks for payments of this office answers: the office itself, or IOM Finland for one where one person works.</summary>
    public static async Task AskAgainAsync(CaseWork work, Payment payment)
    {
        var office = work.Case.LocalOfficeId;
        var helsinki = office is null || await work.Db.Set<Organisation>().AnyAsync(o => o.Id == office && o.SinglePerson);
        var due = LocalDates.NextWorkingDay(work.Today);
        await work.AskAsync(
            helsinki
                ? new WorkAsked(
                    WorkItemKind.PaymentSentBack,
                    Urgency.Money,
                    Role.IomCaseworker,
                    IomFinland.Id,
                    null,
                    PageOf(payment),
                    due,
                    payment.Id
                )
                : new WorkAsked(
                    WorkItemKind.PaymentSentBack,
                    Urgency.Money,
                    Role.LocalOfficeWorker,
                    office!.Value,
                    null,
                    PageOf(payment),
                    due,
                    payment.Id
                )
        );
    }

    /// <summary>Nothing waits for this payment any longer.</summary>
    public static async Task NothingWaitsAsync(CaseWork work, Payment payment)
    {
        await work.DoneAsync(WorkItemKind.PayPayment, payment.Id);
        await work.DoneAsync(WorkItemKind.ReceiptPayment, payment.Id);
        await work.DoneAsync(WorkItemKind.PaymentSentBack, payment.Id);
        await ApprovalAnsweredAsync(work);
        if (payment.ChildOrdinal is not null)
        {
            await ChildMoney.FollowAsync(work);
        }
    }

    public static string PageOf(Payment payment) => $"money/payments/{payment.Id:D}";
}
