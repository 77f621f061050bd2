using Hemvag.Modules.Applications.Referrals;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class ReferralTests
{
    [Theory, OnBothDatabases]
    public async Task Iom_knows_of_the_case_only_after_referral_and_while_the_consent_lives(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        var consent = await world.PrepareReferralAsync();
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldBeNull();

        await world.ReferAsync("a letter");
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldNotBeNull();
        await world.ConfirmAsync();

        await world.DoAsync<ConsentService>(
            ApplicationPeople.Coordinator,
            (consents, handle) => consents.WithdrawAsync(handle, world.NewId(), consent)
        );
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldBeNull();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_sent_while_a_condition_is_open(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.SaveAsync("person", 0, ("called", ApplicationWorld.Secret));
        await world.RefusedAsync("MilestoneTooEarly", () => world.ReferAsync());
        await world.SignAsync();
        await world.CertifyAsync();
        await world.RefusedAsync("GateOpen", () => world.ReferAsync());
        await world.ConsentAsync();
        await world.SaveAsync("home", 0, ("family", "x"));
        await world.RefusedAsync("GateOpen", () => world.ReferAsync());

        (await world.ReadAsync(db => db.Set<Referral>().CountAsync())).ShouldBe(0);
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_receipt_names_the_caseworker_and_asks_for_the_answer(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.PrepareReferralAsync();
        await world.ReferAsync();
        var waits = (await world.WaitingAsync(WorkItemKind.ConfirmReceipt)).ShouldHaveSingleItem();
        waits.OrganisationId.ShouldBe(ApplicationPeople.Iom);

        await world.ConfirmAsync();

        (await world.WaitingAsync(WorkItemKind.ConfirmReceipt)).ShouldBeEmpty();
        (await world.WaitingAsync(WorkItemKind.AnswerSupport)).ShouldHaveSingleItem().AccountId.ShouldBe(ApplicationPeople.Caseworker.Id);
        (await world.GateAsync(GateKind.ReceiptConfirmed)).Met.ShouldBeTrue();
        var named = await world.ReadAsync(db =>
            db.Set<CaseParticipant>().CountAsync(p => p.AccountId == ApplicationPeople.Caseworker.Id && p.RestsOn == ConsentPurpose.ExchangeWithIom)
        );
        named.ShouldBe(1);
        await world.RefusedAsync("MilestoneAlreadyReached", () => world.ConfirmAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_consent_for_something_else_does_not_show_the_case_to_iom(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        var exchange = await world.PrepareReferralAsync();
        await world.ReferAsync();
        await world.ConsentAsync(ConsentPurpose.ContactAfterReturn, Compartment.Contact | Compartment.Notes);
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldNotBeNull();

        await world.DoAsync<ConsentService>(
            ApplicationPeople.Coordinator,
            (consents, handle) => consents.WithdrawAsync(handle, world.NewId(), exchange)
        );

        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldBeNull();
        await world.ConsentAsync(ConsentPurpose.ContactAfterReturn, Compartment.Contact | Compartment.Notes);
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldBeNull();
        await world.ConsentAsync();
        (await world.FindAsync(ApplicationPeople.Caseworker)).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_consent_has_days_that_can_be_true(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);

        await world.RefusedAsync("ConsentEndsBeforeStart", () => world.ConsentAsync(ends: world.Today.AddDays(-1)));
        await world.RefusedAsync("DateTooEarly", () => world.ConsentAsync(starts: new DateOnly(1900, 1, 1)));
    }

    [Theory, OnBothDatabases]
    public async Task Silence_climbs_every_working_day_until_there_is_a_receipt(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.PrepareReferralAsync();
        await world.ReferAsync();
        var referral = await world.ReadAsync(db => db.Set<Referral>().AsNoTracking().SingleAsync());

        MoveTo(world, ReferralDays.StartOfNext(referral.ReceiptDueOn, "Europe/Helsinki"));
        var again = await world.ChaseAsync();
        (await world.WaitingAsync(WorkItemKind.ReferralUnanswered)).Count.ShouldBe(2);
        again.ShouldNotBeNull();
        // The same day's climb is one, however often the job runs.
        await world.ChaseAsync();
        (await world.WaitingAsync(WorkItemKind.ReferralUnanswered)).Count.ShouldBe(2);

        MoveTo(world, again.Value);
        again = await world.ChaseAsync();
        (await world.WaitingAsync(WorkItemKind.ReferralUnanswered)).Count.ShouldBe(3);

        await world.ConfirmAsync();
        (await world.WaitingAsync(WorkItemKind.ReferralUnanswered)).ShouldBeEmpty();
        MoveTo(world, again!.Value);
        (await world.ChaseAsync()).ShouldBeNull();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_held_case_is_not_chased_and_not_forgotten(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.PrepareReferralAsync();
        await world.ReferAsync();
        await world.DoAsync<StopService>(ApplicationPeople.Coordinator, (stop, handle) => stop.StopAsync(handle, world.NewId()));
        world.Time.Advance(TimeSpan.FromDays(7));

        (await world.ChaseAsync()).ShouldNotBeNull();
        (await world.WaitingAsync(WorkItemKind.ReferralUnanswered)).ShouldBeEmpty();
        await world.RefusedAsync("CaseHeld", () => world.ConfirmAsync());
    }

    private static void MoveTo(ApplicationWorld world, DateTime moment) => world.Time.Advance(moment - world.Time.GetUtcNow().UtcDateTime);
}
