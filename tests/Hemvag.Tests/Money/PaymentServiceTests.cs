using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Hemvag.Tests.Money.MoneyActs;

namespace Hemvag.Tests.Money;

/// <summary>Request, approve, pay, receipt on both databases: who may, what follows, what the sums say.</summary>
public sealed class PaymentServiceTests
{
    [Theory, OnBothDatabases]
    public async Task Six_instalments_are_requested_at_once_and_approved_in_one_act(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1, 2, 3, 4, 5, 6);
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.ApprovePayment));
        var payments = await world.PaymentsAsync();
        var answers = await world.AnswerAsync(MoneyPeople.Approver, [.. payments.Select(Approve)]);
        Assert.All(answers, a => Assert.Null(a.Refused));
        Assert.Equal(6, answers.Count);
        var entitlement = await world.EntitlementAsync(EntitlementCategory.Subsistence);
        Assert.Equal((0, 90000, 0), (entitlement.ReservedMinor, entitlement.ApprovedMinor, entitlement.PaidMinor));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ApprovePayment));
        var due = (await world.OpenWorkAsync(WorkItemKind.PayPayment)).Select(w => w.DueOn).Order();
        Assert.Equal(Enumerable.Range(0, 6).Select(m => (DateOnly?)world.Today.AddMonths(m)), due);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task No_case_is_closed_over_an_unsettled_payment_whatever_its_version_asks(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1);
        await using (var db = world.OpenAsOwner())
        {
            // A version that does not ask before its closing.
            await db.Set<Case>()
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ProgrammeId, "avrrtipp-2012"), TestContext.Current.CancellationToken);
        }

        await RefusedAsync(
            "MoneyNotSettled",
            () =>
                world.DoAsync<StopService>(
                    MoneyPeople.Coordinator,
                    (stop, handle) => stop.CloseAsync(handle, world.NewId(), ClosingGround.Completed, true)
                )
        );
    }

    [Theory, OnBothDatabases]
    public async Task An_instalment_is_asked_for_and_approved_ahead_and_paid_from_the_day_its_month_begins(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(2);
        var id = (await world.PaymentsAsync())[0].Id;
        await world.AnswerAsync(MoneyPeople.Approver, Approve(await world.PaymentAsync(id)));
        var begins = world.Today.AddMonths(1);
        world.Advance(begins.DayNumber - world.Today.DayNumber - 1);
        await RefusedAsync("InstalmentTooEarly", () => world.PayAsync(MoneyPeople.Payer, id, 15000, PaymentMode.CashAtOffice));
        Assert.Equal(PaymentState.Approved, (await world.PaymentAsync(id)).State);

        world.Advance(1);
        await RefusedAsync("InstalmentTooEarly", () => world.PayAsync(MoneyPeople.Payer, id, 15000, PaymentMode.CashAtOffice, begins.AddDays(-1)));
        await world.PayAsync(MoneyPeople.Payer, id, 15000, PaymentMode.CashAtOffice);
        Assert.Equal((PaymentState.Paid, (DateOnly?)begins), ((await world.PaymentAsync(id)).State, (await world.PaymentAsync(id)).PaidOn));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_row_that_cannot_be_approved_says_why_and_does_not_stop_the_others(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1, 2, 3, 4);
        var rows = await world.PaymentsAsync();
        await world.CancelAsync(MoneyPeople.Requester, rows[1].Id);
        var answers = await world.AnswerAsync(
            MoneyPeople.Approver,
            Approve(rows[0]),
            Approve(rows[1]),
            SendBack(rows[2], reason: null),
            SendBack(rows[3])
        );
        Assert.Equal([null, "NotWaitingForApproval", "ReasonMissing", null], answers.Select(a => a.Refused?.Name));
        Assert.Equal(
            [PaymentState.Approved, PaymentState.Cancelled, PaymentState.Requested, PaymentState.SentBack],
            (await world.PaymentsAsync()).Select(p => p.State)
        );
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.ApprovePayment));
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.PaymentSentBack));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task When_no_row_can_be_answered_nothing_is_saved_and_every_row_says_why(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1);
        var payment = Assert.Single(await world.PaymentsAsync());
        var answer = Assert.Single(
            await world.AnswerAsync(MoneyPeople.Approver, new ApprovalRow(payment.Id, payment.Round + 1, ApprovalChoice.Approve, null))
        );
        Assert.Equal("PaymentChanged", answer.Refused?.Name);
        Assert.Equal(PaymentState.Requested, (await world.PaymentAsync(payment.Id)).State);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_whole_way_of_a_grant_that_costs_less_than_approved(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestAsync(MoneyPeople.Requester, Grant(65000));
        var id = (await world.PaymentsAsync())[0].Id;
        await RefusedAsync("NotApproved", () => world.PayAsync(MoneyPeople.Payer, id, 65000, PaymentMode.DirectToProvider));
        await world.AnswerAsync(MoneyPeople.Approver, Approve(await world.PaymentAsync(id)));
        await RefusedAsync("SamePersonPays", () => world.PayAsync(MoneyPeople.Requester, id, 65000, PaymentMode.DirectToProvider));
        await RefusedAsync("PaidMoreThanApproved", () => world.PayAsync(MoneyPeople.Payer, id, 65001, PaymentMode.DirectToProvider));
        await RefusedAsync("ModeNotAllowed", () => world.PayAsync(MoneyPeople.Payer, id, 65000, PaymentMode.CashAtOffice));
        await RefusedAsync("PaidInFuture", () => world.PayAsync(MoneyPeople.Payer, id, 65000, PaymentMode.DirectToProvider, world.Today.AddDays(1)));
        await RefusedAsync(
            "PaidBeforeApproval",
            () => world.PayAsync(MoneyPeople.Payer, id, 65000, PaymentMode.DirectToProvider, world.Today.AddDays(-1))
        );
        await world.PayAsync(MoneyPeople.Payer, id, 60000, PaymentMode.DirectToProvider);
        await RefusedAsync("AlreadyPaid", () => world.PayAsync(MoneyPeople.Payer, id, 5000, PaymentMode.DirectToProvider));
        await RefusedAsync("ReceiptMissing", () => world.CashReceiptAsync(MoneyPeople.Payer, id));
        var entitlement = await world.EntitlementAsync(EntitlementCategory.Reintegration);
        Assert.Equal((0, 0, 60000, 220000), (entitlement.ReservedMinor, entitlement.ApprovedMinor, entitlement.PaidMinor, entitlement.LeftMinor));
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.ReceiptPayment));
        await world.ReverseAsync(MoneyPeople.Approver, id);
        await RefusedAsync("AlreadyReversed", () => world.ReverseAsync(MoneyPeople.Approver, id));
        Assert.Equal(280000, (await world.EntitlementAsync(EntitlementCategory.Reintegration)).LeftMinor);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ReceiptPayment));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_can_get_no_receipt_is_accounted_for_by_an_approver_and_frees_nothing(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestAsync(MoneyPeople.Requester, Health(4000, PaymentMode.DirectToProvider));
        var id = (await world.PaymentsAsync())[0].Id;
        await world.AnswerAsync(MoneyPeople.Approver, Approve(await world.PaymentAsync(id)));
        await RefusedAsync("NotPaid", () => world.AccountForAsync(MoneyPeople.Approver, id));
        await world.PayAsync(MoneyPeople.Payer, id, 4000, PaymentMode.DirectToProvider);
        var paid = await world.EntitlementAsync((await world.PaymentAsync(id)).Category);
        await RefusedAsync("OnlyApprover", () => world.AccountForAsync(MoneyPeople.Payer, id));
        await RefusedAsync("ReasonMissing", () => world.AccountForAsync(MoneyPeople.Approver, id, " "));

        await world.AccountForAsync(MoneyPeople.Approver, id);

        Assert.Equal(PaymentState.AccountedFor, (await world.PaymentAsync(id)).State);
        Assert.Equal(paid.Sums, (await world.EntitlementAsync(paid.Category)).Sums);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ReceiptPayment));
        await RefusedAsync("NotPaid", () => world.AccountForAsync(MoneyPeople.Approver, id));
        await RefusedAsync("AlreadyPaid", () => world.PayAsync(MoneyPeople.Payer, id, 4000, PaymentMode.DirectToProvider));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Reimbursement_wants_the_receipt_before_the_money(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestAsync(MoneyPeople.Requester, Health(4000, PaymentMode.ReimbursementAgainstReceipt));
        var id = (await world.PaymentsAsync())[0].Id;
        await world.AnswerAsync(MoneyPeople.Approver, Approve(await world.PaymentAsync(id)));
        await RefusedAsync("ReceiptMissing", () => world.PayAsync(MoneyPeople.Payer, id, 4000, PaymentMode.ReimbursementAgainstReceipt));
        var receipt = new Hemvag.Modules.Cases.Documents.UploadedFile("receipt.pdf", "%PDF-1.7\n"u8.ToArray());
        await world.DoAsync<PaymentPayouts>(
            MoneyPeople.Payer,
            (payouts, handle) => payouts.AddReceiptAsync(handle, world.NewId(), id, world.Today, receipt, cashReceiptSigned: false)
        );
        await world.PayAsync(MoneyPeople.Payer, id, 4000, PaymentMode.ReimbursementAgainstReceipt);
        Assert.Equal(PaymentState.Receipted, (await world.PaymentAsync(id)).State);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ReceiptPayment));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_sent_back_is_asked_for_again_and_needs_a_new_yes(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestAsync(MoneyPeople.Requester, Grant(280000));
        var first = (await world.PaymentsAsync())[0];
        await world.AnswerAsync(MoneyPeople.Approver, SendBack(first));
        await world.DoAsync<PaymentRequests>(
            MoneyPeople.Requester,
            (requests, handle) =>
                requests.RequestAgainAsync(
                    handle,
                    world.NewId(),
                    first.Id,
                    PaymentMode.DirectToProvider,
                    90000,
                    SupportPurpose.Education,
                    (new PaymentDetails("Course", "School"), 1)
                )
        );
        var answer = Assert.Single(await world.AnswerAsync(MoneyPeople.Approver, Approve(first)));
        Assert.Equal("PaymentChanged", answer.Refused?.Name);
        await world.AnswerAsync(MoneyPeople.Approver, Approve(await world.PaymentAsync(first.Id)));
        var entitlement = await world.EntitlementAsync(EntitlementCategory.Reintegration);
        Assert.Equal((0, 90000), (entitlement.ReservedMinor, entitlement.ApprovedMinor));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.PaymentSentBack));
        await world.VerifyAsync();
    }

    [Fact]
    public async Task Whoever_requested_in_an_earlier_round_does_not_pay()
    {
        await using var world = await MoneyWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.RequestAsync(MoneyPeople.Requester, Grant(1000));
        var first = (await world.PaymentsAsync())[0];
        await world.AnswerAsync(MoneyPeople.Approver, SendBack(first));
        await world.DoAsync<PaymentRequests>(
            MoneyPeople.Payer,
            (requests, handle) =>
                requests.RequestAgainAsync(handle, world.NewId(), first.Id, PaymentMode.DirectToProvider, 1000, SupportPurpose.Education, null)
        );
        await world.AnswerAsync(MoneyPeople.Approver, Approve(await world.PaymentAsync(first.Id)));
        await RefusedAsync("SamePersonPays", () => world.PayAsync(MoneyPeople.Requester, first.Id, 1000, PaymentMode.DirectToProvider));
        await RefusedAsync("SamePersonPays", () => world.PayAsync(MoneyPeople.Payer, first.Id, 1000, PaymentMode.DirectToProvider));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task When_support_ends_the_unpaid_is_free_and_the_paid_stays(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1, 2, 3);
        var rows = await world.PaymentsAsync();
        await world.AnswerAsync(MoneyPeople.Approver, Approve(rows[0]), Approve(rows[1]));
        await world.PayAsync(MoneyPeople.Payer, rows[0].Id, 15000, PaymentMode.CashAtOffice);
        await world.EndSupportAsync();
        Assert.Equal([PaymentState.Paid, PaymentState.Cancelled, PaymentState.Cancelled], (await world.PaymentsAsync()).Select(p => p.State));
        var entitlement = await world.EntitlementAsync(EntitlementCategory.Subsistence);
        Assert.Equal((0, 0, 15000), (entitlement.ReservedMinor, entitlement.ApprovedMinor, entitlement.PaidMinor));
        await RefusedAsync("SupportHasEnded", () => world.RequestMonthsAsync(4));
        await world.CashReceiptAsync(MoneyPeople.Payer, rows[0].Id);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.PayPayment));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ApprovePayment));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task One_click_ends_no_support_until_the_person_has_been_reached(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1, 2);
        await world.AnswerAsync(MoneyPeople.Approver, Approve((await world.PaymentsAsync())[0]));
        Task End() => world.StopAsync(MoneyPeople.Coordinator, (stop, handle) => stop.EndSupportAsync(handle, world.NewId()));
        PaymentState[] before = [PaymentState.Approved, PaymentState.Requested];

        await world.StopAsync(MoneyPeople.Payer, (stop, handle) => stop.AskToEndSupportAsync(handle, world.NewId()));
        Assert.Equal(before, (await world.PaymentsAsync()).Select(p => p.State));
        await RefusedAsync("CaseHeld", () => world.RequestMonthsAsync(3));
        await RefusedAsync("PersonNotReached", End);
        var reach = Assert.Single(await world.OpenWorkAsync(WorkItemKind.ReachThePerson));
        Assert.Equal((MoneyPeople.Coordinator.Id, Urgency.Safety), (reach.AccountId, reach.Urgency));
        Assert.Equal(MoneyPeople.Office, Assert.Single(await world.OpenWorkAsync(WorkItemKind.HoldAtOffice)).OrganisationId);

        await RefusedAsync("ReachedHowMissing", () => world.ReachAsync(null));
        await RefusedAsync("DateInFuture", () => world.ReachAsync(ReachedHow.ByPhone, 1));
        await RefusedAsync("ReachedBeforeStop", () => world.ReachAsync(ReachedHow.ByPhone, -1));
        await world.ReachAsync(ReachedHow.ByPhone);
        await world.StopAsync(MoneyPeople.Coordinator, (stop, handle) => stop.ResumeAsync(handle, world.NewId()));
        Assert.Equal(before, (await world.PaymentsAsync()).Select(p => p.State));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HoldPayments));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HoldAtOffice));
        await world.RequestMonthsAsync(3);

        await world.EndSupportAsync();
        Assert.All(await world.PaymentsAsync(), p => Assert.Equal(PaymentState.Cancelled, p.State));
        Assert.Equal(MoneyPeople.Coordinator.Id, Assert.Single(await world.OpenWorkAsync(WorkItemKind.CloseEndedSupport)).AccountId);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task An_instalment_is_due_by_the_corrected_day_of_arrival(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        var met = world.Today;
        await world.RequestMonthsAsync(2);
        await world.AnswerAsync(MoneyPeople.Approver, Approve((await world.PaymentsAsync())[0]));
        Assert.Equal(met.AddMonths(1), Assert.Single(await world.OpenWorkAsync(WorkItemKind.PayPayment)).DueOn);
        ((Hemvag.TestKit.FakeTime)world.Time).Advance(TimeSpan.FromDays(5));

        await world.DoAsync<Hemvag.Modules.Travel.Milestones.TravelMilestones>(
            MoneyPeople.Payer,
            (m, h) => m.CorrectAsync(h, world.NewId(), MilestoneKind.MetOnArrival, met, met.AddDays(5), CorrectionReason.LearntLater)
        );

        Assert.Equal(met.AddDays(5).AddMonths(1), Assert.Single(await world.OpenWorkAsync(WorkItemKind.PayPayment)).DueOn);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_receipt_is_at_most_a_year_older_than_the_request(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.RequestMonthsAsync(1);
        var payment = (await world.PaymentsAsync())[0];
        await world.AnswerAsync(MoneyPeople.Approver, Approve(payment));
        await world.PayAsync(MoneyPeople.Payer, payment.Id, payment.AmountMinor, PaymentMode.CashAtOffice);
        await RefusedAsync(
            "DateTooEarly",
            () =>
                world.DoAsync<PaymentPayouts>(
                    MoneyPeople.Payer,
                    (p, h) => p.AddReceiptAsync(h, world.NewId(), payment.Id, new DateOnly(1900, 1, 1), null, cashReceiptSigned: true)
                )
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_holder_who_holds_the_support_is_not_alone_in_reaching_the_person(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await world.StopAsync(MoneyPeople.Coordinator, (stop, handle) => stop.AskToEndSupportAsync(handle, world.NewId()));
        var asked = (await world.OpenWorkAsync(WorkItemKind.ReachThePerson)).Select(w => w.Role).Order();
        Assert.Equal(new[] { Role.RegionalCoordinator, Role.IomCaseworker }.Order(), asked);
    }

    [Theory, OnBothDatabases]
    public async Task Helsinki_requests_for_an_office_where_one_person_works(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, singlePerson: true);
        await RefusedAsync("HelsinkiRequests", () => world.RequestAsync(MoneyPeople.Requester, Grant(1000)));
        await world.RequestAsync(MoneyPeople.Caseworker, Grant(1000));
        var payment = Assert.Single(await world.PaymentsAsync());
        await world.AnswerAsync(MoneyPeople.Approver, Approve(payment));
        await world.PayAsync(MoneyPeople.Requester, payment.Id, 1000, PaymentMode.DirectToProvider);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Someone_with_two_roles_does_not_approve_an_own_request(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, singlePerson: true);
        await world.RequestAsync(MoneyPeople.CaseworkerAndApprover, Grant(1000));
        var payment = Assert.Single(await world.PaymentsAsync());
        var answer = Assert.Single(await world.AnswerAsync(MoneyPeople.CaseworkerAndApprover, Approve(payment)));
        Assert.Equal("SamePersonApproves", answer.Refused?.Name);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_is_one_request(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        var id = world.NewId();
        for (var i = 0; i < 2; i++)
        {
            await world.DoAsync<PaymentRequests>(MoneyPeople.Requester, (requests, handle) => requests.RequestAsync(handle, id, Grant(1000)));
        }

        Assert.Single(await world.PaymentsAsync());
    }

    [Fact]
    public async Task Nobody_else_plays_a_part()
    {
        await using var world = await MoneyWorld.CreateAsync(DatabaseKind.Sqlite);
        await RefusedAsync("OfficeRequests", () => world.RequestAsync(MoneyPeople.Caseworker, Grant(1000)));
        await RefusedAsync("OfficeRequests", () => world.RequestAsync(MoneyPeople.Coordinator, Grant(1000)));
        await world.RequestAsync(MoneyPeople.Requester, Grant(1000));
        var payment = Assert.Single(await world.PaymentsAsync());
        foreach (CurrentAccount account in new[] { MoneyPeople.Payer, MoneyPeople.Caseworker, MoneyPeople.Coordinator })
        {
            await RefusedAsync("OnlyApprover", () => world.AnswerAsync(account, Approve(payment)));
            await RefusedAsync("OnlyApprover", () => world.ReverseAsync(account, payment.Id));
        }

        await world.AnswerAsync(MoneyPeople.Approver, Approve(payment));
        foreach (var account in new[] { MoneyPeople.Approver, MoneyPeople.SecondApprover, MoneyPeople.Caseworker, MoneyPeople.Coordinator })
        {
            await RefusedAsync("OnlyOfficePays", () => world.PayAsync(account, payment.Id, 1000, PaymentMode.DirectToProvider));
        }
    }
}
