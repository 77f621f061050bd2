using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Shouldly;
using Xunit;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>One click stops a case at any stage until the person has arrived: acts are refused, caring goes on, and only who has reached the person starts it again.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task At_every_stage_one_click_holds_everything_until_the_person_is_reached()
    {
        await using var town = await DemoTown.StartAsync(cases: true);
        var walk = new Walk();
        var ids = await town.CasesAsync();
        var stages = DemoPersons
            .Cases.OrderByDescending(c => c.StartedDaysAgo)
            .Zip(ids)
            .Where(c => c.First is { Stage: > DemoStage.Inbox and < DemoStage.Arrived, Stopped: false })
            .ToList();
        stages.Count.ShouldBe(10);
        foreach (var (person, caseId) in stages)
        {
            await using var worker = await town.SignInAsync(person.Coordinator, "sv", walk);
            await StopAsync(worker, caseId);
            await RecordFactAsync(worker, caseId, town.Today);
            await ReachAsync(worker, caseId);
            if (person.Stage is DemoStage.Taken or DemoStage.Booked)
            {
                await CloseAsync(worker, caseId);
            }
            else
            {
                await ResumeAsync(worker, caseId);
            }
        }

        walk.ShouldBeClean();
    }

    private static async Task StopAsync(Worker worker, Guid caseId)
    {
        // Someone else had the page of an act open when the person said stop.
        var other = await worker.NewTabAsync();
        await other.GoAsync(CaseLinks.To(caseId, CaseLinks.Eligibility));
        await worker.GoAsync(CaseLinks.To(caseId));
        await worker.PressAsync("main form[action$='/stop'] button");
        await worker.ShouldBeTakenAsync();
        (await worker.TextAsync()).ShouldContain("Ärendet är stoppat sedan");
        await DecideAsync(other);
        other.Refused.ShouldBe("CaseHeld");
    }

    private static async Task DecideAsync(Worker other)
    {
        await other.PickAsync("Input.Destination", "HomeCountry");
        await other.FillAsync("Input.Reasons", "Villkoren är uppfyllda.");
        await other.PickAsync("Input.CanTakePart", "true");
        await other.FillAsync("Input.DecidedOn", "2026-01-02");
        await other.PressAsync("main form:has([name='Input.Reasons']) .actions button");
    }

    private static async Task RecordFactAsync(Worker worker, Guid caseId, string today)
    {
        await worker.GoAsync(CaseLinks.To(caseId, CaseLinks.Information));
        await worker.FillAsync("Input.HeldOn", today);
        await worker.PickAllAsync("Input.Topics");
        await worker.FillAsync("Input.Language", "en");
        await worker.PickAsync("Input.Reading", "ReviewedText");
        await worker.SendAsync("Input.Topics");
    }

    private static async Task ReachAsync(Worker worker, Guid caseId)
    {
        await worker.GoAsync(CaseLinks.To(caseId));
        await worker.PressAsync("main .message a[href$='/stop']");
        await worker.LookAsync();
        await worker.PickAsync("How", "ByPhone");
        await worker.FillAsync("Note", "Personen vill tänka några dagar.");
        await worker.SendAsync("Note");
    }

    private static async Task ResumeAsync(Worker worker, Guid caseId)
    {
        await worker.GoAsync(CaseLinks.To(caseId, CaseLinks.Stop));
        await worker.PressAsync("main form[action*='Resume'] button");
        await worker.ShouldBeTakenAsync();
        await worker.GoAsync(CaseLinks.To(caseId));
        (await worker.TextAsync()).ShouldNotContain("Ärendet är stoppat sedan");
    }

    private static async Task CloseAsync(Worker worker, Guid caseId)
    {
        await worker.GoAsync(CaseLinks.To(caseId, CaseLinks.Stop));
        await worker.PressAsync("main a[href$='/close']");
        await worker.LookAsync();
        await worker.PickAsync("Input.Ground", nameof(ClosingGround.StoppedByPerson));
        await worker.PickAllAsync("Input.SeenOpen");
        await worker.PickAllAsync("Input.BookingsCancelled");
        await worker.SendAsync("Input.Ground");
        (await worker.TextAsync()).ShouldContain("avslutat");
    }
}
