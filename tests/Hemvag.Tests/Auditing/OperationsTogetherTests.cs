using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Auditing;

/// <summary>Operations that are saved at once: each is one of its own, and either all of them are there or none.</summary>
public sealed class OperationsTogetherTests
{
    internal sealed record Tried(int Number) : IEvent;

    private static readonly Actor Somebody = Actor.System("test");

    [Theory, OnBothDatabases]
    public async Task All_are_saved_each_in_its_stream(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await RunAsync(installation, "first", 0);

        var saved = await installation.Operations.TogetherAsync(async () =>
        {
            await RunAsync(installation, "first", 1);
            await RunAsync(installation, "second", 2);
        });

        saved.ShouldBeTrue();
        (await StreamsAsync(installation)).ShouldBe(["first 1 {\"number\":0}", "first 2 {\"number\":1}", "second 1 {\"number\":2}"]);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task One_refusal_leaves_nothing_of_any(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        var saved = await installation.Operations.TogetherAsync(async () =>
        {
            await RunAsync(installation, "first", 1);
            await RunAsync(installation, "second", 2, _ => throw new RefusedException(CaseRefusals.CaseHeld));
        });

        saved.ShouldBeFalse();
        (await StreamsAsync(installation)).ShouldBeEmpty();
        // What comes after is saved by itself again.
        (await RunAsync(installation, "first", 3)).ShouldBeTrue();
        (await StreamsAsync(installation)).ShouldBe(["first 1 {\"number\":3}"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_another_write_has_overtaken_takes_all_of_them_along(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await RunAsync(installation, "second", 0);
        var overtaking = new TaskCompletionSource();
        var read = new TaskCompletionSource();

        async Task OvertakeAsync()
        {
            await read.Task;
            await RunAsync(installation, "second", 9);
            overtaking.SetResult();
        }

        var other = OvertakeAsync();
        var saved = await installation.Operations.TogetherAsync(async () =>
        {
            await RunAsync(installation, "first", 1);
            await RunAsync(
                installation,
                "second",
                2,
                async _ =>
                {
                    read.SetResult();
                    await overtaking.Task;
                }
            );
        });
        await other;

        saved.ShouldBeFalse();
        (await StreamsAsync(installation)).ShouldBe(["second 1 {\"number\":0}", "second 2 {\"number\":9}"]);
    }

    [Theory, OnBothDatabases]
    public async Task One_that_was_done_before_is_not_done_again_and_holds_up_no_other(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = TestInstallation.NewId();
        await RunAsync(installation, "first", 1, id: id);
        var again = true;

        var saved = await installation.Operations.TogetherAsync(async () =>
        {
            again = await RunAsync(installation, "first", 2, id: id);
            await RunAsync(installation, "second", 3);
        });

        saved.ShouldBeTrue();
        again.ShouldBeFalse();
        (await StreamsAsync(installation)).ShouldBe(["first 1 {\"number\":1}", "second 1 {\"number\":3}"]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_of_one_stream_are_not_saved_at_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        var saved = await installation.Operations.TogetherAsync(async () =>
        {
            await RunAsync(installation, "first", 1);
            await RunAsync(installation, "first", 2);
        });

        saved.ShouldBeFalse();
        (await StreamsAsync(installation)).ShouldBeEmpty();
    }

    private static Task<bool> RunAsync(
        TestInstallation installation,
        string stream,
        int number,
        Func<OperationWork, Task>? besides = null,
        Guid? id = null
    ) =>
        installation.Operations.RunAsync(
            id ?? TestInstallation.NewId(),
            stream,
            "Try",
            Somebody,
            async work =>
            {
                work.Record(new Tried(number));
                await (besides?.Invoke(work) ?? Task.CompletedTask);
            }
        );

    private static async Task<IReadOnlyList<string>> StreamsAsync(TestInstallation installation)
    {
        await using var db = installation.Database.Open();
        var all = await db.Set<Operation>().AsNoTracking().Include(o => o.Events).Where(o => o.Kind == "Try").ToListAsync();
        return
        [
            .. all.OrderBy(o => o.Stream, StringComparer.Ordinal)
                .ThenBy(o => o.Version)
                .Select(o => $"{o.Stream} {o.Version} {o.Events.Single().Data}"),
        ];
    }
}
