using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.CashSupport.CashSteps;

namespace Hemvag.Tests.CashSupport;

/// <summary>How a decision on cash support ends: unclaimed, partly paid, many at once, paid back.</summary>
public sealed class CashEndingTests
{
    [Theory, OnBothDatabases]
    public async Task What_is_not_claimed_is_asked_about_and_never_closed_by_a_clock(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PassAsync(29);
        (await world.OpenWorkAsync(caseId, WorkItemKind.CashUnclaimed)).ShouldBeEmpty();
        await world.PassAsync(2);
        (await world.OpenWorkAsync(caseId, WorkItemKind.CashUnclaimed)).Select(w => w.Role).ShouldBe([Role.LocalOfficeWorker]);
        await world.PassAsync(31);
        (await world.OpenWorkAsync(caseId, WorkItemKind.CashUnclaimed)).Select(w => w.Role).ShouldBe([Role.LocalOfficeWorker, Role.IomCaseworker]);
        await world.PassAsync(100);
        (await world.CaseAsync(caseId)).State.ShouldBe(CaseState.Open);
        await RefusedAsync("EndGroundNotYours", () => EndAsync(world, caseId, CashPeople.Officer, ClosingGround.NotClaimed));
        await EndAsync(world, caseId, CashPeople.Caseworker, ClosingGround.NotClaimed);
        (await PaymentsAsync(world, caseId)).ShouldAllBe(p => p.State == PaymentState.Cancelled);
        (await world.FindAsync(CashPeople.Local, caseId)).ShouldBeNull();
        await world.EnterAsync(Anna);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_paid_can_be_claimed_back_in_figures(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await RefusedAsync("RecoveryAbovePaid", () => DecideAsync(world, caseId, 1));
        await world.PresentAsync(caseId);
        await world.PayAsync(caseId, await world.MembersAsync(caseId));
        await RefusedAsync("PaidAlready", () => EndAsync(world, caseId, CashPeople.Officer, ClosingGround.Renounced));
        await world.DoAsync<StopService>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.CloseAsync(handle, world.NewId(), ClosingGround.SupportPaid, seenOpen: false)
        );
        await RefusedAsync("RecoveryAbovePaid", () => DecideAsync(world, caseId, 30_000_01));
        await RefusedAsync("RecoveryBeforePaid", () => DecideAsync(world, caseId, 1, world.Today.AddDays(-1)));
        await DecideAsync(world, caseId, 20_000_00);
        await RefusedAsync("RecoveryAbovePaid", () => DecideAsync(world, caseId, 10_000_01));
        var recovery = await world.ReadAsync(db => db.Set<CashRecovery>().Select(r => r.Id).SingleAsync());
        await RepayAsync(world, caseId, recovery, 5_000_00);
        await RefusedAsync("RepaymentAboveRecovery", () => RepayAsync(world, caseId, recovery, 15_000_01));
        await RepayAsync(world, caseId, recovery, 15_000_00);
        (await world.ReadAsync(db => db.Set<CashRecovery>().SingleAsync())).LeftMinor.ShouldBe(0);
        await RefusedAsync("NothingToWithdraw", () => WithdrawAsync(world, caseId, recovery));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_recovery_that_was_wrong_is_withdrawn_and_decided_anew(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId);
        await world.PayAsync(caseId, await world.MembersAsync(caseId));
        await DecideAsync(world, caseId, 30_000_00);
        var recovery = await world.ReadAsync(db => db.Set<CashRecovery>().Select(r => r.Id).SingleAsync());
        await RepayAsync(world, caseId, recovery, 5_000_00);
        await RefusedAsync("RecoveryAbovePaid", () => DecideAsync(world, caseId, 1_00));
        await WithdrawAsync(world, caseId, recovery);
        var after = await world.ReadAsync(db => db.Set<CashRecovery>().AsNoTracking().SingleAsync());
        (after.AmountMinor, after.WithdrawnMinor, after.RepaidMinor, after.LeftMinor).ShouldBe((30_000_00, 25_000_00, 5_000_00, 0));
        (await world.ReadAsync(db => db.Set<CashRecoveryWithdrawal>().SingleAsync())).Reason.ShouldBe(WithdrawalReason.WronglyRecorded);
        await RefusedAsync("RepaymentAboveRecovery", () => RepayAsync(world, caseId, recovery, 1_00));
        await DecideAsync(world, caseId, 25_000_00);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_left_of_a_partly_paid_decision_ends_and_frees_who_was_paid_nothing(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var spouse = CashPeople.Person("Bo", "Jabbar", new DateOnly(1988, 8, 8), "P100300", 30_000_00, CashRelation.SpouseOrCohabitant);
        var entry = CashPeople.Entry(world.Today, Anna, spouse);
        var caseId = await world.EnterAsync(entry);
        await world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId()));
        await world.PresentAsync(caseId, "P100300");
        var members = await world.MembersAsync(caseId);
        await world.PayAsync(caseId, members.Take(1), receiptSigned: false);
        // The other has not been heard of: it is asked about until all is paid.
        await world.PassAsync(31);
        (await world.OpenWorkAsync(caseId, WorkItemKind.CashUnclaimed)).ShouldHaveSingleItem();
        await EndAsync(world, caseId, CashPeople.Caseworker, ClosingGround.NotClaimed);
        var @case = await world.CaseAsync(caseId);
        (@case.ClosedAt, @case.Has(MilestoneKind.CashPaid)).ShouldBe((null, true));
        (await PaymentsAsync(world, caseId)).Select(p => p.State).Order().ShouldBe([PaymentState.Paid, PaymentState.Cancelled], ignoreOrder: true);
        (await world.OpenWorkAsync(caseId, WorkItemKind.CloseCase)).ShouldHaveSingleItem();
        (await world.OpenWorkAsync(caseId, WorkItemKind.CashUnclaimed)).ShouldBeEmpty();
        Task CloseAsync() =>
            world.DoAsync<StopService>(
                CashPeople.Caseworker,
                caseId,
                (s, handle) => s.CloseAsync(handle, world.NewId(), ClosingGround.SupportPaid, seenOpen: false)
            );

