using System.Linq.Expressions;
using System.Text;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Applications;
using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Referrals;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Hemvag.Tests.Applications;

/// <summary>A case whose person has been informed, with the real services on a real database; gates of modules beside are met.</summary>
internal sealed class ApplicationWorld : IAsyncDisposable
{
    public const string Secret = "Selma Sårbar";

    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private ApplicationWorld(TestDatabase database, string folder, FakeTime time)
    {
        this.database = database;
        services = Services(database, folder, time);
        Folder = folder;
        Time = time;
    }

    public TestDatabase Database => database;

    /// <summary>Where the keys lie.</summary>
    public string Folder { get; }

    public FakeTime Time { get; }

    public Guid CaseId { get; private set; }

    public DateOnly Today => LocalDates.Today(Time.GetUtcNow().UtcDateTime, "Europe/Helsinki");

    public static async Task<ApplicationWorld> CreateAsync(DatabaseKind kind)
    {
        var made = await TestDatabase.CreateAsync(kind);
        var world = new ApplicationWorld(made, TestFolder.New("application"), new FakeTime());
        await world.services.GetRequiredService<OrganisationImport>().RunAsync();
        await world.OpenAsync();
        return world;
    }

    public Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    public async Task<CaseHandle?> FindAsync(CurrentAccount account)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(CaseId, account);
    }

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task DoAsync<T>(CurrentAccount account, Func<T, CaseHandle, Task> act)
        where T : notnull
    {
        var handle = await FindAsync(account) ?? throw new InvalidOperationException($"{account.Name} does not see the case.");
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>(), handle);
    }

    public async Task<TResult> ReadAsync<TResult>(Func<HemvagDbContext, Task<TResult>> read)
    {
        await using var db = database.Open();
        return await read(db);
    }

    public Task SaveAsync(string section, int shown, params (string Field, string Value)[] answers) =>
        DoAsync<FormSections>(
            ApplicationPeople.Coordinator,
            (sections, handle) =>
                sections.SaveAsync(
                    handle,
                    NewId(),
                    FormKind.Application,
                    section,
                    answers.ToDictionary(a => a.Field, a => FieldAnswer.Of(a.Value)),
                    shown
                )
        );

    public async Task<OpenedCompartment?> OpenAsync(CurrentAccount account, Compartment compartments)
    {
        await DoAsync<Openings>(
            account,
            (openings, handle) => openings.OpenAsync(NewId(), handle.CaseId, account.Actor, compartments, "application")
        );
        return await OpenedAsync(account);
    }

    /// <summary>What the account has open now.</summary>
    public async Task<OpenedCompartment?> OpenedAsync(CurrentAccount account)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(CaseId, account))?.Opened;
    }

    public Task<string> DigestAsync() => ReadAsync(async db => (await SignedDigest.OfAsync(db, CaseId)).Hex);

    public async Task SignAsync()
    {
        var opened = await OpenAsync(ApplicationPeople.Coordinator, Compartments.All & ~Compartment.Bank);
        var digest = await DigestAsync();
        // Two signatures are never written in the same moment.
        Time.Advance(TimeSpan.FromSeconds(1));
        await DoAsync<ApplicationSigning>(ApplicationPeople.Coordinator, (signing, handle) => signing.SignAsync(handle, NewId(), digest, opened));
    }

    public Task CertifyAsync(CertificateRequest request, UploadedFile? sheet) =>
        DoAsync<CertificateRecording>(ApplicationPeople.Coordinator, (recording, handle) => recording.RecordAsync(handle, NewId(), request, sheet));

    public Task CertifyAsync() => CertifyAsync(Certificate(), Sheet);

    public CertificateRequest Certificate() => new(Today, "sv", null, false, ["voluntary", "informed"]);

    public static UploadedFile Sheet => new("intyg.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 " + Secret));

    public async Task<Guid> ConsentAsync(
        ConsentPurpose purpose = ConsentPurpose.ExchangeWithIom,
        Compartment compartments = Compartments.All,
        DateOnly? starts = null,
        DateOnly? ends = null
    )
    {
        await DoAsync<ConsentService>(
            ApplicationPeople.Coordinator,
            (consents, handle) =>
                consents.GiveAsync(
                    handle,
                    NewId(),
                    new ConsentRequest(
                        purpose,
                        [ApplicationPeople.Iom],
                        compartments,
                        "sv",
                        null,
                        ConsentForm.Written,
                        ConsentPrompts.Needed,
                        starts ?? Today,
                        ends,
                        null,
                        null
                    ),
                    null
                )
        );
        return await ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == CaseId && c.Purpose == purpose).Select(c => c.Id).FirstAsync());
    }

    /// <summary>Everything that stands before a referral.</summary>
    public async Task<Guid> PrepareReferralAsync()
    {
        await SaveAsync("person", 0, ("called", Secret));
        await SignAsync();
        await CertifyAsync();
        return await ConsentAsync();
    }

    public Task ReferAsync(string? letter = null) =>
        DoAsync<ReferralService>(ApplicationPeople.Coordinator, (referrals, handle) => referrals.SendAsync(handle, NewId(), letter));

    public Task ConfirmAsync(string text = "Received. " + Secret) =>
        DoAsync<ReferralService>(ApplicationPeople.Caseworker, (referrals, handle) => referrals.ConfirmReceiptAsync(handle, NewId(), Today, text));

    /// <summary>Runs the chase as the job runner would, at the moment it is due.</summary>
    public async Task<DateTime?> ChaseAsync()
    {
        var job = await ReadAsync(db => db.Set<Job>().AsNoTracking().FirstAsync(j => j.Kind == ChaseReferral.JobKind));
        await using var scope = services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == ChaseReferral.JobKind);
        return await handler.RunAsync(job, CancellationToken.None);
    }

    public async Task<GateState> GateAsync(GateKind kind)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<HemvagDbContext>();
        var @case = await db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == CaseId);
        var programme = provider.GetRequiredService<ProgrammeCatalogue>().Get(@case.ProgrammeId);
        var gate = provider.GetServices<IGate>().Single(g => g.Kind == kind);
        return (await GateBoard.CheckAsync([gate], new GateContext(db, @case, programme, @case.ReachedSet, Today))).Single();
    }

    public Task<List<WorkItem>> WaitingAsync(WorkItemKind kind) =>
        ReadAsync(db => db.Set<WorkItem>().AsNoTracking().Where(w => w.CaseId == CaseId && w.Kind == kind && w.DoneAt == null).ToListAsync());

    public async Task RefusedAsync(string name, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(act);
        Assert.Equal(name, refused.Refusal.Name);
    }

    public async Task VerifyAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = database.Open();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        Assert.Empty(findings);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task OpenAsync()
    {
        await using var scope = services.CreateAsyncScope();
        CaseId = await scope
            .ServiceProvider.GetRequiredService<MatterService>()
            .OpenAsync(
                ApplicationPeople.Coordinator,
                NewId(),
                new MatterRequest(
                    ApplicationPeople.Region,
                    Today,
                    ContactChannel.Phone,
                    true,
                    false,
                    true,
                    ConsentForm.Oral,
                    "sv",
                    null,
                    false,
                    new IdentityPayload("Lo", null, null, null, null, null),
                    new ContactPayload(null, null, null, null, null, null, null),
                    null,
                    true
                )
            );
        await DoAsync<CaseOperations>(
            ApplicationPeople.Coordinator,
            (operations, handle) =>
                operations.RunAsync(
                    handle,
                    NewId(),
                    "Test",
                    OperationNature.Act,
                    async work =>
                    {
                        await work.ReachAsync(MilestoneKind.EligibilityDecided, work.Today);
                        await work.ReachAsync(MilestoneKind.InformationGiven, work.Today);
                    }
                )
        );
    }

    /// <summary>Leaves the gates of this module and of the cases, and meets all others.</summary>
    public static void MeetOtherGates(IServiceCollection collection)
    {
        var own = collection.Where(s => s.ServiceType == typeof(IGate) && s.ImplementationType?.Namespace is { } home && IsOwn(home)).ToList();
        collection.RemoveAll<IGate>();
        foreach (var gate in own)
        {
            collection.Add(gate);
        }

        GateKind[] kept =
        [
            GateKind.ApplicationSigned,
            GateKind.VoluntarinessCertified,
            GateKind.ReceiptConfirmed,
            GateKind.SupportAvailable,
            GateKind.ContactConsent,
            GateKind.IomConsent,
            GateKind.LocalOfficeConsent,
        ];
        foreach (var kind in Enum.GetValues<GateKind>().Except(kept))
        {
            collection.AddScoped<IGate>(_ => new MetGate(kind));
        }
    }

    private static ServiceProvider Services(TestDatabase database, string folder, FakeTime time)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            .AddInMemoryCollection([new("Data", folder), new("Demo", "true")])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        collection.AddLocalization();
        Floors.Add(collection, configuration);
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        MeetOtherGates(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    private static bool IsOwn(string home) =>
        home.StartsWith("Hemvag.Modules.Applications", StringComparison.Ordinal) || home.StartsWith("Hemvag.Modules.Cases", StringComparison.Ordinal);

    private sealed class MetGate(GateKind kind) : Gate<bool>(kind)
    {
        protected override Expression<Func<Case, bool>> Looks(GateContext context) => c => true;

        protected override GateState State(GateContext context, bool seen) => new(Kind, seen, "", typeof(ApplicationsTexts), "");
    }
}
