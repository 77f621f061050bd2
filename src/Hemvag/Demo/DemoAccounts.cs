using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Demo;

/// <summary>
/// Invented accounts for every role. Their ids come from their codes, so that other demo data can name them and a second
/// start makes nothing twice. They have no password: the page of demo accounts is the only way in.
/// </summary>
internal sealed class DemoAccounts(AccountRegister accounts, OrganisationRegister organisations, OrganisationQueries known)
{
    private static readonly Actor Actor = Actor.System("Demo");

    /// <param name="code">As in <see cref="DemoPeople"/>, e.g. <c>vast-1</c>.</param>
    public static Guid IdOf(string code) => StableId.Of("demo-account:" + code);

    public async Task CreateAsync()
    {
        foreach (var organisation in DemoPeople.Organisations)
        {
            if (await known.FindAsync(organisation.Id!.Value) is null)
            {
                await organisations.AddAsync(StableId.Of($"demo-operation:{organisation.Id}"), Actor, organisation);
            }
        }

        foreach (var person in DemoPeople.Accounts)
        {
            var organisation =
                await known.FindByCodeAsync(person.Organisation) ?? await known.GetAsync(DemoPeople.OrganisationIdOf(person.Organisation));
            await accounts.CreateAsync(
                StableId.Of("demo-operation:account:" + person.Code),
                Actor,
                new NewAccount(
                    $"{person.Code}@hemvag.example",
                    person.Name,
                    organisation.Id,
                    person.Language,
                    person.Roles,
                    IdOf(person.Code),
                    IsDemo: true
                )
            );
        }
    }
}
