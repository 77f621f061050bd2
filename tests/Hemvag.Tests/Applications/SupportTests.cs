using Hemvag.Modules.Applications.Support;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class SupportTests
{
    [Theory, OnBothDatabases]
    public async Task Where_nothing_is_missing_the_way_is_open(DatabaseKind kind)
    {
        await using var world = await ReceivedAsync(kind);
        (await world.GateAsync(GateKind.SupportAvailable)).Met.ShouldBeFalse();

        await AnswerAsync(world, All());

        (await world.GateAsync(GateKind.SupportAvailable)).Met.ShouldBeTrue();
        (await world.WaitingAsync(WorkItemKind.DecideAnew)).ShouldBeEmpty();
        (await world.WaitingAsync(WorkItemKind.AnswerSupport)).ShouldBeEmpty();
        await world.RefusedAsync("NothingToDecideAnew", () => DecideAsync(world, goesOn: true));
    }

    [Theory]
    [OnBothDatabases(true)]
    [OnBothDatabases(false)]
    public async Task After_a_no_the_person_decides_anew(DatabaseKind kind, bool goesOn)
    {
        await using var world = await ReceivedAsync(kind);
        await AnswerAsync(world, WithNo());

        (await world.GateAsync(GateKind.SupportAvailable)).Detail.ShouldBe("GateDetail.SupportAvailable.DecideAnew");
        (await world.WaitingAsync(WorkItemKind.DecideAnew)).ShouldHaveSingleItem().AccountId.ShouldBe(ApplicationPeople.Coordinator.Id);
        await DecideAsync(world, goesOn);

        (await world.GateAsync(GateKind.SupportAvailable)).Met.ShouldBe(goesOn);
        (await world.WaitingAsync(WorkItemKind.DecideAnew)).ShouldBeEmpty();
        await world.RefusedAsync("AlreadyDecidedAnew", () => DecideAsync(world, goesOn));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_new_answer_is_a_new_round_and_needs_a_new_decision(DatabaseKind kind)
    {
        await using var world = await ReceivedAsync(kind);
        await AnswerAsync(world, WithNo());
        await DecideAsync(world, goesOn: true);

        await AnswerAsync(world, WithNo());
        (await world.GateAsync(GateKind.SupportAvailable)).Met.ShouldBeFalse();
        await AnswerAsync(world, All());
        (await world.GateAsync(GateKind.SupportAvailable)).Met.ShouldBeTrue();
        (await world.WaitingAsync(WorkItemKind.DecideAnew)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Every_kind_is_answered_and_every_no_explained(DatabaseKind kind)
    {
        await using var world = await ReceivedAsync(kind);
        var all = All();

        await world.RefusedAsync("SupportUnanswered", () => AnswerAsync(world, [.. all.Skip(1)]));
        await world.RefusedAsync("SupportUnanswered", () => AnswerAsync(world, [all[0] with { Availability = null }, .. all.Skip(1)]));
        await world.RefusedAsync("SupportUnanswered", () => AnswerAsync(world, [all[1], .. all.Skip(1)]));
        await world.RefusedAsync(
            "ReasonsMissing",
            () => AnswerAsync(world, [all[0] with { Availability = SupportAvailability.Limited }, .. all.Skip(1)])
        );
        var no = all[0] with { Availability = SupportAvailability.NotAvailable, Reasons = "none there" };
        await world.RefusedAsync("AlternativesMissing", () => AnswerAsync(world, [no, .. all.Skip(1)]));
    }

    private static async Task<ApplicationWorld> ReceivedAsync(DatabaseKind kind)
    {
        var world = await ApplicationWorld.CreateAsync(kind);
        await world.PrepareReferralAsync();
        await world.ReferAsync();
        await world.ConfirmAsync();
        return world;
    }

    private static Task AnswerAsync(ApplicationWorld world, List<SupportAnswered> answers) =>
        world.DoAsync<SupportService>(ApplicationPeople.Caseworker, (support, handle) => support.AnswerAsync(handle, world.NewId(), answers));

    private static Task DecideAsync(ApplicationWorld world, bool goesOn) =>
        world.DoAsync<SupportService>(
            ApplicationPeople.Coordinator,
            (support, handle) => support.DecideAnewAsync(handle, world.NewId(), goesOn, world.Today)
        );

    private static List<SupportAnswered> All() =>
        [.. Enum.GetValues<SupportKind>().Select(k => new SupportAnswered(k, SupportAvailability.Available, null, null))];

    private static List<SupportAnswered> WithNo()
    {
        var all = All();
        all[7] = all[7] with { Availability = SupportAvailability.NotAvailable, Reasons = "No clinic", Alternatives = "The clinic in the capital" };
        return all;
    }
}
