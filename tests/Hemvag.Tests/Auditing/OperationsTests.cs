using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Auditing;

public sealed class OperationsTests
{
    internal sealed record Tried(int Number) : IEvent;

    private static readonly Actor Somebody = Actor.System("test");

    [Theory, OnBothDatabases]
    public async Task Two_at_once_on_one_stream_are_both_saved_one_after_the_other(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await RunAsync(installation, TestInstallation.NewId(), 0);
        var meeting = new Barrier(2);
        var tries = 0;

        async Task MeetAsync(int number)
        {
            var first = true;
            await installation.Operations.RunAsync(
                TestInstallation.NewId(),
                "test",
                "Try",
                Somebody,
                async work =>
                {
                    Interlocked.Increment(ref tries);
                    if (first)
                    {
                        first = false;
                        // Both have read the same head before either saves.
                        await Task.Run(() => meeting.SignalAndWait(TimeSpan.FromSeconds(20)));
                    }

                    work.Record(new Tried(number));
                }
            );
        }

        await Task.WhenAll(MeetAsync(1), MeetAsync(2));

        tries.ShouldBe(3);
        (await StreamAsync(installation)).Select(o => o.Version).ShouldBe([1, 2, 3]);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_at_once_that_begin_a_stream_are_both_saved(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(n => RunAsync(installation, TestInstallation.NewId(), n)));

        (await StreamAsync(installation)).Select(o => o.Version).ShouldBe([1, 2]);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_is_done_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = TestInstallation.NewId();

        (await RunAsync(installation, id, 1)).ShouldBeTrue();
        (await RunAsync(installation, id, 2)).ShouldBeFalse();

        (await StreamAsync(installation)).ShouldHaveSingleItem().Events.ShouldHaveSingleItem().Data.ShouldBe("""{"number":1}""");
    }

    [Theory, OnBothDatabases]
    public async Task An_id_that_another_operation_has_is_never_taken_for_done(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = TestInstallation.NewId();
        await RunAsync(installation, id, 1);

        foreach (
            var (stream, what, actor) in new[]
            {
                ("elsewhere", "Try", Somebody),
                ("test", "Other", Somebody),
                ("test", "Try", new Actor(TestInstallation.NewId(), "Someone else")),
            }
        )
        {
            var refused = await Should.ThrowAsync<Exception>(() =>
                installation.Operations.RunAsync(id, stream, what, actor, _ => throw new InvalidOperationException("It ran."))
            );
            (refused is RefusedException or BadHttpRequestException).ShouldBeTrue();
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_at_once_is_done_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = TestInstallation.NewId();

        var done = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => RunAsync(installation, id, n)));