        // The receipt is lost: IOM Finland says so, never the office that paid.
        await RefusedAsync("MoneyNotSettled", CloseAsync);
        var paid = (await PaymentsAsync(world, caseId)).Single(p => p.State == PaymentState.Paid).Id;
        Task AccountAsync(Modules.Accounts.CurrentAccount who) =>
            world.DoAsync<PaymentPayouts>(who, caseId, (s, handle) => s.AccountForAsync(handle, world.NewId(), paid, "Kvittot är borta."));
        await RefusedAsync("OnlyIomAccounts", () => AccountAsync(CashPeople.Local));
        await AccountAsync(CashPeople.Caseworker);
        await CloseAsync();
        (await world.CaseAsync(caseId)).ClosingGround.ShouldBe(ClosingGround.SupportPaid);

        // Who was paid is not granted it again, who was not can be; the decision's number stays taken.
        await RefusedAsync("AlreadySupported", () => world.EnterAsync(Anna));
        var alone = spouse with { Relation = CashRelation.Applicant };
        await RefusedAsync(
            "DecisionEnteredAlready",
            () => world.EnterAsync(CashPeople.Entry(world.Today, alone) with { DecisionNumber = entry.DecisionNumber })
        );
        await world.EnterAsync(alone);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task With_its_receipts_there_a_partly_paid_decision_closes_as_paid_at_once(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var spouse = CashPeople.Person("Bo", "Jabbar", new DateOnly(1988, 8, 8), "P100300", 30_000_00, CashRelation.SpouseOrCohabitant);
        var caseId = await world.ConfirmedAsync(Anna, spouse);
        await world.PresentAsync(caseId, "P100300");
        await world.PayAsync(caseId, (await world.MembersAsync(caseId)).Take(1));
        await EndAsync(world, caseId, CashPeople.Officer, ClosingGround.DecisionRevoked);
        var @case = await world.CaseAsync(caseId);
        (@case.State, @case.ClosingGround).ShouldBe((CaseState.Closed, ClosingGround.SupportPaid));
        @case.ReachedSet.ShouldContain(MilestoneKind.Closed);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Many_that_are_paid_and_receipted_are_closed_each_checked_by_itself(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var done = await world.ConfirmedAsync(Anna);
        var unreceipted = await world.ConfirmedAsync(CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "X700101", 30_000_00));
        var unpaid = await world.ConfirmedAsync(CashPeople.Person("Cilla", "Hassan", new DateOnly(1980, 2, 2), "X800202", 30_000_00));
        foreach (var (caseId, signed) in new[] { (done, true), (unreceipted, false) })
        {
            await world.PresentAsync(caseId);
            await world.PayAsync(caseId, await world.MembersAsync(caseId), receiptSigned: signed);
        }

        (await world.AskAsync((CloseMany s) => s.WaitingAsync(CashPeople.Caseworker))).Select(w => w.Id).ShouldBe([done]);
        (await world.AskAsync((CloseMany s) => s.WaitingAsync(CashPeople.OtherOfficer))).ShouldBeEmpty();
        Guid[] marked = [done, unreceipted, unpaid, Guid.CreateVersion7()];
        var form = world.NewId();
        var strangers = await world.AskAsync((CloseMany s) => s.CloseAsync(CashPeople.OtherOfficer, form, marked));
        strangers.ShouldAllBe(a => a.Number == null && !a.IsDone);
        var answers = await world.AskAsync((CloseMany s) => s.CloseAsync(CashPeople.Officer, form, marked));
        answers.Select(a => a.IsDone).ShouldBe([true, false, false, false]);
        answers.Select(a => a.Refused?.Refusal.Name).ShouldBe([null, "MoneyNotSettled", "CashNotPaid", null]);
        (await world.CaseAsync(done)).ClosingGround.ShouldBe(ClosingGround.SupportPaid);
        (await world.CaseAsync(unreceipted)).ClosedAt.ShouldBeNull();
        (
            await Assert.ThrowsAsync<RefusedException>(() => world.AskAsync((CloseMany s) => s.CloseAsync(CashPeople.Officer, form, [])))
        ).Refusal.Name.ShouldBe("NobodyMarked");
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Migrationsverket_is_told_when_iom_ends_its_decision(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await RefusedAsync("NotAskedAboutYet", () => EndAsync(world, caseId, CashPeople.Caseworker, ClosingGround.NotClaimed));
        await EndAsync(world, caseId, CashPeople.Caseworker, ClosingGround.NotPaidOut);
        var told = await world.ReadAsync(db => db.Set<Jobs.Notice>().Where(n => n.Kind == "CashEnded").ToListAsync());
        told.ShouldHaveSingleItem().AccountId.ShouldBe(CashPeople.Officer.Id);
        var own = await world.ConfirmedAsync(Anna);
        await EndAsync(world, own, CashPeople.Officer, ClosingGround.DecisionRevoked);
        (await world.ReadAsync(db => db.Set<Jobs.Notice>().CountAsync(n => n.Kind == "CashEnded"))).ShouldBe(1);
    }

    private static Task DecideAsync(CashWorld world, Guid caseId, long minor, DateOnly? on = null) =>
        world.DoAsync<Recovering>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.DecideAsync(handle, world.NewId(), RecoveryGround.IncorrectInformation, on ?? world.Today, minor)
        );

    private static Task RepayAsync(CashWorld world, Guid caseId, Guid recovery, long minor) =>
        world.DoAsync<Recovering>(CashPeople.Officer, caseId, (s, handle) => s.RepayAsync(handle, world.NewId(), recovery, world.Today, minor));
}
