using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>
/// What of a case is open to an account is asked in two places, once as a question of its own and once within the look at the case: both
/// always say the same.
/// </summary>
public sealed class OpenedNowTests
{
    [Theory, OnBothDatabases]
    public async Task The_look_at_a_case_and_the_openings_say_the_same(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.EnterAsync(CashPeople.Family);
        var other = await world.EnterAsync(CashPeople.Person("Samira", "Qasim", new DateOnly(1979, 12, 5), "C1122334", 30_000_00));
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeFalse();

        await world.OpenIdentityAsync(CashPeople.Officer, caseId);
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeTrue();
        (await BothAsync(world, CashPeople.Officer, other)).ShouldBeFalse();
        (await BothAsync(world, CashPeople.Caseworker, caseId)).ShouldBeFalse();

        await world.DoAsync<CaseOpenings>(CashPeople.Officer, caseId, (s, handle) => s.CloseAsync(handle, world.NewId()));
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeFalse();

        await world.OpenIdentityAsync(CashPeople.Officer, caseId);
        world.Time.Advance(Openings.Lasts - TimeSpan.FromSeconds(1));
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeTrue();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeFalse();

        // Two at once close together with the first.
        await world.OpenIdentityAsync(CashPeople.Officer, caseId);
        world.Time.Advance(Openings.Lasts / 2);
        await world.DoAsync<CaseOpenings>(CashPeople.Officer, caseId, (s, handle) => s.OpenAsync(handle, world.NewId(), Compartment.Contact, "cash"));
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeTrue();
        world.Time.Advance(Openings.Lasts / 2);
        (await BothAsync(world, CashPeople.Officer, caseId)).ShouldBeTrue();
    }

    private static async Task<bool> BothAsync(CashWorld world, CurrentAccount account, Guid caseId)
    {
        var now = world.Time.GetUtcNow().UtcDateTime;
        var live = await world.ReadAsync(db => Openings.Live(db, caseId, account.Id, now).ToListAsync());
        var handle = (await world.FindAsync(account, caseId)).ShouldNotBeNull();
        handle.Opened.ShouldBe(Openings.Together(live)?.Within(handle.Compartments));
        return live.Count > 0;
    }
}
