using Hemvag.Auditing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.CashSupport.CashSteps;

namespace Hemvag.Tests.CashSupport;

/// <summary>The way of cash support from the receipt to the payment, by its services (S4.19–S4.22).</summary>
public sealed class CashPaymentTests
{
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
        await world.SettleAsync(caseId, DoubtOutcome.SamePerson);
        await RefusedAsync("AdultNotPresented", () => world.PayAsync(caseId, members));
        await world.PresentAsync(caseId, "P100200");
        await world.PayAsync(caseId, members);
        // The number that was shown is kept nowhere.
        (await world.ReadAsync(db => db.Set<OperationEvent>().AnyAsync(e => e.Data.Contains("X999")))).ShouldBeFalse();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_a_new_passport_is_paid_once_it_is_known_who_it_was(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId, "X999");
        await world.SettleAsync(caseId, DoubtOutcome.SamePerson);
        await world.PresentAsync(caseId, "X999");
        await world.PayAsync(caseId, await world.MembersAsync(caseId));
        (
            await world.ReadAsync(db => db.Set<CashVisit>().AsNoTracking().OrderBy(v => v.RecordedAt).Select(v => v.NumberFits).ToListAsync())
        ).ShouldBe([false, false]);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_found_to_be_another_person_is_in_doubt_again_with_the_same_paper(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId, "X999");
        await world.SettleAsync(caseId, DoubtOutcome.AnotherPerson);
        await world.PresentAsync(caseId, "X999");
        (await world.OpenWorkAsync(caseId, WorkItemKind.IdentityInDoubt)).ShouldHaveSingleItem();
        var members = await world.MembersAsync(caseId);
        await RefusedAsync("IdentityInDoubt", () => world.PayAsync(caseId, members));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_has_come_before_the_decision(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.OpenIdentityAsync(CashPeople.Local, caseId);
        var came = (await world.MembersAsync(caseId)).Select(m => m.Id).ToList();
        var decided = await world.ReadAsync(db =>
            db.Set<CaseMilestone>()
                .Where(m => m.CaseId == caseId && m.Kind == MilestoneKind.EligibilityDecided)
                .Select(m => m.OccurredOn)
                .SingleAsync()
        );
        Task On(DateOnly day) =>
            world.DoAsync<Presenting>(
                CashPeople.Local,
                caseId,
                (s, handle) => s.RecordAsync(handle, world.NewId(), new PresentedInput(day, came, ShownDocument.OtherDocument, null, true))
            );
        await RefusedAsync("VisitBeforeDecision", () => On(decided.AddDays(-1)));
        await On(decided);
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
}
