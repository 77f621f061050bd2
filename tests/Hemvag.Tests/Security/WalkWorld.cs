using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hemvag.Tests.Security;

/// <summary>
/// The demo with its cases. Seeding takes seconds, so SQLite copies one seeded file per process; PostgreSQL seeds for each world.
/// </summary>
internal sealed class WalkWorld : IAsyncDisposable
{
    private static readonly Lazy<Task<(string File, string Data)>> Seeded = new(SeedAsync);
    private readonly TestDatabase database;
    private readonly InMemoryApp app;
    private readonly Dictionary<string, PageClient> signedIn = new(StringComparer.Ordinal);

    private WalkWorld(TestDatabase database, InMemoryApp app, IReadOnlyDictionary<string, Guid> cases)
    {
        this.database = database;
        this.app = app;
        Cases = cases;
    }

    /// <summary>An organisation's own sign-in that is never reached.</summary>
    public const string Provider = "own";

    /// <summary>The one account that has a passkey; to the others its page is not there.</summary>
    public const string PasskeyOwner = "admin-1";

    public IServiceProvider Services => app.Services;

    public TestDatabase Database => database;

    /// <summary>Id of each demo case by its code, c01 to c17, and of the decisions on cash support, cash-1 (paid and closed) to cash-4 (entered).</summary>
    public IReadOnlyDictionary<string, Guid> Cases { get; }

