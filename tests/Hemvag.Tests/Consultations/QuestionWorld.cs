using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.Consultations;

/// <summary>Two coordinators and two caseworkers at IOM Finland, and questions between them, without pages.</summary>
internal sealed class QuestionWorld(TestInstallation installation) : IAsyncDisposable
{
    public TestInstallation Installation { get; } = installation;

    public CurrentAccount Asker { get; private set; } = null!;

    public CurrentAccount Colleague { get; private set; } = null!;

    public CurrentAccount Caseworker { get; private set; } = null!;

    public CurrentAccount OtherCaseworker { get; private set; } = null!;

    public static async Task<QuestionWorld> StartAsync(DatabaseKind kind)
    {
        var world = new QuestionWorld(await TestInstallation.CreateAsync(kind));
        world.Asker = await world.AddAsync("a@example.org", "Asta Lind", TestInstallation.Coordinator.OrganisationId, Role.RegionalCoordinator);
        world.Colleague = await world.AddAsync("b@example.org", "Bo Ek", TestInstallation.Coordinator.OrganisationId, Role.RegionalCoordinator);
        world.Caseworker = await world.AddAsync("c@example.org", "Cia Alm", IomFinland.Id, Role.IomCaseworker);
        world.OtherCaseworker = await world.AddAsync("d@example.org", "Dag Sten", IomFinland.Id, Role.IomCaseworker);
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

    public Task<Guid> AskAsync(string text, KeptReason? kept = null) =>
        Installation.InScopeAsync(s =>
            s.GetRequiredService<ConsultationService>().AskAsync(Asker, TestInstallation.NewId(), IomFinland.Id, new WrittenText(text, kept))
        );

    public Task<ConsultationHandle?> FindAsync(Guid id, CurrentAccount account) =>
        Installation.InScopeAsync(s => s.GetRequiredService<ConsultationAccess>().FindAsync(id, account));

    public Task ActAsync(CurrentAccount who, Guid id, Func<ConsultationService, ConsultationHandle, Task> act) =>
        Installation.InScopeAsync(async s =>
        {
            var handle = await s.GetRequiredService<ConsultationAccess>().FindAsync(id, who) ?? throw new InvalidOperationException("Not seen.");
            await act(s.GetRequiredService<ConsultationService>(), handle);
            return true;
        });

    public Task TakeAsync(CurrentAccount who, Guid id) => ActAsync(who, id, (s, h) => s.TakeAsync(h, TestInstallation.NewId()));

    public Task WriteAsync(CurrentAccount who, Guid id, string text) =>
        ActAsync(who, id, (s, h) => s.WriteAsync(h, TestInstallation.NewId(), new WrittenText(text, null)));

    /// <summary>Opens and reads, as the page does.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CurrentAccount who, Guid id)
    {
        await Installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<Openings>().OpenAsync(TestInstallation.NewId(), id, who.Actor, Compartment.Notes, "question");
            return true;
        });
        var handle = await FindAsync(id, who);
        return handle?.Opened is not { } opened
            ? []
            : await Installation.InScopeAsync<IReadOnlyList<string>>(async s =>
                [.. (await s.GetRequiredService<ConsultationQueries>().TurnsAsync(opened)).Select(t => t.Text)]
            );
    }

    public async Task<T> WithDbAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var db = Installation.Database.Open();
        return await read(db);
    }

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
