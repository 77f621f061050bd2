using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Demo;

/// <summary>
/// Makes the invented cases, each carried to its stage by the services the pages use, under a clock of its own so that they have a past.
/// The same day makes the same demo.
/// </summary>
internal static class DemoCases
{
    /// <param name="configuration">The demo's own; the caller has checked that the database is a demo's.</param>
    public static async Task CreateAsync(IConfiguration configuration, DateTimeOffset now, CancellationToken stop)
    {
        var clock = new DemoClock(now.AddDays(-300));
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddLocalization();
        Floors.Add(services, configuration);
        services.AddSingleton<TimeProvider>(clock);
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<HemvagDbContext>().Set<Case>().AnyAsync(stop))
            {
                return;
            }
        }

        var organisations = provider.GetRequiredService<OrganisationCatalogue>();
        var hand = new DemoStageHand(provider, clock);
        var story = new DemoStory(hand, organisations);
        var homeward = new DemoReturn(hand, story, organisations);
        var family = new DemoFamily(hand);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var cases = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var person in DemoPersons.Cases)
        {
            cases[person.Code] = await TellAsync(person, story, homeward, family, clock, today);
        }

        await new DemoJustice(hand, story).TellAsync(DemoPersons.Cases.Single(c => c.Code == "c02"), cases["c02"], today);
        var questions = new DemoQuestions(hand, organisations);
        await questions.AskAllAsync(today);
        await questions.WriteByLinkAsync("vast-1", cases["c10"]);
        await DemoPackages.HandOutAsync(hand, "iom-1", cases["c07"], cases["c02"], today);
        await new DemoDraft(hand, provider.GetRequiredService<ProgrammeCatalogue>()).UploadAsync(today);
        await new DemoCash(hand, organisations).TellAsync(today);
        await new DemoImport(hand).UploadAsync(today);
        await new DemoLines(hand).LogAllAsync(today, cases["c04"]);
    }

    private static async Task<Guid> TellAsync(
        DemoCase person,
        DemoStory story,
        DemoReturn homeward,
        DemoFamily family,
        DemoClock clock,
        DateOnly today
    )
    {
        var start = today.AddDays(-person.StartedDaysAgo);
        void Day(int after) => clock.MoveTo(Earlier(start.AddDays(after), today));
        Day(0);
        var caseId = person.Version is null ? await story.FirstContactAsync(person) : await story.EnterEarlierAsync(person);
        var acts = new (DemoStage Until, int Day, Func<Task> Act)[]
        {
            (DemoStage.Informed, 3, () => story.DecideAsync(person, caseId)),
            (DemoStage.Informed, 4, () => family.MeetAsync(person, caseId)),
            (DemoStage.Informed, 5, () => story.InformAsync(person, caseId)),
            (DemoStage.Applied, 9, () => story.ApplyAsync(person, caseId)),
            (DemoStage.Applied, 10, () => family.SignAsync(person, caseId)),
            (DemoStage.Referred, 12, () => story.ReferAsync(person, caseId)),
            (DemoStage.Answered, 15, () => story.AnswerAsync(person, caseId)),
            (DemoStage.Planned, 25, () => homeward.PlanAsync(person, caseId)),
            (DemoStage.Planned, 26, () => family.DecideAsync(person, caseId)),
            (DemoStage.Booked, 40, () => homeward.BookAsync(person, caseId, DepartureDay(person, start, today))),
            (DemoStage.Departed, 60, () => homeward.DepartAsync(person, caseId)),
            (DemoStage.Arrived, 61, () => homeward.ArriveAsync(person, caseId)),
            (DemoStage.Paid, 66, () => homeward.ApproveAsync(caseId)),
            (DemoStage.Paid, 70, () => homeward.PayAsync(person, caseId)),
            (DemoStage.Paid, 95, () => homeward.PayAsync(person, caseId)),
            (DemoStage.Paid, 125, () => homeward.PayAsync(person, caseId)),
            (DemoStage.Paid, 157, () => person.Version is null ? Task.CompletedTask : homeward.EndFollowUpAsync(person, caseId)),
            (DemoStage.Closed, 220, () => homeward.PayAsync(person, caseId)),
            (DemoStage.Closed, 250, () => homeward.FinishAsync(person, caseId)),
        };
        foreach (var act in acts.Where(a => a.Until <= person.Stage))
        {
            Day(act.Day);
            await act.Act();
        }

        if (person.Stopped)
        {
            clock.MoveTo(today.AddDays(-1));
            await story.StopAsync(person, caseId);
        }

        if (person.OfficeWithdrawn)
        {
            clock.MoveTo(today.AddDays(-1));
            await story.WithdrawOfficeAsync(person, caseId);
            await story.AskDisclosureAsync(person, caseId, by: "stockholm-1");
        }

        return caseId;
    }

    // Whoever has left, left sixty days in; who is about to, leaves in ten days.
    private static DateOnly DepartureDay(DemoCase person, DateOnly start, DateOnly today) =>
        person.Stage >= DemoStage.Departed ? Earlier(start.AddDays(60), today) : today.AddDays(10);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