        done.Count(d => d).ShouldBe(1);
        (await StreamAsync(installation)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_operation_without_an_id_is_refused(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        await Should.ThrowAsync<BadHttpRequestException>(() => RunAsync(installation, Guid.Empty, 1));
    }

    [Theory, OnBothDatabases]
    public async Task An_operation_says_what_happened(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        var missing = await Should.ThrowAsync<InvalidOperationException>(() =>
            installation.Operations.RunAsync(TestInstallation.NewId(), "test", "Silent", Somebody, _ => Task.CompletedTask)
        );

        missing.Message.ShouldContain("no event");
        (await StreamAsync(installation)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_leaves_nothing(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var before = await CountsAsync(installation);

        await Should.ThrowAsync<RefusedException>(() =>
            installation.Operations.RunAsync(
                TestInstallation.NewId(),
                Streams.Openings(caseId),
                "Refuse",
                Somebody,
                work =>
                {
                    work.Db.Add(
                        new OpeningClosed
                        {
                            Id = work.NewId(),
                            CaseId = caseId,
                            ClosedAt = work.Now,
                        }
                    );
                    work.Record(new Tried(1));
                    throw new RefusedException(CaseRefusals.CaseHeld);
                }
            )
        );

        (await CountsAsync(installation)).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task What_always_loses_is_tried_three_times(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await RunAsync(installation, TestInstallation.NewId(), 0);
        var tries = 0;

        var refused = await Should.ThrowAsync<RefusedException>(() =>
            installation.Operations.RunAsync(
                TestInstallation.NewId(),
                "test",
                "Lose",
                Somebody,
                async work =>
                {
                    tries++;
                    // Somebody else is always a little quicker.
                    await RunAsync(installation, TestInstallation.NewId(), tries);
                    work.Record(new Tried(100));
                }
            )
        );

        refused.Refusal.ShouldBe(CaseRefusals.ManyAtOnce);
        tries.ShouldBe(3);
        (await StreamAsync(installation)).Select(o => o.Version).ShouldBe([1, 2, 3, 4]);
    }

    /// <summary>They all want the next number: some may be told to try again, none breaks and no number is lost or given twice.</summary>
    [Theory, OnBothDatabases]
    public async Task Many_matters_at_once_get_numbers_of_their_own(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryOpenAsync(installation)));

        await using var db = installation.Database.Open();
        var numbers = await db.Set<Case>().Select(c => c.Number).ToListAsync(TestContext.Current.CancellationToken);
        numbers.Count.ShouldBe(opened.Count(done => done));
        numbers.Order(StringComparer.Ordinal).Select(n => n[^4..]).ShouldBe(Enumerable.Range(1, numbers.Count).Select(n => $"{n:0000}"));
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_chained_row_changes_in_an_operation_alone(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var guard = installation.Services.GetServices<ISaveChangesInterceptor>().OfType<IInterceptor>().ToArray();
        await using (var db = installation.Database.Open(guard))
        {
            (await db.Set<Case>().FirstAsync(TestContext.Current.CancellationToken)).NextDueOn = new DateOnly(2030, 1, 1);
            var stray = await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
            stray.Message.ShouldContain("without an operation");
        }

        await using (var db = installation.Database.Open(guard))
        {
            db.Remove(await db.Set<Case>().FirstAsync(TestContext.Current.CancellationToken));
            Should.Throw<InvalidOperationException>(() => db.SaveChanges()).Message.ShouldContain("without an operation");
        }

        await Should.ThrowAsync<InvalidOperationException>(() =>
            installation.Operations.RunAsync(
                TestInstallation.NewId(),
                "test",
                "Stray",
                Somebody,
                async work =>
                {
                    (await work.Db.Set<Case>().FirstAsync()).NextDueOn = new DateOnly(2030, 1, 1);
                    work.Record(new Tried(1));
                }
            )
        );
        (await installation.HandleAsync(caseId)).Case.NextDueOn.ShouldNotBe(new DateOnly(2030, 1, 1));
    }

    /// <summary>Sealing under two compartments in one go must not make two keys for one compartment.</summary>
    [Theory, OnBothDatabases]
    public async Task A_case_has_one_key_per_compartment(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await using var db = installation.Database.Open();

        var keys = await db.Set<CaseKey>()
            .Where(k => k.CaseId == caseId)
            .Select(k => k.Compartment)
            .ToListAsync(TestContext.Current.CancellationToken);

        keys.ShouldBe([Compartment.Identity, Compartment.Contact, Compartment.Protection], ignoreOrder: true);
    }

    private static async Task<bool> TryOpenAsync(TestInstallation installation)
    {
        try
        {
            await installation.OpenMatterAsync();
            return true;
        }
        catch (RefusedException refused) when (refused.Refusal == CaseRefusals.ManyAtOnce)
        {
            return false;
        }
    }

    private static Task<bool> RunAsync(TestInstallation installation, Guid id, int number) =>
        installation.Operations.RunAsync(
            id,
            "test",
            "Try",
            Somebody,
            work =>
            {
                work.Record(new Tried(number));
                return Task.CompletedTask;
            }
        );

    private static async Task<List<Operation>> StreamAsync(TestInstallation installation)
    {
        await using var db = installation.Database.Open();
        return await db.Set<Operation>().AsNoTracking().Include(o => o.Events).Where(o => o.Stream == "test").OrderBy(o => o.Version).ToListAsync();
    }

    private static async Task<(int, int, int)> CountsAsync(TestInstallation installation)
    {
        await using var db = installation.Database.Open();
        return (await db.Set<Operation>().CountAsync(), await db.Set<OperationEvent>().CountAsync(), await db.Set<OpeningClosed>().CountAsync());
    }
}
