using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Stopping;
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
        await world.PayAsync(caseId, members.Skip(1).Take(2));
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
        await RefusedAsync("DocumentDiffers", () => world.PresentAsync(caseId, "X999"));
        await world.PresentAsync(caseId, "X999", recognised: false);
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
        await DecideAsync(world, caseId, 20_000_00);
        await RefusedAsync("RecoveryAbovePaid", () => DecideAsync(world, caseId, 10_000_01));
        var recovery = await world.ReadAsync(db => db.Set<CashRecovery>().Select(r => r.Id).SingleAsync());
        await RepayAsync(world, caseId, recovery, 5_000_00);
        await RefusedAsync("RepaymentAboveRecovery", () => RepayAsync(world, caseId, recovery, 15_000_01));
        await RepayAsync(world, caseId, recovery, 15_000_00);
        (await world.ReadAsync(db => db.Set<CashRecovery>().SingleAsync())).LeftMinor.ShouldBe(0);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Support_under_both_schemes_is_asked_about_by_who_works_on_both(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var amp = await BothSchemes.OpenAsync(world, Anna);
        var caseId = await world.EnterAsync(Anna);
        Task ConfirmAsync(CombinationAnswer? answer) =>
            world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer));

        (await world.AskAsync((CombinationCheck s) => s.NumbersAsync(caseId, CashPeople.Caseworker))).ShouldHaveSingleItem();
        (await world.AskAsync((CombinationCheck s) => s.NumbersAsync(caseId, CashPeople.Officer))).ShouldBeEmpty();
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
    public async Task Of_other_programmes_no_decision_stands_for_the_approval(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.ActAsync(
                FollowUpPeople.Caseworker,
                work =>
                {
                    DecidedPayments.Open(work, [new DecidedShare(work.Case.Id, 100)], FollowUpPeople.Coordinator.Id);
                    return Task.CompletedTask;
                }
            )
        );
    }

    private static Task DecideAsync(CashWorld world, Guid caseId, long minor) =>
        world.DoAsync<Recovering>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.DecideAsync(handle, world.NewId(), RecoveryGround.IncorrectInformation, world.Today, minor)
        );

    private static Task RepayAsync(CashWorld world, Guid caseId, Guid recovery, long minor) =>
        world.DoAsync<Recovering>(CashPeople.Officer, caseId, (s, handle) => s.RepayAsync(handle, world.NewId(), recovery, world.Today, minor));

    private static Task EndAsync(CashWorld world, Guid caseId, Modules.Accounts.CurrentAccount who, ClosingGround ground) =>
        world.DoAsync<CashEndings>(who, caseId, (s, handle) => s.EndAsync(handle, world.NewId(), ground));

    private static Task<List<Payment>> PaymentsAsync(CashWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync());

    private static async Task RefusedAsync(string name, Func<Task> act) =>
        (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Name.ShouldBe(name);
}
