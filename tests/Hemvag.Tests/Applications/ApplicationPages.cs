using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.Applications;

/// <summary>The whole application over a case of <see cref="ApplicationWorld"/>, with its people as accounts.</summary>
internal sealed class ApplicationPages : IAsyncDisposable
{
    private readonly InMemoryApp app;

    private ApplicationPages(ApplicationWorld world, InMemoryApp app)
    {
        World = world;
        this.app = app;
    }

    public ApplicationWorld World { get; }

    public string Root => $"/cases/{World.CaseId}";

    public static async Task<ApplicationPages> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var world = await ApplicationWorld.CreateAsync(kind);
        var started = InMemoryApp.Start(
            world.Database,
            o =>
                o with
                {
                    Demo = true,
                    DataFolder = world.Folder,
                    Time = world.Time,
                    Services = services =>
                    {
                        ApplicationWorld.MeetOtherGates(services);
                        services.AddSingleton<IStartupFilter, FromThisMachine>();
                    },
                }
        );
        var pages = new ApplicationPages(world, started);
        await pages.MakeAccountsAsync();
        return pages;
    }

    public async Task<PageClient> SignInAsync(CurrentAccount account)
    {
        var client = app.NewClient();
        var page = await client.GetAsync("/demo");
        await page.Form($"[value='{account.Id}']").SubmitOnceAsync();
        return client;
    }

    /// <summary>Approver and donor would see the case if their role let them: they take part in it.</summary>
    public Task AddAsync(CurrentAccount account) =>
        World.DoAsync<CaseOperations>(
            ApplicationPeople.Coordinator,
            (operations, handle) =>
                operations.RunAsync(
                    handle,
                    World.NewId(),
                    "Test",
                    OperationNature.Fact,
                    work => work.AddParticipantAsync(account.OrganisationId, account.Id, account.Roles.Single(), restsOn: null)
                )
        );

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await World.DisposeAsync();
    }

    private async Task MakeAccountsAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        foreach (var account in ApplicationPeople.All)
        {
            await register.CreateAsync(
                World.NewId(),
                Actor.System("Test"),
                new NewAccount(
                    $"{account.Name}@hemvag.example",
                    account.Name,
                    account.OrganisationId,
                    "sv",
                    [.. account.Roles],
                    account.Id,
                    IsDemo: true
                )
            );
        }
    }
}
