using Hemvag.Auditing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.Retention;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.CashSupport.CashSteps;

namespace Hemvag.Tests.CashSupport;

/// <summary>A doubt about who came is one of one visit, and what was found out holds for one paper (S4.22).</summary>
public sealed class CashDoubtTests
{
    private const string NewPassport = "X999";
    private const string Strange = "Y888";

    [Theory, OnBothDatabases]
    public async Task A_paper_found_to_be_the_persons_own_lets_no_other_paper_pass(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId, NewPassport);
        await world.SettleAsync(caseId, DoubtOutcome.SamePerson);
        await world.PresentAsync(caseId, Strange);
        (await world.VisitsAsync(caseId)).Select(v => v.Recognised).ShouldBe([false, false]);
        (await world.OpenWorkAsync(caseId, WorkItemKind.IdentityInDoubt)).ShouldHaveSingleItem();
        var members = await world.MembersAsync(caseId);
        await RefusedAsync("IdentityInDoubt", () => world.PayAsync(caseId, members));
        members.ShouldAllBe(m => m.PresentedOn == null);
        await world.SettleAsync(caseId, DoubtOutcome.AnotherPerson);
        // The same paper, as another reader writes it.
        await world.PresentAsync(caseId, "x-9 99");
        await world.PayAsync(caseId, members);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_came_are_told_apart(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId, NewPassport);
        await world.PresentAsync(caseId, Strange);
        var visits = await world.VisitsAsync(caseId);
        await SettleAsync(world, caseId, visits[0].Id, DoubtOutcome.SamePerson);
        (await world.VisitsAsync(caseId)).Select(v => v.Doubt).ShouldBe([DoubtOutcome.SamePerson, null]);
        (await world.OpenWorkAsync(caseId, WorkItemKind.IdentityInDoubt)).ShouldHaveSingleItem();
        var members = await world.MembersAsync(caseId);
        await RefusedAsync("IdentityInDoubt", () => world.PayAsync(caseId, members));
        await SettleAsync(world, caseId, visits[1].Id, DoubtOutcome.AnotherPerson);
        (await world.OpenWorkAsync(caseId, WorkItemKind.IdentityInDoubt)).ShouldBeEmpty();
        (await world.ReadAsync(db => db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(CashDoubtSettled)))).ShouldBe(2);
        await world.PresentAsync(caseId, Strange);
        (await world.VisitsAsync(caseId))[^1].IsInDoubt.ShouldBeTrue();
        await world.VerifyAsync();
    }

    [Theory]
    [InlineData(nameof(DoubtOutcome.SamePerson), true)]
    [InlineData(nameof(DoubtOutcome.AnotherPerson), false)]
    public async Task What_was_found_last_about_a_paper_counts(string last, bool recognised)
    {
        var outcome = Enum.Parse<DoubtOutcome>(last);
        await using var world = await CashWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.ConfirmedAsync(Anna);
        await world.PresentAsync(caseId, NewPassport);
        await world.PresentAsync(caseId, NewPassport);
        var visits = await world.VisitsAsync(caseId);
        // The later visit is settled first.
        await SettleAsync(world, caseId, visits[1].Id, outcome == DoubtOutcome.SamePerson ? DoubtOutcome.AnotherPerson : DoubtOutcome.SamePerson);
        await SettleAsync(world, caseId, visits[0].Id, outcome);
        await world.PresentAsync(caseId, NewPassport);
        (await world.VisitsAsync(caseId))[^1].Recognised.ShouldBe(recognised);
    }

    [Theory, OnBothDatabases]
    public async Task Only_a_visit_of_the_case_that_is_in_doubt_is_settled(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        var other = await world.ConfirmedAsync(CashPeople.Family);
        await world.PresentAsync(caseId, NewPassport);
        await world.PresentAsync(other, Strange);
        var visit = (await world.VisitsAsync(caseId)).Single().Id;
        var strangers = (await world.VisitsAsync(other)).Single().Id;
        await Should.ThrowAsync<NotThereException>(() => SettleAsync(world, caseId, strangers, DoubtOutcome.SamePerson));
        (await world.VisitsAsync(other)).Single().IsInDoubt.ShouldBeTrue();
        await SettleAsync(world, caseId, visit, DoubtOutcome.SamePerson);
        await RefusedAsync("NoDoubtOpen", () => SettleAsync(world, caseId, visit, DoubtOutcome.AnotherPerson));
        await world.PresentAsync(caseId, "P100200");
        var recognised = (await world.VisitsAsync(caseId))[^1].Id;
        await RefusedAsync("NoDoubtOpen", () => SettleAsync(world, caseId, recognised, DoubtOutcome.AnotherPerson));
    }

    [Theory, OnBothDatabases]
    public async Task A_paper_is_known_again_under_a_newer_key_and_in_no_other_case(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        var other = await world.ConfirmedAsync(CashPeople.Family);
        await world.PresentAsync(caseId, NewPassport);
        await world.PresentAsync(other, NewPassport);
        var visits = new[] { (await world.VisitsAsync(caseId)).Single(), (await world.VisitsAsync(other)).Single() };
        visits.Select(v => v.Came).ShouldBe(["1", "1 2 3 4"]);
        visits.ShouldAllBe(v => v.ShownToken!.Length == 32);
        visits[0].ShownToken!.ShouldNotBe(visits[1].ShownToken!);
        await world.SettleAsync(caseId, DoubtOutcome.SamePerson);
        world.RotateKeys();
        await world.PresentAsync(caseId, NewPassport);
        var again = (await world.VisitsAsync(caseId))[^1];
        again.Recognised.ShouldBeTrue();
        again.ShownToken!.ShouldNotBe(visits[0].ShownToken!);
        await world.PresentAsync(caseId);
        (await world.VisitsAsync(caseId))[^1].ShownToken.ShouldBeNull();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_token_of_a_paper_goes_with_what_is_sealed_under_identity(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.ConfirmedAsync(Anna);
        var other = await world.ConfirmedAsync(CashPeople.Family);
        await world.PresentAsync(caseId, NewPassport);
        await world.PresentAsync(other, NewPassport);
        await EraseAsync(Compartment.Contact);
        (await world.VisitsAsync(caseId)).Single().ShownToken.ShouldNotBeNull();
        await EraseAsync(Compartment.Identity);
        (await world.VisitsAsync(caseId)).Single().ShownToken.ShouldBeNull();
        (await world.VisitsAsync(other)).Single().ShownToken.ShouldNotBeNull();
        await world.VerifyAsync();

        Task<bool> EraseAsync(Compartment compartment) =>
            world.AskAsync(
                (CaseOperations operations) =>
                    operations.RunAsSystemAsync(
                        world.NewId(),
                        caseId,
                        EraseCompartments.JobKind,
                        async work =>
                        {
                            var key = await work.Db.Set<CaseKey>().SingleAsync(k => k.CaseId == caseId && k.Compartment == compartment);
                            await KeyErasing.EraseAsync(work.Db, work.Record, key, work.Now);
                        }
                    )
            );
    }

    private static Task SettleAsync(CashWorld world, Guid caseId, Guid visit, DoubtOutcome outcome) =>
        world.DoAsync<Presenting>(CashPeople.Caseworker, caseId, (s, handle) => s.SettleAsync(handle, world.NewId(), visit, outcome));
}
