using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Xunit;

namespace Hemvag.Tests.Money;

/// <summary>What people do with money, through the real services.</summary>
internal static class MoneyActs
{
    public static Task RequestMonthsAsync(this MoneyWorld world, params int[] months) =>
        world.RequestAsync(
            MoneyPeople.Requester,
            new PaymentRequest(EntitlementCategory.Subsistence, null, PaymentMode.CashAtOffice, 0, months, null, new PaymentDetails(null, null))
        );

    public static Task RequestAsync(this MoneyWorld world, CurrentAccount account, PaymentRequest request) =>
        world.DoAsync<PaymentRequests>(account, (requests, handle) => requests.RequestAsync(handle, world.NewId(), request));

    public static PaymentRequest Grant(long minor, Guid? planItem = null) =>
        new(
            EntitlementCategory.Reintegration,
            SupportPurpose.SmallBusinessEquipment,
            PaymentMode.DirectToProvider,
            minor,
            [],
            planItem,
            new PaymentDetails("Sewing machine", "Provider")
        );

    public static PaymentRequest Health(long minor, PaymentMode mode) =>
        new(EntitlementCategory.Health, SupportPurpose.DoctorVisit, mode, minor, [], null, new PaymentDetails("Doctor", null));

    public static async Task<IReadOnlyList<ApprovalAnswer>> AnswerAsync(this MoneyWorld world, CurrentAccount account, params ApprovalRow[] rows)
    {
        IReadOnlyList<ApprovalAnswer> answers = [];
        await world.DoAsync<PaymentApprovals>(
            account,
            async (approvals, handle) => answers = await approvals.AnswerAsync(handle, world.NewId(), rows)
        );
        return answers;
    }

    public static ApprovalRow Approve(Payment payment) => new(payment.Id, payment.Round, ApprovalChoice.Approve, null);

    public static ApprovalRow SendBack(Payment payment, string? reason = "Which contract?") =>
        new(payment.Id, payment.Round, ApprovalChoice.SendBack, reason);

    public static Task PayAsync(this MoneyWorld world, CurrentAccount account, Guid id, long minor, PaymentMode mode, DateOnly? on = null) =>
        world.DoAsync<PaymentPayouts>(
            account,
            (payouts, handle) => payouts.PayAsync(handle, world.NewId(), id, new PaidOrder(on ?? world.Today, mode, minor))
        );

    public static Task CashReceiptAsync(this MoneyWorld world, CurrentAccount account, Guid id) =>
        world.DoAsync<PaymentPayouts>(
            account,
            (payouts, handle) => payouts.AddReceiptAsync(handle, world.NewId(), id, world.Today, null, cashReceiptSigned: true)
        );

    public static Task ReverseAsync(this MoneyWorld world, CurrentAccount account, Guid id, string? reason = "Never collected") =>
        world.DoAsync<PaymentPayouts>(account, (payouts, handle) => payouts.ReverseAsync(handle, world.NewId(), id, reason));

    public static Task AccountForAsync(
        this MoneyWorld world,
        CurrentAccount account,
        Guid id,
        string? reason = "Contact lost; the office saw it handed over"
    ) => world.DoAsync<PaymentPayouts>(account, (payouts, handle) => payouts.AccountForAsync(handle, world.NewId(), id, reason));

    public static Task CancelAsync(this MoneyWorld world, CurrentAccount account, Guid id, string? reason = "No longer needed") =>
        world.DoAsync<PaymentRequests>(account, (requests, handle) => requests.CancelAsync(handle, world.NewId(), id, reason));

    public static async Task EndSupportAsync(this MoneyWorld world)
    {
        await world.StopAsync(MoneyPeople.Payer, (stop, handle) => stop.AskToEndSupportAsync(handle, world.NewId()));
        await world.ReachAsync(ReachedHow.InPerson);
        await world.StopAsync(MoneyPeople.Coordinator, (stop, handle) => stop.EndSupportAsync(handle, world.NewId()));
    }

    public static Task StopAsync(this MoneyWorld world, CurrentAccount account, Func<StopService, CaseHandle, Task> act) =>
        world.DoAsync(account, act);

    public static Task ReachAsync(this MoneyWorld world, ReachedHow? how, int daysFromToday = 0) =>
        world.StopAsync(
            MoneyPeople.Coordinator,
            (stop, handle) => stop.ReachedAsync(handle, world.NewId(), new ReachedInput(how, world.Today.AddDays(daysFromToday), null))
        );

    public static async Task RefusedAsync(string name, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(act);
        Assert.Equal(name, refused.Refusal.Name);
    }
}
