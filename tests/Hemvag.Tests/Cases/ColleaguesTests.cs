using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Covers;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Colleagues of the same office see a case when it is theirs, shared with them, or by cover; nobody else there does.</summary>
public sealed class ColleaguesTests
{
    [Theory, OnBothDatabases]
    public async Task What_waits_for_anyone_at_the_office_is_taken_on_by_one(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        await SeenByAsync(world, caseId, (world.Caseworker, true), (world.EnglishCaseworker, true), (world.Approver, true));

        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));

        (await world.EventsAsync(caseId)).ShouldBe(["ParticipantEnded", "ParticipantAdded", "CaseTakenOn"]);
        // Who approves payments stays whoever holds the role.
        await SeenByAsync(world, caseId, (world.Caseworker, true), (world.EnglishCaseworker, false), (world.Approver, true));
        (await world.RefusedAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()))).ShouldBe("CaseNotWaiting");
    }

    [Theory, OnBothDatabases]
    public async Task A_case_is_shared_with_one_colleague_until_it_is_not(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TakenAsync(world);
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.ShareAsync(h, world.NewId(), world.EnglishCaseworker.Id));
        (await world.EventsAsync(caseId)).ShouldBe(["ParticipantAdded", "CaseShared"]);
        await SeenByAsync(world, caseId, (world.EnglishCaseworker, true));
        (await NoticesAsync(world, world.EnglishCaseworker)).ShouldContain(ColleagueService.SharedNotice);

        // It stays the case of the one who shared it.
        foreach (
            var act in new Func<ColleagueService, CaseHandle, Task>[]
            {
                (s, h) => s.ShareAsync(h, world.NewId(), world.Caseworker.Id),
                (s, h) => s.EndSharingAsync(h, world.NewId(), world.EnglishCaseworker.Id),
                (s, h) => s.HandOverAsync(h, world.NewId(), world.Caseworker.Id, keep: false),
            }
        )
        {
            (await world.RefusedAsync(world.EnglishCaseworker, caseId, act)).ShouldBe("CaseNotYours");
        }

        (
            await world.RefusedAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.ShareAsync(h, world.NewId(), world.EnglishCaseworker.Id))
        ).ShouldBe("ColleagueSeesAlready");
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.EndSharingAsync(h, world.NewId(), world.EnglishCaseworker.Id));
        await SeenByAsync(world, caseId, (world.Caseworker, true), (world.EnglishCaseworker, false));
        (
            await world.RefusedAsync<ColleagueService>(
                world.Caseworker,
                caseId,
                (s, h) => s.EndSharingAsync(h, world.NewId(), world.EnglishCaseworker.Id)
            )
        ).ShouldBe("NotShared");
    }

    [Theory, OnBothDatabases]
    public async Task Only_a_colleague_with_the_role_can_be_let_in(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TakenAsync(world);
        foreach (var outsider in new[] { world.Approver.Id, world.Coordinator.Id, world.Local.Id, world.Caseworker.Id, Guid.NewGuid() })
        {
            (await world.RefusedAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.ShareAsync(h, world.NewId(), outsider))).ShouldBe(
                "ColleagueMissing"
            );
            (
                await world.RefusedAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.HandOverAsync(h, world.NewId(), outsider, true))
            ).ShouldBe("ColleagueMissing");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Handing_over_moves_what_waits_and_takes_the_old_sight_away(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TakenAsync(world);
        await AskAsync(world, caseId, world.Caseworker);

        await world.ActAsync<ColleagueService>(
            world.Caseworker,
            caseId,
            (s, h) => s.HandOverAsync(h, world.NewId(), world.EnglishCaseworker.Id, keep: false)
        );

        await SeenByAsync(world, caseId, (world.Caseworker, false), (world.EnglishCaseworker, true));
        var moved = (await world.OpenItemsAsync(caseId, WorkItemKind.HoldBookings)).ShouldHaveSingleItem();
        (moved.AccountId, moved.DueOn).ShouldBe((world.EnglishCaseworker.Id, new DateOnly(2026, 9, 20)));
        (await NoticesAsync(world, world.EnglishCaseworker)).ShouldContain(ColleagueService.HandedOverNotice);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_keeps_the_sight_on_purpose_sees_it_as_shared(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TakenAsync(world);
        await world.ActAsync<ColleagueService>(
            world.Caseworker,
            caseId,
            (s, h) => s.HandOverAsync(h, world.NewId(), world.EnglishCaseworker.Id, keep: true)
        );
        await SeenByAsync(world, caseId, (world.Caseworker, true), (world.EnglishCaseworker, true));
        await world.ActAsync<ColleagueService>(world.EnglishCaseworker, caseId, (s, h) => s.EndSharingAsync(h, world.NewId(), world.Caseworker.Id));
        await SeenByAsync(world, caseId, (world.Caseworker, false), (world.EnglishCaseworker, true));
    }

    [Theory, OnBothDatabases]
    public async Task Who_stands_in_sees_the_cases_and_what_waits_from_the_first_day_to_the_last(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TakenAsync(world);
        await AskAsync(world, caseId, world.Caseworker);
        using var client = await world.SignInAsync(world.EnglishCaseworker);
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeHidden();

        using var owner = await world.SignInAsync(world.Caseworker);
        var form = (await owner.GetAsync("/account/cover")).ShouldBeOk().Form("form:has([name=LastDay])");
        var today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);
        var answer = await form.Fill("ColleagueId", world.EnglishCaseworker.Id.ToString())
            .Fill("FirstDay", today.ToString("O"))
            .Fill("LastDay", today.AddDays(1).ToString("O"))
            .SubmitAsync();
        answer.ShouldBeOk().ShouldShow("james");

        (await client.GetAsync($"/cases/{caseId}")).ShouldBeOk();
        (await client.GetAsync("/")).ShouldBeOk().ShouldShow("Björk");
        (
            await world.ReadAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == world.EnglishCaseworker.Id && n.Kind == Covering.Arranged))
        ).ShouldBeTrue();

        world.Time.Advance(TimeSpan.FromDays(2));
        using var later = await world.SignInAsync(world.EnglishCaseworker);
        (await later.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task A_cover_that_is_ended_shows_nothing_at_the_next_request(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TakenAsync(world);
        using var owner = await world.SignInAsync(world.Caseworker);
        using var client = await world.SignInAsync(world.EnglishCaseworker);
        await ArrangeAsync(world, owner);
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeOk();
        (await (await owner.GetAsync("/account/cover")).ShouldBeOk().Form("form[action*=End]").SubmitAsync()).ShouldBeOk();
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
    }

    [Fact]
    public async Task A_cover_wants_a_colleague_and_days()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        using var owner = await world.SignInAsync(world.Caseworker);
        var page = (await owner.GetAsync("/account/cover")).ShouldBeOk();
        var today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);
        var colleague = world.EnglishCaseworker.Id.ToString();
        (string Colleague, DateOnly First, DateOnly Last, string Refusal)[] wrong =
        [
            (world.Approver.Id.ToString(), today, today, "CoverColleagueMissing"),
            (world.Caseworker.Id.ToString(), today, today, "CoverColleagueMissing"),
            (world.Coordinator.Id.ToString(), today, today, "CoverColleagueMissing"),
            (colleague, today.AddDays(-2), today, "CoverDays"),
            (colleague, today.AddDays(1), today, "CoverDays"),
            (colleague, today, today.AddDays(Cover.MostDays + 1), "CoverDays"),
        ];
        foreach (var (who, first, last, refusal) in wrong)
        {
            var answer = await page.Form("form:has([name=LastDay])")
                .Fill("ColleagueId", who)
                .Fill("FirstDay", first.ToString("O"))
                .Fill("LastDay", last.ToString("O"))
                .SubmitAsync();
            answer.ShouldRefuse(refusal);
            answer.Document.QuerySelector("[name=LastDay]")!.GetAttribute("value").ShouldBe(last.ToString("O"));
        }
    }

    [Fact]
    public async Task The_page_takes_on_shares_and_hands_over_in_both_languages()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        using var finnish = await world.SignInAsync(world.Caseworker);
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await finnish.GetAsync($"/cases/{caseId}")).ShouldBeOk().ShouldShow("Ta ärendet");
        (await english.GetAsync($"/cases/{caseId}/colleagues")).ShouldBeOk().ShouldShow("Nobody here has taken the case on yet");
        var taken = await (await finnish.GetAsync($"/cases/{caseId}/colleagues")).ShouldBeOk().Form("form[action*=TakeOn]").SubmitAsync();
        taken.ShouldBeOk().ShouldShow("Eget ärende sedan").ShouldShow("Dela eller lämna över");
        (await english.GetAsync($"/cases/{caseId}/colleagues")).ShouldBeHidden();

        var none = await taken.Form("form:has([name=Keep])").SubmitAsync("share");
        none.ShouldRefuse("ColleagueMissing");
        var shared = await taken.Form("form:has([name=Keep])").Fill("ColleagueId", world.EnglishCaseworker.Id.ToString()).SubmitAsync("share");
        shared.ShouldBeOk().ShouldShow("Delat sedan");
        (await english.GetAsync($"/cases/{caseId}/colleagues")).ShouldBeOk().ShouldShow("Shared since").ShouldNotContain("Hand over");
    }

    private static async Task<Guid> TakenAsync(TravelWorld world)
    {
        var caseId = await world.CaseAsync();
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));
        return caseId;
    }

    private static async Task ArrangeAsync(TravelWorld world, PageClient owner)
    {
        var today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);
        (
            await (await owner.GetAsync("/account/cover"))
                .ShouldBeOk()
                .Form("form:has([name=LastDay])")
                .Fill("ColleagueId", world.EnglishCaseworker.Id.ToString())
                .Fill("FirstDay", today.ToString("O"))
                .Fill("LastDay", today.AddDays(20).ToString("O"))
                .SubmitAsync()
        ).ShouldBeOk();
    }

    private static Task AskAsync(TravelWorld world, Guid caseId, CurrentAccount whom) =>
        world.ActAsync<CaseOperations>(
            world.Coordinator,
            caseId,
            (operations, handle) =>
                operations.RunAsync(
                    handle,
                    world.NewId(),
                    "Test",
                    OperationNature.Fact,
                    work =>
                        work.AskAsync(
                            new WorkAsked(
                                WorkItemKind.HoldBookings,
                                Urgency.Safety,
                                Role.IomCaseworker,
                                whom.OrganisationId,
                                whom.Id,
                                CaseLinks.Travel,
                                new DateOnly(2026, 9, 20)
                            )
                        )
                )
        );

    private static async Task SeenByAsync(TravelWorld world, Guid caseId, params (CurrentAccount Who, bool Sees)[] expected)
    {
        foreach (var (who, sees) in expected)
        {
            (await world.SeesAsync(who, caseId)).ShouldBe(sees, who.Name);
        }
    }

    private static Task<List<string>> NoticesAsync(TravelWorld world, CurrentAccount account) =>
        world.ReadAsync(db => db.Set<Notice>().Where(n => n.AccountId == account.Id).Select(n => n.Kind).ToListAsync());
}
