using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ConsentForm = Hemvag.Modules.Cases.ConsentForm;

namespace Hemvag.Tests.Auditing;

/// <summary>Every floor but the web, on a database of its own: what a command has, with a clock that the test owns.</summary>
internal sealed class TestInstallation : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestInstallation(TestDatabase database, ServiceProvider services)
    {
        Database = database;
        this.services = services;
    }

    public TestDatabase Database { get; }

    public IServiceProvider Services => services;

    public Operations Operations => services.GetRequiredService<Operations>();

    public FakeTime Time => (FakeTime)services.GetRequiredService<TimeProvider>();

    public string KeyFolder => services.GetRequiredService<Installation>().KeyFolder;

    public string CheckpointPath => services.GetRequiredService<Installation>().CheckpointPath;

    public static CurrentAccount Coordinator { get; } =
        new(
            new Guid("0199a000-0000-7000-8000-000000000001"),
            "Asta Lind",
            StableId.Of("region:stockholm"),
            OrganisationKind.Region,
            "Stockholm",
            "Europe/Stockholm",
            new HashSet<Role> { Role.RegionalCoordinator }
        );

    /// <param name="add">Services of the test's own, such as a log that keeps what it is told.</param>
    public static async Task<TestInstallation> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? add = null)
    {
        var installation = OnDatabase(await TestDatabase.CreateAsync(kind), add);
        await installation.ImportAsync();
        return installation;
    }

    /// <summary>Programmes and organisations, as the start brings them in.</summary>
    public Task<bool> ImportAsync() =>
        InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<ProgrammeImport>().RunAsync();
            await scope.GetRequiredService<OrganisationImport>().RunAsync();
            return true;
        });

    /// <summary>A node on a database that is there, which it drops when it ends; with its own keys unless the settings name a folder.</summary>
    public static TestInstallation OnDatabase(
        TestDatabase database,
        Action<IServiceCollection>? add = null,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["Data"] = TestFolder.New("installation"), ["Demo"] = "true" }
            )
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        Floors.Add(collection, configuration);
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTime()));
        add?.Invoke(collection);
        return new TestInstallation(database, collection.BuildServiceProvider());
    }

    public static Guid NewId() => Guid.CreateVersion7();

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<(IReadOnlyList<Finding> Findings, VerifiedCounts Counts)> VerifyAsync() =>
        InScopeAsync(s => s.GetRequiredService<Verifier>().RunAsync(s.GetRequiredService<HemvagDbContext>(), CancellationToken.None));

    public Task<bool> CheckpointAsync() =>
        InScopeAsync(async s =>
        {
            await s.GetRequiredService<CheckpointFile>().WriteAsync(s.GetRequiredService<HemvagDbContext>(), CancellationToken.None);
            return true;
        });

    public async Task<Guid> AddAccountAsync(string mail, string name) =>
        (
            await services
                .GetRequiredService<AccountRegister>()
                .CreateAsync(NewId(), Actor.System("test"), new NewAccount(mail, name, Coordinator.OrganisationId, "sv", [Role.RegionalCoordinator]))
        ).Id;

    /// <summary>A matter that the coordinator took, with names, phone and free text sealed.</summary>
    public Task<Guid> OpenMatterAsync(MatterRequest? request = null) =>
        InScopeAsync(s => ActivatorUtilities.CreateInstance<MatterService>(s).OpenAsync(Coordinator, NewId(), request ?? Matter()));

    public static MatterRequest Matter() =>
        new(
            Coordinator.OrganisationId,
            DateOnly.FromDateTime(FakeTime.Start.UtcDateTime),
            ContactChannel.Phone,
            IsAdult: true,
            ChildrenTravelAlong: false,
            ConsentsToContact: true,
            ConsentForm.Oral,
            "sv",
            Interpreter: null,
            InterpreterAccepted: false,
            new IdentityPayload(null, "Amina", "Berisha", new DateOnly(1994, 5, 2), "AL", null),
            new ContactPayload("+46701234567", "Vardagar", "Säg att det gäller tvättstugan", "Syrsa", null, "sq", true),
            "Vill veta hur en återresa går till.",
            TakeIt: true
        );

    public Task<CaseHandle> HandleAsync(Guid caseId) =>
        InScopeAsync(async s =>
            await s.GetRequiredService<CaseAccess>().FindAsync(caseId, Coordinator)
            ?? throw new InvalidOperationException("The coordinator does not see the case.")
        );

    public async Task OpenCompartmentsAsync(Guid caseId, Compartment compartments) =>
        await InScopeAsync(async s =>
        {
            await s.GetRequiredService<Openings>().OpenAsync(NewId(), caseId, Coordinator.Actor, compartments, "test");
            return true;
        });

    public async Task CloseCompartmentsAsync(Guid caseId) =>
        await InScopeAsync(async s =>
        {
            await s.GetRequiredService<Openings>().CloseAsync(NewId(), caseId, Coordinator.Actor);
            return true;
        });

    /// <summary>A small PDF in the compartment of notes.</summary>
    public async Task AttachAsync(Guid caseId, string name, byte[] content)
    {
        var handle = await HandleAsync(caseId);
        await InScopeAsync(s =>
            s.GetRequiredService<CaseOperations>()
                .RunAsync(
                    handle,
                    NewId(),
                    "AddDocument",
                    OperationNature.Fact,
                    work =>
                        services
                            .GetRequiredService<CaseFiles>()
                            .AddAsync(work, Compartment.Notes, "document", new UploadedFile(name, content), "File")
                )
        );
    }

    /// <summary>Ends the node and leaves its database.</summary>
    public ValueTask StopAsync() => services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
