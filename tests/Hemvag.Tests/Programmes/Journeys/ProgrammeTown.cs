using System.Net;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.EarlierVersions;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.FollowUp.Evaluations;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Programmes.Journeys;

/// <summary>The demo's people without its cases, under a clock the test moves, and the demo's own hands to carry a case through a version.</summary>
internal sealed class ProgrammeTown : IAsyncDisposable
{
    /// <summary>What is paid from each line that is not paid by the month, in minor units.</summary>
    public const long Paid = 120_00;

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

    /// <summary>Pays once from every line that is not paid by the month, against the provider's receipt.</summary>
    public async Task PayEachLineAsync(DemoCase person, Guid caseId)
    {
        foreach (var line in (await Hand.VersionAsync("iom-1", caseId)).Entitlements.Lines.Where(line => line.Instalments is null))
        {
            var order = new PaymentRequest(
                line.Category,
                line.Purposes[0],
                PaymentMode.DirectToProvider,
                Paid,
                [],
                null,
                new PaymentDetails("Enligt planen", "Leverantören")
            );
            await Hand.ActAsync(
                $"{person.Local}-1",
                caseId,
                (scope, handle, id) => scope.GetRequiredService<PaymentRequests>().RequestAsync(handle, id, order)
            );
        }

        await Homeward.ApproveAsync(caseId);
        var approved = await WithDbAsync(db =>
            db.Set<Payment>().Where(p => p.CaseId == caseId && p.State == PaymentState.Approved).Select(p => p.Id).ToListAsync()
        );
        foreach (var payment in approved)
        {
            await Hand.ActAsync(
                $"{person.Local}-2",
                caseId,
                (scope, handle, id) =>
                    scope.GetRequiredService<PaymentPayouts>().PayAsync(handle, id, payment, new PaidOrder(Today, PaymentMode.DirectToProvider, Paid))
            );
            var receipt = new UploadedFile("kvitto.pdf", "%PDF-1.4\n% receipt\n"u8.ToArray());
            await Hand.ActAsync(
                $"{person.Local}-2",
                caseId,
                (scope, handle, id) => scope.GetRequiredService<PaymentPayouts>().AddReceiptAsync(handle, id, payment, Today, receipt, false)
            );
        }
    }

    /// <summary>The end of the follow-up, and the evaluation with the person's feedback, which goes to the partner.</summary>
    public async Task EvaluateAsync(DemoCase person, Guid caseId, string feedback, Guid partner)
    {
        await Homeward.EndFollowUpAsync(person, caseId);
        var request = new EvaluationRequest(Today, GoalsReached.Partly, "Kursen", null, true, feedback, true, [partner]);
        await Hand.ActAsync("iom-1", caseId, (scope, handle, id) => scope.GetRequiredService<Evaluating>().EvaluateAsync(handle, id, request));
    }

    public Task CloseAsync(DemoCase person, Guid caseId) =>
        Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ClosingGround.Completed, true)
        );

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

    public Task<Case> CaseAsync(Guid caseId) => WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));

    public async Task VerifyAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        findings.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