    public static async Task<WalkWorld> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? services = null)
    {
        var made = await TestDatabase.CreateAsync(kind);
        var data = TestFolder.New("walk");
        if (kind == DatabaseKind.Sqlite)
        {
            var seeded = await Seeded.Value;
            File.Copy(seeded.File, WalkFile.Of(made), overwrite: true);
            WalkFile.CopyFolder(seeded.Data, data);
        }

        var started = Start(made, data, services);
        if (kind == DatabaseKind.Postgres)
        {
            await AddPasskeyAsync(started);
        }

        return new WalkWorld(made, started, await ReadCasesAsync(started.Services));
    }

    public PageClient NewClient() => app.NewClient();

    /// <summary>The visitor of that demo account; signed in once.</summary>
    public async Task<PageClient> AsAsync(string code)
    {
        if (!signedIn.TryGetValue(code, out var client))
        {
            signedIn[code] = client = await SignInAsync(app, code);
        }

        return client;
    }

    /// <summary>Opens whatever the account's task can need in a case; a consent may allow less, and then nothing is opened.</summary>
    public async Task OpenAsync(string code, string caseCode)
    {
        var needed = CasePermissions.CompartmentsFor(DemoPeople.Accounts.Single(p => p.Code == code).Roles[0]);
        if (needed == Compartment.None)
        {
            return;
        }

        var client = await AsAsync(code);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__form"] = await AccessWalkTests.TokenAsync(client),
            ["OperationId"] = Guid.CreateVersion7().ToString(),
            ["Compartments"] = string.Join(',', Compartments.Each(needed)),
            ["Purpose"] = "person",
            ["Return"] = "",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{Cases[caseCode]}/open") { Content = new FormUrlEncodedContent(fields) };
        var answer = await client.SendOnceAsync(request);
        if (answer.Status is not (HttpStatusCode.Redirect or HttpStatusCode.Forbidden))
        {
            throw new InvalidOperationException($"{code} opens {caseCode}: {answer.Status}");
        }
    }

    public async Task<T> WithDbAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var db = Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContext();
        return await read(db);
    }

    /// <summary>How many operations people have made; what the system does in the background does not count.</summary>
    public Task<int> OperationsAsync() => WithDbAsync(db => db.Set<Operation>().CountAsync(o => o.AccountId != null));

    /// <summary>What the newest operation in a case has recorded. Several operations may have one time: a sign-in and a start are none of these.</summary>
    public Task<List<string>> LastEventsAsync() =>
        WithDbAsync(db =>
            db.Set<Operation>()
                .Where(o => o.Stream.StartsWith("case/"))
                .OrderByDescending(o => o.At)
                .ThenByDescending(o => o.Version)
                .Take(1)
                .SelectMany(o => o.Events)
                .OrderBy(e => e.Ordinal)
                .Select(e => e.Kind)
                .ToListAsync()
        );

    /// <summary>A copy of the database as it is now.</summary>
    public string Snapshot()
    {
        var file = Path.Combine(TestFolder.New("snapshot"), "hemvag.db");
        WalkFile.Copy(WalkFile.Of(database), file);
        return file;
    }

    /// <summary>Puts the database back under the running application, as seeded or as in a snapshot. SQLite alone.</summary>
    public async Task RestoreAsync(string? snapshot = null) =>
        await WalkFile.PutBackAsync(snapshot ?? (await Seeded.Value).File, WalkFile.Of(database));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in signedIn.Values)
        {
            client.Dispose();
        }

        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task AddPasskeyAsync(InMemoryApp app)
    {
        using var passkey = new SoftPasskey();
        using var client = await SignInAsync(app, PasskeyOwner);
        (await AccountsApp.AddPasskeyAsync(client, passkey)).ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<(string File, string Data)> SeedAsync()
    {
        var data = TestFolder.New("walk-seeded");
        var file = Path.Combine(TestFolder.New("walk-template"), "hemvag.db");
        await using var made = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var started = Start(made, data, null))
        {
            // The first visit makes what the first visit makes, such as the ring of cookie keys.
            await AddPasskeyAsync(started);
        }

        WalkFile.Copy(WalkFile.Of(made), file);
        return (file, data);
    }

    // Jobs would write while a snapshot is put back, and ask the database while a page's questions are counted.
    private static void WithoutBackground(IServiceCollection services)
    {
        foreach (
            var background in services
                .Where(d =>
                    d.ServiceType == typeof(IHostedService)
                    && (d.ImplementationFactory is not null || d.ImplementationType == typeof(CheckpointWriter))
                )
                .ToList()
        )
        {
            services.Remove(background);
        }
    }

    private static InMemoryApp Start(TestDatabase database, string data, Action<IServiceCollection>? services) =>
        InMemoryApp.Start(
            database,
            o =>
                o with
                {
                    Demo = true,
                    Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["Demo:Cases"] = "true",
                        [$"ExternalSignIn:{Provider}:Name"] = "Region Väst",
                        [$"ExternalSignIn:{Provider}:Organisation"] = "vast",
                        [$"ExternalSignIn:{Provider}:ClientId"] = "hemvag",
                        [$"ExternalSignIn:{Provider}:ClientSecret"] = "secret",
                        [$"ExternalSignIn:{Provider}:AuthorizationEndpoint"] = "https://idp.example/authorize",
                        [$"ExternalSignIn:{Provider}:TokenEndpoint"] = "https://idp.example/token",
                        [$"ExternalSignIn:{Provider}:UserInformationEndpoint"] = "https://idp.example/userinfo",
                    },
                    DataFolder = data,
                    Services = s =>
                    {
                        s.AddSingleton<IStartupFilter>(new FromThisMachine());
                        WithoutBackground(s);
                        services?.Invoke(s);
                    },
                }
        );

    private static async Task<PageClient> SignInAsync(InMemoryApp app, string code)
    {
        var client = app.NewClient();
        var page = (await client.GetAsync("/demo")).ShouldBeOk();
        (await page.Form($"[value='{DemoAccounts.IdOf(code)}']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    // The demo opens them in the order of its table, each with its own first day.
    private static async Task<IReadOnlyDictionary<string, Guid>> ReadCasesAsync(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContext();
        var opened = await db.Set<Case>().Where(c => c.Kind == ProgrammeKind.AssistedReturn).OrderBy(c => c.OpenedAt).Select(c => c.Id).ToListAsync();
        var codes = DemoPersons.Cases.OrderByDescending(p => p.StartedDaysAgo).Select(p => p.Code);
        var cash = await db.Set<Case>().Where(c => c.Kind == ProgrammeKind.CashSupport).OrderBy(c => c.OpenedAt).Select(c => c.Id).ToListAsync();
        return codes
            .Zip(opened)
            .Concat(cash.Select((id, index) => ($"cash-{index + 1}", id)))
            .ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
    }
}
