using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Payments;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>From the decision to the money and what may come back: three people, one identity, never without the person's yes.</summary>
public sealed class CashPaymentTests
{
    private static readonly CashPerson Anna = CashPeople.Person("Anna", "Jabbar", new DateOnly(1990, 4, 4), "P100200", 30_000_00);

    [Theory, OnBothDatabases]
    public async Task A_family_is_paid_up_to_the_ceiling_and_the_case_is_closed(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(CashPeople.Family);
        var payments = await PaymentsAsync(world, caseId);
        payments.Select(p => p.AmountMinor).Order().ShouldBe([15_000_00, 30_000_00, 30_000_00]);
        payments.ShouldAllBe(p =>
            p.State == PaymentState.Approved
            && p.Currency == "SEK"
            && p.RequestedBy == CashPeople.Caseworker.Id
            && p.ApprovedBy == CashPeople.Officer.Id
        );
        (await world.OpenWorkAsync(caseId, WorkItemKind.ExpectAtOffice)).ShouldHaveSingleItem().OrganisationId.ShouldBe(CashPeople.Iraq);
        (await world.OpenWorkAsync(caseId, WorkItemKind.AssessNeeds)).ShouldBeEmpty();
        var members = await world.MembersAsync(caseId);
        await RefusedAsync("NotPresented", () => world.PayAsync(caseId, members.Where(m => !m.IsAdult).Take(1)));

        await world.PresentAsync(caseId, "a-1234567");
        members = await world.MembersAsync(caseId);
        await world.PayAsync(caseId, members.Take(1));
        (await world.CaseAsync(caseId)).Next.ShouldBe(MilestoneKind.CashPaid);
        await RefusedAsync("NotToBePaid", () => world.PayAsync(caseId, members.Take(1)));
        // Both adults have come: which of them takes the child's share is said.
        await RefusedAsync("ReceiverMissing", () => world.PayAsync(caseId, members.Skip(1).Take(2)));
        await RefusedAsync("ReceiverMissing", () => world.PayAsync(caseId, members.Skip(1).Take(2), members[2].Id));
        await world.PayAsync(caseId, members.Skip(1).Take(2), members[1].Id);
        (await world.MembersAsync(caseId)).Select(m => m.ReceivedBy).ShouldBe([null, null, members[1].Id, null]);
        (await world.ReadAsync(db => db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(CashHandedOver)))).ShouldBe(1);
        (await world.CaseAsync(caseId)).Next.ShouldBe(MilestoneKind.Closed);
        (await PaymentsAsync(world, caseId)).ShouldAllBe(p => p.State == PaymentState.Receipted && p.PaidBy == CashPeople.Local.Id);
        (await world.OpenWorkAsync(caseId, WorkItemKind.PayPayment)).ShouldBeEmpty();

