using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Retention;

namespace Hemvag;

/// <summary>What has to be true before the first request is answered.</summary>
internal static class Start
{
    /// <exception cref="StartRefusedException">Says in one sentence why the application does not start.</exception>
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var installation = services.GetRequiredService<Installation>();
        Directory.CreateDirectory(installation.DataFolder);
        var db = services.GetRequiredService<HemvagDbContext>();
        if (installation.Database.Provider == DatabaseProvider.Sqlite)
        {
            await DatabaseMigration.MigrateSqliteAsync(db);
        }
        else
        {
            await DatabaseMigration.CheckPostgresAsync(db);
        }

        await DemoDatabase.RequireAsync(db, installation.IsDemo);
        await services.GetRequiredService<ProgrammeImport>().RunAsync();
        RequireEveryGate(services);
        await services.GetRequiredService<OrganisationImport>().RunAsync();
        // A restored database may hold keys that were destroyed since: they go before anyone can open anything.
        await services.GetRequiredService<ErasureKeeping>().ApplyAsync(CancellationToken.None);
        if (installation.IsDemo)
        {
            await services.GetRequiredService<DemoAccounts>().CreateAsync();
            // A test that makes its own cases leaves the invented ones out.
            if (app.Configuration.GetValue("Demo:Cases", true))
            {
                await DemoCases.CreateAsync(app.Configuration, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
            }
        }
    }

    private static void RequireEveryGate(IServiceProvider services)
    {
        var board = services.GetRequiredService<GateBoard>();
        var named = services
            .GetRequiredService<ProgrammeCatalogue>()
            .Versions.SelectMany(v => v.Milestones)
            .SelectMany(m => m.Gates)
            .Concat(GateBoard.AlwaysAsked);
        if (!board.Covers(named))
        {
            throw new StartRefusedException("A programme names a gate that no module answers for.");
        }
    }
}
