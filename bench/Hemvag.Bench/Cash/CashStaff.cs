using System.Collections.Concurrent;
using Hemvag.Auditing;
using Hemvag.Demo;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Bench.Cash;

/// <summary>Who works: the demo's people in Sweden and Helsinki, and one worker at each office abroad.</summary>
internal sealed class CashStaff(ServiceProvider services)
{
    private readonly ConcurrentDictionary<Guid, CurrentAccount> atOffices = [];
    private readonly ConcurrentDictionary<string, Task<CurrentAccount>> demo = [];

    public CurrentAccount At(Guid officeId) => atOffices[officeId];

    /// <summary>A worker at each of these offices that has none yet.</summary>
    public async Task HireAsync(IEnumerable<Guid> ids)
    {
        foreach (var id in ids.Where(id => !atOffices.ContainsKey(id)))
        {
            atOffices[id] = await InScopeAsync(async s =>
            {
                var office = await s.GetRequiredService<OrganisationQueries>().GetAsync(id);
                var (account, _) = await s.GetRequiredService<AccountRegister>()
                    .CreateAsync(
                        Guid.CreateVersion7(),
                        Actor.System("bench"),
                        new NewAccount($"{office.Code}@example.org", office.Code, id, "en", [Role.LocalOfficeWorker])
                    );
                return new CurrentAccount(
                    account,
                    office.Code,
                    id,
                    office.Kind,
                    office.Name,
                    office.Zone,
                    new HashSet<Role> { Role.LocalOfficeWorker }
                );
            });
        }
    }

    /// <summary>One of the demo's people.</summary>
    public Task<CurrentAccount> DemoAsync(string code) => demo.GetOrAdd(code, FindAsync);

    private Task<CurrentAccount> FindAsync(string code) =>
        InScopeAsync(async s =>
        {
            var person = DemoPeople.Accounts.Single(p => p.Code == code);
            var organisation =
                await s.GetRequiredService<OrganisationQueries>().FindByCodeAsync(person.Organisation)
                ?? throw new InvalidOperationException("The demo has no such organisation.");
            return new CurrentAccount(
                DemoAccounts.IdOf(code),
                person.Name,
                organisation.Id,
                organisation.Kind,
                organisation.Name,
                organisation.Zone,
                person.Roles.ToHashSet()
            );
        });

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