        await world.DoAsync<StopService>(
            CashPeople.Caseworker,
            caseId,
            (s, handle) => s.CloseAsync(handle, world.NewId(), ClosingGround.SupportPaid, seenOpen: false)
        );
        (await world.CaseAsync(caseId)).ReachedSet.ShouldContain(MilestoneKind.Closed);
        // Who was paid is never granted it again.
        await RefusedAsync("AlreadySupported", () => world.EnterAsync(CashPeople.Family));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_in_doubt_is_paid_nothing(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await RefusedAsync("DocumentNumberNeeded", () => world.PresentAsync(caseId, "--"));
        // A number that differs is kept as a doubt, whatever the office says.
        await world.PresentAsync(caseId, "X999");
        var visit = await world.ReadAsync(db => db.Set<CashVisit>().AsNoTracking().SingleAsync());
        (visit.Recognised, visit.NumberFits).ShouldBe((false, false));
        (await world.CaseAsync(caseId)).Next.ShouldBe(MilestoneKind.PresentedHerself);
        (await world.OpenWorkAsync(caseId, WorkItemKind.IdentityInDoubt)).ShouldHaveSingleItem().OrganisationId.ShouldBe(CashPeople.Helsinki);
        var members = await world.MembersAsync(caseId);
        await RefusedAsync("IdentityInDoubt", () => world.PayAsync(caseId, members));
        await world.DoAsync<Presenting>(CashPeople.Caseworker, caseId, (s, handle) => s.SettleAsync(handle, world.NewId(), DoubtOutcome.SamePerson));
        await RefusedAsync("AdultNotPresented", () => world.PayAsync(caseId, members));
        await world.PresentAsync(caseId, "P100200");
        await world.PayAsync(caseId, members);
        // The number that was shown is kept nowhere.
        (await world.ReadAsync(db => db.Set<OperationEvent>().AnyAsync(e => e.Data.Contains("X999")))).ShouldBeFalse();
        await world.VerifyAsync();
    }

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
    public async Task Nothing_is_paid_on_a_stopped_case_or_without_the_persons_yes(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId);
        var members = await world.MembersAsync(caseId);
        await world.DoAsync<StopService>(CashPeople.Local, caseId, (s, handle) => s.StopAsync(handle, world.NewId()));
        await RefusedAsync("CaseHeld", () => world.PayAsync(caseId, members));
        // The holder is Migrationsverket's officer, and is asked as a coordinator would be.
        (await world.OpenWorkAsync(caseId, WorkItemKind.ReachThePerson))
            .ShouldHaveSingleItem()
            .Role.ShouldBe(Role.MigrationOfficer);
        (await world.OpenWorkAsync(caseId, WorkItemKind.HoldPayments)).ShouldHaveSingleItem().Role.ShouldBe(Role.IomCaseworker);
        await RefusedAsync("PersonNotReached", () => EndAsync(world, caseId, CashPeople.Officer, ClosingGround.Renounced));
        await world.DoAsync<StopService>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.ReachedAsync(handle, world.NewId(), new ReachedInput(ReachedHow.ByPhone, world.Today, null))
        );
        await world.DoAsync<StopService>(CashPeople.Officer, caseId, (s, handle) => s.ResumeAsync(handle, world.NewId()));

        var consents = await world.ReadAsync(db => db.Set<Consent>().AsNoTracking().Where(c => c.CaseId == caseId).ToListAsync());
        var iom = consents.Single(c => c.Purpose == ConsentPurpose.ExchangeWithIom).Id;
        await world.DoAsync<ConsentService>(CashPeople.Officer, caseId, (s, handle) => s.WithdrawAsync(handle, world.NewId(), iom));
        (await world.FindAsync(CashPeople.Caseworker, caseId)).ShouldBeNull();
        await RefusedAsync("IomNoLongerSees", () => world.PayAsync(caseId, members));
        (await world.OpenWorkAsync(caseId, WorkItemKind.UnpaidAfterWithdrawal)).ShouldHaveSingleItem().AccountId.ShouldBe(CashPeople.Officer.Id);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_yes_taken_back_before_the_receipt_stops_the_transfer(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.EnterAsync(Anna);
        var office = await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.ContactWithLocalOffice).Select(c => c.Id).SingleAsync()
        );
        await world.DoAsync<ConsentService>(CashPeople.Officer, caseId, (s, handle) => s.WithdrawAsync(handle, world.NewId(), office));
        (await world.FindAsync(CashPeople.Local, caseId)).ShouldBeNull();
        await RefusedAsync(
            "GateOpen",
            () => world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId()))
        );
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
    public async Task The_page_of_payments_pays_no_share_of_a_decision(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId);
        var payment = (await PaymentsAsync(world, caseId)).Single();
        payment.ShareOrdinal.ShouldBe(1);
        await RefusedAsync(
            "PaidAtTheDesk",
            () =>
                world.DoAsync<PaymentPayouts>(
                    CashPeople.Local,
                    caseId,
                    (s, handle) => s.PayAsync(handle, world.NewId(), payment.Id, new PaidOrder(world.Today, PaymentMode.CashAtOffice, 1_00))
                )
        );
        (await PaymentsAsync(world, caseId)).Single().State.ShouldBe(PaymentState.Approved);
    }

    [Theory, OnBothDatabases]
    public async Task A_child_alone_is_neither_recognised_nor_paid(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var child = CashPeople.Person("Elif", "Jabbar", new DateOnly(2016, 3, 3), null, 15_000_00, CashRelation.Child);
        var caseId = await world.ConfirmedAsync(Anna, child);
        var members = await world.MembersAsync(caseId);
        await world.OpenIdentityAsync(CashPeople.Local, caseId);
        Task ComeAsync(params CashFamilyMember[] came) =>
            world.DoAsync<Presenting>(
                CashPeople.Local,
                caseId,
                (s, handle) =>
                    s.RecordAsync(
                        handle,
                        world.NewId(),
                        new PresentedInput(world.Today, [.. came.Select(m => m.Id)], ShownDocument.OtherDocument, null, Recognised: true)
                    )
            );
        await RefusedAsync("NoAdultCame", () => ComeAsync(members[1]));
        await RefusedAsync("NotPresented", () => world.PayAsync(caseId, members.Skip(1)));
        await ComeAsync(members[0]);
        await world.PayAsync(caseId, members.Skip(1));
        (await world.MembersAsync(caseId))[1].ReceivedBy.ShouldBe(members[0].Id);
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
    public async Task Whoever_has_come_before_the_receipt_is_not_expected_again(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.EnterAsync(Anna);
        await world.PresentAsync(caseId, "P100200");
        (await world.OpenWorkAsync(caseId, WorkItemKind.PayPayment)).ShouldBeEmpty();
        await world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId()));
        (await world.OpenWorkAsync(caseId, WorkItemKind.PayPayment)).ShouldHaveSingleItem();
        (await world.OpenWorkAsync(caseId, WorkItemKind.ExpectAtOffice)).ShouldBeEmpty();
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

    [Theory, OnBothDatabases]
    public async Task Support_under_both_schemes_is_asked_about_by_who_works_on_both(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var amp = await BothSchemes.OpenAsync(world, Anna);
        var caseId = await world.EnterAsync(Anna);
        Task ConfirmAsync(CombinationAnswer? answer) =>
            world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer));

        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
        (await BesideAsync(world, CashPeople.Officer, caseId)).ShouldBeEmpty();
        await RefusedAsync("CombinationNotAsked", () => ConfirmAsync(null));
        await RefusedAsync("CombinationWaits", () => ConfirmAsync(CombinationAnswer.Waits));
        await RefusedAsync("CombinationRefused", () => ConfirmAsync(CombinationAnswer.MayNot));
        await ConfirmAsync(CombinationAnswer.MayBeCombined);
        (await world.ReadAsync(db => db.Set<CashDecision>().SingleAsync())).Combination.ShouldBe(CombinationAnswer.MayBeCombined);
        // Nothing of it is said in the other case, nor which one it is in this.
        var number = (await world.CaseAsync(amp)).Number;
        (
            await world.ReadAsync(db => db.Set<OperationEvent>().AnyAsync(e => e.Data.Contains("CombinationAnswer") && e.Data.Contains(number)))
        ).ShouldBeFalse();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_that_is_awaited_binds_colleagues_who_do_not_know_why(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        await BothSchemes.OpenAsync(world, Anna, CashPeople.Caseworker);
        var caseId = await world.EnterAsync(Anna);
        Task ConfirmAsync(Modules.Accounts.CurrentAccount who, CombinationAnswer? answer = null) =>
            world.DoAsync<ReceiptConfirming>(who, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer));
        Task PutOffAsync(Modules.Accounts.CurrentAccount who, CombinationAnswer? answer = null) =>
            world.DoAsync<ReceiptConfirming>(who, caseId, (s, handle) => s.PutOffAsync(handle, world.NewId(), answer));

        // A caseworker of IOM Finland who is not on the other case is not asked.
        (await BesideAsync(world, CashPeople.OtherCaseworker, caseId)).ShouldBeEmpty();
        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
        foreach (var answer in new[] { CombinationAnswer.Waits, CombinationAnswer.MayNot })
        {
            await PutOffAsync(CashPeople.Caseworker, answer);
            (await world.ReadAsync(db => db.Set<CashDecision>().AsNoTracking().SingleAsync())).Combination.ShouldBe(answer);
            await RefusedAsync("ReceiptPutOff", () => ConfirmAsync(CashPeople.OtherCaseworker));
            // Nor can a colleague answer what they do not know of.
            await RefusedAsync("ReceiptPutOff", () => ConfirmAsync(CashPeople.OtherCaseworker, CombinationAnswer.MayBeCombined));
        }

        // Put off for any reason it is the same operation.
        var other = await world.EnterAsync(CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "X700101", 30_000_00));
        await world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, other, (s, h) => s.PutOffAsync(h, world.NewId(), CombinationAnswer.MayNot));
        (await world.ReadAsync(db => db.Set<CashDecision>().AsNoTracking().SingleAsync(d => d.CaseId == other))).Combination.ShouldBeNull();
        await RefusedAsync(
            "ReceiptPutOff",
            () => world.DoAsync<ReceiptConfirming>(CashPeople.OtherCaseworker, other, (s, h) => s.ConfirmAsync(h, world.NewId()))
        );
        await world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, other, (s, h) => s.ConfirmAsync(h, world.NewId()));
        var kinds = await world.ReadAsync(db => db.Set<Operation>().Select(o => o.Kind).Distinct().ToListAsync());
        kinds.ShouldContain("LookThroughReceipt");
        kinds.ShouldNotContain(k => k.Contains("Combination", StringComparison.Ordinal));

        // No leads to an end with a ground that tells nothing.
        await EndAsync(world, caseId, CashPeople.Caseworker, ClosingGround.NotPaidOut);
        (await world.CaseAsync(caseId)).ClosingGround.ShouldBe(ClosingGround.NotPaidOut);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_allows_both_schemes_asks_nothing_and_one_that_refuses_says_so(DatabaseKind kind)
    {
        await using (var allowed = await CashWorld.CreateAsync(kind, CombinationRule.Allowed))
        {
            await BothSchemes.OpenAsync(allowed, Anna);
            var caseId = await allowed.EnterAsync(Anna);
            (await BesideAsync(allowed, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
            await allowed.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, allowed.NewId()));
            (await allowed.CaseAsync(caseId)).Has(MilestoneKind.ReceiptConfirmed).ShouldBeTrue();
        }

        await using var world = await CashWorld.CreateAsync(kind, CombinationRule.Refused);
        await BothSchemes.OpenAsync(world, Anna);
        var refused = await world.EnterAsync(Anna);
        foreach (var answer in new CombinationAnswer?[] { null, CombinationAnswer.MayBeCombined })
        {
            await RefusedAsync(
                "CombinationRefused",
                () => world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, refused, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer))
            );
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_case_of_a_newer_key_is_found_once_the_names_are_open(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.EnterAsync(Anna);
        world.RotateKeys();
        await BothSchemes.OpenAsync(world, Anna);
        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldBeEmpty();
        await world.OpenIdentityAsync(CashPeople.Caseworker, caseId);
        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
        // A decision that is newer than the key meets the cases of every version.
        await EndAsync(world, caseId, CashPeople.Officer, ClosingGround.DecisionRevoked);
        var later = await world.EnterAsync(Anna);
        (await BesideAsync(world, CashPeople.Caseworker, later)).ShouldHaveSingleItem();
    }

    [Theory, OnBothDatabases]
    public async Task Of_other_programmes_no_decision_stands_for_the_approval(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.ActAsync(
                FollowUpPeople.Caseworker,
                work =>
                {
                    DecidedPayments.Open(work, [new DecidedShare(work.Case.Id, 100, 1)], FollowUpPeople.Coordinator.Id);
                    return Task.CompletedTask;
                }
            )
        );
    }

    private static Task WithdrawAsync(CashWorld world, Guid caseId, Guid recovery) =>
        world.DoAsync<Recovering>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.WithdrawAsync(handle, world.NewId(), recovery, WithdrawalReason.WronglyRecorded)
        );

    private static Task DecideAsync(CashWorld world, Guid caseId, long minor, DateOnly? on = null) =>
        world.DoAsync<Recovering>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.DecideAsync(handle, world.NewId(), RecoveryGround.IncorrectInformation, on ?? world.Today, minor)
        );

    private static Task RepayAsync(CashWorld world, Guid caseId, Guid recovery, long minor) =>
        world.DoAsync<Recovering>(CashPeople.Officer, caseId, (s, handle) => s.RepayAsync(handle, world.NewId(), recovery, world.Today, minor));

    private static Task EndAsync(CashWorld world, Guid caseId, Modules.Accounts.CurrentAccount who, ClosingGround ground) =>
        world.DoAsync<CashEndings>(who, caseId, (s, handle) => s.EndAsync(handle, world.NewId(), ground));

    private static async Task<IReadOnlyList<string>> BesideAsync(CashWorld world, Modules.Accounts.CurrentAccount who, Guid caseId)
    {
        var handle = (await world.FindAsync(who, caseId)).ShouldNotBeNull();
        return await world.AskAsync((CombinationCheck s) => s.NumbersAsync(handle));
    }

    private static Task<List<Payment>> PaymentsAsync(CashWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync());

    private static async Task RefusedAsync(string name, Func<Task> act) =>
        (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Name.ShouldBe(name);
}
