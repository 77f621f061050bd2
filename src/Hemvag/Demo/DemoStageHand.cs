using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Demo;

/// <summary>Lets an invented worker act in a case: a scope of its own for each act, access checked as for anyone.</summary>
internal sealed class DemoStageHand(IServiceProvider services, DemoClock clock)
{
    private static readonly Compartment[] All = [.. Compartments.Each(Compartments.All)];
    private int counter;

    public DemoClock Clock => clock;

    /// <summary>An id that follows from the demo's own counter, so that the same day makes the same demo.</summary>
    public Guid NextId() => StableId.Of(string.Create(CultureInfo.InvariantCulture, $"demo-act:{counter++}"));

    /// <exception cref="InvalidOperationException">The worker does not see the case: the demo's story is wrong.</exception>
    public async Task ActAsync(string who, Guid caseId, Func<IServiceProvider, CaseHandle, Guid, Task> act)
    {
        clock.Tick();
        await using var scope = services.CreateAsyncScope();
        var account = await AccountAsync(scope.ServiceProvider, who);
        var handle =
            await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId, account)
            ?? throw new InvalidOperationException($"{who} does not see the case.");
        await act(scope.ServiceProvider, handle, NextId());
    }

    /// <summary>The version the case goes by, as one who sees it is told.</summary>
    public async Task<ProgrammeVersion> VersionAsync(string who, Guid caseId)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await AccountAsync(scope.ServiceProvider, who);
        return (await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId, account))!.Programme;
    }

    /// <summary>The first of them who sees the case and may do this in it: whose duty it is differs between versions.</summary>
    /// <exception cref="InvalidOperationException">None of them may: the demo's story is wrong.</exception>
    public async Task<string> WhoMayAsync(Guid caseId, CaseAction action, params IEnumerable<string> people)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var who in people)
        {
            var account = await AccountAsync(scope.ServiceProvider, who);
            if (await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId, account) is { } handle && handle.May(action))
            {
                return who;
            }
        }

        throw new InvalidOperationException($"Nobody may {action}.");
    }

    /// <summary>Without a case: opening one.</summary>
    public async Task<T> DoAsync<T>(string who, Func<IServiceProvider, CurrentAccount, Guid, Task<T>> act)
    {
        clock.Tick();
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider, await AccountAsync(scope.ServiceProvider, who), NextId());
    }

    /// <summary>Opens what the worker's task may need, and says what is open.</summary>
    public async Task<OpenedCompartment> OpenAsync(IServiceProvider scope, CaseHandle handle, string purpose)
    {
        var openings = scope.GetRequiredService<CaseOpenings>();
        var wanted = All.Where(handle.MayOpen).Aggregate(Compartment.None, (all, one) => all | one);
        await openings.OpenAsync(handle, NextId(), wanted, purpose);
        var again = await scope.GetRequiredService<CaseAccess>().FindAsync(handle.CaseId, handle.Account);
        return again!.Opened!;
    }

    private static async Task<CurrentAccount> AccountAsync(IServiceProvider scope, string who)
    {
        var person = DemoPeople.Accounts.Single(p => p.Code == who);
        var organisations = scope.GetRequiredService<OrganisationQueries>();
        var organisation =
            await organisations.FindByCodeAsync(person.Organisation)
            ?? await organisations.GetAsync(DemoPeople.OrganisationIdOf(person.Organisation));
        return new CurrentAccount(
            DemoAccounts.IdOf(who),
            person.Name,
            organisation.Id,
            organisation.Kind,
            organisation.Name,
            organisation.Zone,
            person.Roles.ToHashSet()
        );
    }
}
