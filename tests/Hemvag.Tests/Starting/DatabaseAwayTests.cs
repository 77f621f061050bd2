using System.Data.Common;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Starting;

/// <summary>A short outage of the database ends nothing that runs beside the requests, however EF Core wraps the error.</summary>
public sealed class DatabaseAwayTests
{
    private static readonly Exception[] Outages =
    [
        new Away(),
        new InvalidOperationException("An exception has been raised that is likely due to a transient failure.", new Away()),
        new InvalidOperationException("…", new DbUpdateException("…", new Away())),
        new DbUpdateException("…", new Away()),
    ];

    public static TheoryData<int> All() => [.. Enumerable.Range(0, Outages.Length)];

    [Theory, MemberData(nameof(All))]
    public void It_is_told_from_a_mistake_of_ours(int which)
    {
        DatabaseAway.Is(Outages[which]).ShouldBeTrue();
        DatabaseAway.Is(new InvalidOperationException("ours", new FormatException("ours"))).ShouldBeFalse();
        DatabaseAway.Is(new InvalidOperationException("ours")).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_runs_beside_the_requests_goes_on(int which)
    {
        var scopes = new NoScopes(Outages[which]);
        var stop = TestContext.Current.CancellationToken;
        using var watch = new ProgrammeWatch(scopes, NullLogger<ProgrammeWatch>.Instance);
        await watch.LookAsync(stop);
        using var sync = new ErasureSync(scopes, NullLogger<ErasureSync>.Instance);
        await sync.RememberAsync(stop);
        using var checkpoints = new CheckpointWriter(scopes, null!, NullLogger<CheckpointWriter>.Instance);
        await checkpoints.StartAsync(stop);
        using var jobs = new JobRunner(scopes, TimeProvider.System, NullLogger<JobRunner>.Instance);
        await jobs.StartAsync(stop);
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, stop);
        scopes.Asked.ShouldBeGreaterThanOrEqualTo(4);
        checkpoints.ExecuteTask!.IsCompleted.ShouldBeFalse();
        jobs.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await jobs.StopAsync(stop);
        await checkpoints.StopAsync(stop);
    }

    private sealed class Away() : DbException("The connection was refused.");

    private sealed class NoScopes(Exception error) : IServiceScopeFactory
    {
        private int asked;

        public int Asked => asked;

        public IServiceScope CreateScope()
        {
            Interlocked.Increment(ref asked);
            throw error;
        }
    }
}
