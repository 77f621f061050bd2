using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>The real services of every floor on a real database, each act in a scope of its own, as a request would have it.</summary>
internal abstract class ServiceWorld(TestDatabase database, ServiceProvider services, TimeProvider clock) : IAsyncDisposable
{
    protected TestDatabase Database => database;

    protected IServiceProvider Services => services;

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    public async Task<TResult> AskAsync<T, TResult>(Func<T, Task<TResult>> ask)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task<TResult> ReadAsync<TResult>(Func<HemvagDbContext, Task<TResult>> read)
    {
        await using var db = database.Open();
        return await read(db);
    }

    public async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = database.Open();
        return (await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None)).Findings;
    }

    /// <summary>Every chain, every row and every sum.</summary>
    public async Task VerifyAsync() => Assert.Empty(await FindingsAsync());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    protected Task<CaseHandle?> FindInAsync(CurrentAccount account, Guid caseId) =>
        AskAsync((CaseAccess access) => access.FindAsync(caseId, account));

    protected async Task DoInAsync<T>(CurrentAccount account, Guid caseId, Func<T, CaseHandle, Task> act)
        where T : notnull
    {
        var handle = await FindInAsync(account, caseId) ?? throw new InvalidOperationException($"{account.Name} does not see the case.");
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>(), handle);
    }

    /// <summary>Moves the clock, and runs every job that falls due, day by day.</summary>
    protected async Task PassAsync(FakeTime time, int days)
    {
        for (var day = 0; day < days; day++)
        {
            time.Advance(TimeSpan.FromDays(1));
            await services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        }
    }

    /// <param name="folder">What the folder of its data is called.</param>
    /// <param name="more">What this world adds or puts in another's place.</param>
    protected static ServiceProvider Build(TestDatabase database, TimeProvider time, string folder, Action<IServiceCollection, IConfiguration> more)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            .AddInMemoryCollection([new("Data", TestFolder.New(folder)), new("Demo", "true")])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        Floors.Add(collection, configuration);
        collection.Replace(ServiceDescriptor.Singleton(time));
        more(collection, configuration);
        return collection.BuildServiceProvider(validateScopes: true);
    }
}
