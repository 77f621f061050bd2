using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.CashSupport;

/// <summary>Two officers of Migrationsverket and a caseworker of IOM Finland, and files that are imported without pages.</summary>
internal sealed class ImportWorld(TestInstallation installation) : IAsyncDisposable
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(FakeTime.Start.UtcDateTime);

    public TestInstallation Installation { get; } = installation;

    public CurrentAccount Officer { get; private set; } = null!;

    public CurrentAccount Colleague { get; private set; } = null!;

    public CurrentAccount Caseworker { get; private set; } = null!;

    public static async Task<ImportWorld> StartAsync(DatabaseKind kind)
    {
        var world = new ImportWorld(await TestInstallation.CreateAsync(kind));
        var agency = StableId.Of("organisation:migrationsverket");
        world.Officer = await world.AddAsync("o@example.org", "Ove Dahl", agency, Role.MigrationOfficer);
        world.Colleague = await world.AddAsync("p@example.org", "Pia Moberg", agency, Role.MigrationOfficer);
        world.Caseworker = await world.AddAsync("c@example.org", "Cia Alm", IomFinland.Id, Role.IomCaseworker);
        return world;
    }

    public async Task<CurrentAccount> AddAsync(string mail, string name, Guid organisationId, Role role)
    {
        var (id, _) = await Installation
            .Services.GetRequiredService<AccountRegister>()
            .CreateAsync(TestInstallation.NewId(), Actor.System("test"), new NewAccount(mail, name, organisationId, "sv", [role]));
        var organisation = await Installation.Services.GetRequiredService<OrganisationQueries>().GetAsync(organisationId);
        return new CurrentAccount(id, name, organisationId, organisation.Kind, organisation.NameSv, organisation.Zone, new HashSet<Role> { role });
    }

    /// <summary>A file of as many decisions, each of one person.</summary>
    public static byte[] Alone(int decisions) =>
        DecisionRows.Csv(DecisionRows.Decisions(new Random(16), Today, decisions, alone: true).SelectMany(d => d));

    /// <summary>A file of eight decisions, one of them to a country that is not there.</summary>
    public static byte[] Mixed()
    {
        var random = new Random(15);
        var decisions = DecisionRows.Decisions(random, Today, 8, alone: true);
        decisions[3][0][DecisionRows.At("land")] = "Atlantis";
        return DecisionRows.Csv(decisions.SelectMany(d => d));
    }

    public Task<Guid> UploadAsync(byte[] content, CurrentAccount? by = null, Guid? operationId = null) =>
        Installation.InScopeAsync(s =>
            s.GetRequiredService<CashImports>().UploadAsync(by ?? Officer, operationId ?? TestInstallation.NewId(), content, "Upload")
        );

    public Task<CashImportHandle?> FindAsync(Guid id, CurrentAccount? by = null) =>
        Installation.InScopeAsync(s => s.GetRequiredService<CashImportAccess>().FindAsync(id, by ?? Officer));

    public Task ActAsync(Guid id, Func<CashImports, CashImportHandle, Task> act, CurrentAccount? by = null) =>
        Installation.InScopeAsync(async s =>
        {
            var handle =
                await s.GetRequiredService<CashImportAccess>().FindAsync(id, by ?? Officer) ?? throw new InvalidOperationException("Not seen.");
            await act(s.GetRequiredService<CashImports>(), handle);
            return true;
        });

    public Task StartAsync(Guid id, CurrentAccount? by = null) => ActAsync(id, (s, h) => s.StartAsync(h, TestInstallation.NewId()), by);

    /// <summary>Runs what is due until nothing is.</summary>
    public Task RunJobsAsync() =>
        Installation.InScopeAsync(async s =>
        {
            await ActivatorUtilities.CreateInstance<JobRunner>(s).RunDueAsync(CancellationToken.None);
            return true;
        });

    /// <summary>One turn of the work, as the runner leases it.</summary>
    public Task<DateTime?> TurnAsync(Guid id) =>
        Installation.InScopeAsync(s =>
            s.GetServices<IJobHandler>()
                .OfType<EnterImported>()
                .Single()
                .RunAsync(EnterImported.For(id, TestInstallation.NewId(), FakeTime.Start.UtcDateTime), CancellationToken.None)
        );

    /// <summary>Does something in the database itself while the decision of that number in order is saved, in the words of each database.</summary>
    public async Task AtDecisionAsync(int number, string sqlite, string postgres)
    {
        var at = FormattableString.Invariant($"(SELECT COUNT(*) FROM cash_decisions) = {number - 1}");
        await using var db = Installation.Database.OpenAsOwner();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            Installation.Database.Kind == DatabaseKind.Sqlite
                ? $"CREATE TRIGGER test_at BEFORE INSERT ON cash_decisions WHEN {at} BEGIN {sqlite} END"
                : $"""
                    CREATE FUNCTION test_at() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {at} THEN {postgres} END IF; RETURN NEW; END $$;
                    CREATE TRIGGER test_at BEFORE INSERT ON cash_decisions FOR EACH ROW EXECUTE FUNCTION test_at();
                    """;
        await command.ExecuteNonQueryAsync();
    }

    public Task<CashRowCounts> CountsAsync(Guid id) => Installation.InScopeAsync(s => s.GetRequiredService<CashImportQueries>().CountsAsync(id));

    public Task<List<CashImportRow>> RowsAsync(Guid id) =>
        WithDbAsync(db => db.Set<CashImportRow>().AsNoTracking().Where(r => r.ImportId == id).OrderBy(r => r.Number).ToListAsync());

    public Task<CashImport> ImportAsync(Guid id) => WithDbAsync(db => db.Set<CashImport>().AsNoTracking().SingleAsync(i => i.Id == id));

    public Task<int> CasesAsync() => WithDbAsync(db => db.Set<CashDecision>().CountAsync());

    public static IReadOnlyList<RowFault> FaultsOf(CashImportRow row) => RowFault.Read(row.Faults);

    public async Task<OpenedCompartment> OpenAsync(Guid id, CurrentAccount? by = null)
    {
        await Installation.InScopeAsync(s =>
            s.GetRequiredService<Openings>()
                .OpenAsync(TestInstallation.NewId(), id, (by ?? Officer).Actor, Compartment.Identity, EnterImported.Purpose)
        );
        return (await FindAsync(id, by))?.Opened ?? throw new InvalidOperationException("Nothing is open.");
    }

    public async Task<T> WithDbAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var db = Installation.Database.Open();
        return await read(db);
    }

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
