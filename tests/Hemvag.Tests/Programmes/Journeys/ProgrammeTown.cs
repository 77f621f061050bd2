using System.Net;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.EarlierVersions;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Hemvag.Tests.Programmes.Journeys;

/// <summary>The demo's people without its cases, under a clock the test moves, and the demo's own hands to carry a case through a version.</summary>
internal sealed class ProgrammeTown : IAsyncDisposable
{
    private readonly InMemoryApp app;

    private ProgrammeTown(InMemoryApp app, DemoClock clock)
    {
        this.app = app;
        Clock = clock;
        Hand = new DemoStageHand(app.Services, clock);
        var organisations = app.Services.GetRequiredService<OrganisationCatalogue>();
        Story = new DemoStory(Hand, organisations);
        Homeward = new DemoReturn(Hand, Story, organisations);
    }

    public DemoClock Clock { get; }

    public DemoStageHand Hand { get; }

    public DemoStory Story { get; }

    public DemoReturn Homeward { get; }

    public IServiceProvider Services => app.Services;

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public static async Task<ProgrammeTown> StartAsync(DatabaseKind kind)
    {
        var clock = new DemoClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var started = await InMemoryApp.StartAsync(
            kind,
            o =>
                o with
                {
                    Demo = true,
                    Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Demo:Cases"] = "false" },
                    Services = s => s.AddSingleton<TimeProvider>(clock).AddSingleton<IStartupFilter>(new FromThisMachine()),
                }
        );
        // The first visit starts it and makes the demo's people.
        await started.NewClient().GetAsync("/");
        return new ProgrammeTown(started, clock);
    }

    /// <summary>Enters a case of an earlier version, with what had happened.</summary>
    public Task<Guid> EnterAsync(string who, string version, IReadOnlyDictionary<MilestoneKind, DateOnly> happened) =>
        Hand.DoAsync(
            who,
            (scope, account, id) =>
                scope
                    .GetRequiredService<EarlierCases>()
                    .OpenAsync(
                        account,
                        id,
                        new EarlierCaseRequest(
                            version,
                            new IdentityPayload("Vide", null, null, null, null, null),
                            happened,
                            happened.ContainsKey(MilestoneKind.Closed) ? ClosingGround.Completed : null,
                            "Akt 12, arkivet"
                        )
                    )
        );

    /// <summary>The person's yes to the region and to the authority that helps, which lets the authority in.</summary>
    public async Task ConsentAsync(DemoCase person, Guid caseId)
    {
        await Story.ConsentAsync(person, caseId, ConsentPurpose.FirstContact, StableId.Of("region:" + person.Coordinator.Split('-')[0]));
        await Story.ConsentAsync(
            person,
            caseId,
            ConsentPurpose.ExchangeBetweenSwedishAuthorities,
            DemoPeople.OrganisationIdOf(DemoPeople.SocialServices)
        );
    }

    /// <summary>From the decision until the months of the follow-up are over, all paid.</summary>
    public async Task CarryAsync(DemoCase person, Guid caseId, int months)
    {
        await Story.InformAsync(person, caseId);
        await Story.ApplyAsync(person, caseId);
        await Story.ReferAsync(person, caseId);
        await FromReferralAsync(person, caseId, months);
    }

    /// <summary>From IOM Finland's receipt on.</summary>
    public async Task FromReferralAsync(DemoCase person, Guid caseId, int months)
    {
        await Story.AnswerAsync(person, caseId);
        await Homeward.PlanAsync(person, caseId);
        await Homeward.BookAsync(person, caseId, Today.AddDays(10));
        Clock.MoveTo(Today.AddDays(10));
        await Homeward.DepartAsync(person, caseId);
        Clock.MoveTo(Today.AddDays(1));
        await Homeward.ArriveAsync(person, caseId);
        await Homeward.ApproveAsync(caseId);
        for (var month = 0; month < months; month++)
        {
            await Homeward.PayAsync(person, caseId);
            Clock.MoveTo(Today.AddMonths(1).AddDays(1));
        }
    }

    /// <summary>A visitor signed in as one of the demo's people.</summary>
    public async Task<PageClient> AsAsync(string code)
    {
        var client = app.NewClient();
        var page = (await client.GetAsync("/demo")).ShouldBeOk();
        (await page.Form($"[value='{DemoAccounts.IdOf(code)}']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public async Task<T> WithDbAsync<T>(Func<HemvagDbContext, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<HemvagDbContext>());
    }

    public async Task VerifyAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        findings.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
