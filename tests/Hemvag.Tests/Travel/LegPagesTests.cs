using System.Net;
using System.Text.RegularExpressions;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Legs;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>The pages of legs and checks over HTTP: who may, what is refused and kept, what is saved once.</summary>
public sealed partial class LegPagesTests
{
    [Fact]
    public async Task Each_role_sees_what_its_task_needs_in_both_languages()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.PlannedCaseAsync();
        await world.MoveJourneyAsync(caseId, world.Today(), 0);
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(world.Today(), "09:10-11:25"));
        await world.CheckAsync(caseId, TravelCheckKind.TransitVisa, CheckOutcome.Needed);
        var leg = (await world.LegsAsync(caseId)).Single().Id;
        string[] shown = ["travel/legs", "travel/checks"];
        string[] forms = ["travel/legs/new", $"travel/legs/{leg}", "travel/checks/TransitVisa"];
        foreach (var open in new[] { false, true })
        {
            foreach (
                var (account, list, form) in new (CurrentAccount, HttpStatusCode, HttpStatusCode)[]
                {
                    (world.Caseworker, HttpStatusCode.OK, HttpStatusCode.OK),
                    (world.EnglishCaseworker, HttpStatusCode.OK, HttpStatusCode.OK),
                    (world.Coordinator, HttpStatusCode.OK, HttpStatusCode.Forbidden),
                    (world.Local, HttpStatusCode.OK, HttpStatusCode.Forbidden),
                    (world.Approver, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
                    (world.Stranger, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                    (world.LocalElsewhere, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                }
            )
            {
                if (open && list == HttpStatusCode.OK)
                {
                    await world.OpenTravelAsync(account, caseId);
                }

                using var client = await world.SignInAsync(account);
                foreach (var page in shown.Concat(forms))
                {
                    var answer = await client.GetAsync($"/cases/{caseId}/{page}");
                    answer.Status.ShouldBe(shown.Contains(page) ? list : form, $"{account.Name} at {page}");
                    if (answer.Status == HttpStatusCode.OK)
                    {
                        Key().Match(answer.Text).Value.ShouldBe("", page);
                        answer.Text.Contains("KX7T2Q", StringComparison.Ordinal).ShouldBe(open && page == "travel/legs", page);
                    }
                }
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_leg_is_saved_once_and_what_is_wrong_is_kept(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.MoveJourneyAsync(caseId, world.Today(), 0);
        using var client = await world.SignInAsync(world.Caseworker);
        var day = world.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // A change can be anywhere, and the way back is asked about only after a stop.
        var blank = (await client.GetAsync($"/cases/{caseId}/travel/legs/new")).ShouldBeOk().Document;
        blank.QuerySelector("option[value='Asia/Qatar']").ShouldNotBeNull();
        blank.QuerySelector("[name='Input.IsWayBack']").ShouldBeNull();
        var form = (await client.GetAsync($"/cases/{caseId}/travel/legs/new"))
            .ShouldBeOk()
            .Form("[name='Input.From']")
            .Choose("Input.Kind", "Flight")
            .Fill("Input.From", "Arlanda")
            .Fill("Input.DepartsOn", day)
            .Fill("Input.DepartsAt", "09:10")
            .Fill("Input.To", "Kisjinjov")
            .Fill("Input.ArrivesOn", day)
            .Fill("Input.ArrivesAt", "08:10")
            .Fill("Input.ArrivalZone", "Europe/Chisinau");
        var refused = await form.SubmitAsync();
        refused.ShouldRefuse("ArrivesBeforeDeparture");
        refused.Form("[name='Input.From']")["Input.To"].ShouldBe("Kisjinjov");
        (await form.Fill("Input.ArrivesAt", "").SubmitAsync()).ShouldRefuse("Invalid");
        (await form.Fill("Input.ArrivesAt", "15:10").Fill("Input.SilenceMinutes", "5").SubmitAsync()).ShouldRefuse("Invalid");
        (await world.LegsAsync(caseId)).ShouldBeEmpty();

        form.Fill("Input.SilenceMinutes", "45");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        // The answer was lost: what is sent again is the same leg.
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var leg = (await world.LegsAsync(caseId)).Single();
        leg.SilenceMinutes.ShouldBe(45);
        (await client.GetAsync($"/cases/{caseId}/travel/legs")).ShouldBeOk().ShouldNotContain("Kisjinjov");

        await world.OpenTravelAsync(world.Caseworker, caseId);
        var change = (await client.GetAsync($"/cases/{caseId}/travel/legs/{leg.Id}")).ShouldBeOk().Form("[name='Input.From']");
        change["Input.To"].ShouldBe("Kisjinjov");
        (await change.SubmitAsync()).ShouldRefuse("LegReasonMissing");
        change.Choose("Reason", "Changed").Fill("Input.To", "Iasi");
        (await change.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await change.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.LegsAsync(caseId)).Count.ShouldBe(2);
        (await client.GetAsync($"/cases/{caseId}/travel/legs")).ShouldBeOk().ShouldShow("Iasi").ShouldShow("Kisjinjov");
        (await client.GetAsync($"/cases/{caseId}/travel/legs/{Guid.CreateVersion7()}")).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task A_check_is_settled_needed_or_refused(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        var page = $"/cases/{caseId}/travel/checks/MedicalClearance";
        var form = (await client.GetAsync(page)).ShouldBeOk().Form("[name='Input.Note']").Fill("Input.Note", "Läkaren svarar");
        (await form.SubmitAsync()).ShouldRefuse("Invalid");
        var refused = await form.Choose("Input.Outcome", "Done").SubmitAsync();
        refused.ShouldRefuse("CheckDayMissing");
        refused.Form("[name='Input.Note']")["Input.Note"].ShouldBe("Läkaren svarar");
        (await form.Fill("Input.DoneOn", "2031-01-01").SubmitAsync()).ShouldRefuse("DateInFuture");
        (await form.Choose("Input.Outcome", "Needed").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.EventsAsync(caseId)).ShouldBe(["TravelCheckWritten"]);
        (await client.GetAsync($"/cases/{caseId}/travel/checks")).ShouldBeOk().ShouldNotContain("Läkaren").ShouldNotContain("Behövs, inte klart");
        await world.OpenTravelAsync(world.Caseworker, caseId);
        (await client.GetAsync($"/cases/{caseId}/travel/checks")).ShouldBeOk().ShouldShow("Läkaren svarar").ShouldShow("Behövs, inte klart");
        (await client.GetAsync($"/cases/{caseId}/travel/checks/Nothing")).ShouldBeHidden();
    }

    // A text that is missing shows as its key.
    [GeneratedRegex(@"\b(Legs|LegKind|LegState|LegForm|Checks|CheckForm|CheckOutcome|Journey|Refusal)\.[A-Z]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
