using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Travel.Will;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Travel;

/// <summary>Travel documents and embassies: the watch over a last day, and no contact before the person's yes.</summary>
public sealed class PaperTests
{
    [Theory, OnBothDatabases]
    public async Task A_last_day_is_watched_and_holds_the_journey_unless_there_is_an_emergency_document(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        foreach (var check in Enum.GetValues<TravelCheckKind>())
        {
            await world.CheckAsync(caseId, check, CheckOutcome.NotNeeded);
        }

        var last = world.Today().AddDays(70);
        await AddAsync(world, caseId, PaperKind.Passport, PaperState.Has, last);
        var paper = (await PapersAsync(world, caseId)).Single();
        await world.RunJobAsync(PaperWatch.JobKind, paper.Id, "reminds");
        (await world.OpenItemsAsync(caseId, WorkItemKind.PaperExpires)).Single().SubjectId.ShouldBe(paper.Id);
        (await GateAsync(world, caseId)).Met.ShouldBeTrue();

        world.Time.Advance(TimeSpan.FromDays(72));
        await world.RunJobAsync(PaperWatch.JobKind, paper.Id, "ends");
        (await PapersAsync(world, caseId)).Single().State.ShouldBe(PaperState.Expired);
        (await GateAsync(world, caseId)).Detail.ShouldBe("GateDetail.TravelChecksDone.Expired");

        await AddAsync(world, caseId, PaperKind.EmergencyDocument, PaperState.Missing, null);
        (await GateAsync(world, caseId)).Met.ShouldBeFalse();
        var emergency = (await PapersAsync(world, caseId)).Single(p => p.Kind == PaperKind.EmergencyDocument);
        await world.ActAsync<PaperKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.ChangeAsync(h, world.NewId(), emergency.Id, PaperState.Has, new PaperWords("E 1", null, world.Today(), null), 1)
        );
        (await GateAsync(world, caseId)).Met.ShouldBeTrue();
        (
            await world.RefusedAsync<PaperKeeping>(
                world.Caseworker,
                caseId,
                (s, h) => s.ChangeAsync(h, world.NewId(), emergency.Id, PaperState.Has, new PaperWords("E 1", null, null, null), 1)
            )
        ).ShouldBe("SectionChanged");
        (
            await world.RefusedAsync<PaperKeeping>(
                world.Caseworker,
                caseId,
                (s, h) => s.AddAsync(h, world.NewId(), PaperKind.Other, PaperState.Expired, new PaperWords(null, null, null, null))
            )
        ).ShouldBe("PaperStateUnknown");
    }

    [Theory, OnBothDatabases]
    public async Task A_watch_over_an_earlier_last_day_is_over_when_the_document_is_written_anew(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await AddAsync(world, caseId, PaperKind.Passport, PaperState.Has, world.Today().AddDays(3));
        var paper = (await PapersAsync(world, caseId)).Single();
        await world.ActAsync<PaperKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.ChangeAsync(h, world.NewId(), paper.Id, PaperState.Has, new PaperWords(null, null, null, null), 1)
        );
        world.Time.Advance(TimeSpan.FromDays(5));
        await world.RunJobAsync(PaperWatch.JobKind, paper.Id, "ends");
        (await PapersAsync(world, caseId)).Single().State.ShouldBe(PaperState.Has);
        (await world.OpenItemsAsync(caseId, WorkItemKind.PaperExpires)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_missing_document_holds_the_journey_until_it_is_issued_and_the_old_last_day_is_forgotten(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        foreach (var check in Enum.GetValues<TravelCheckKind>())
        {
            await world.CheckAsync(caseId, check, CheckOutcome.NotNeeded);
        }

        await AddAsync(world, caseId, PaperKind.Passport, PaperState.Has, world.Today().AddDays(3));
        var paper = (await PapersAsync(world, caseId)).Single();
        await AddAsync(world, caseId, PaperKind.ResidencePermit, PaperState.Missing, null);
        (await GateAsync(world, caseId)).Detail.ShouldBe("GateDetail.TravelChecksDone.Missing");
        var permit = (await PapersAsync(world, caseId)).Single(p => p.Kind == PaperKind.ResidencePermit);
        var embassy = await EmbassyAsync(world, caseId);
        (await StepAsync(world, caseId, embassy, EmbassyStepKind.Issued, permit.Id)).ShouldBe("");
        (await StepAsync(world, caseId, embassy, EmbassyStepKind.Issued, paper.Id)).ShouldBe("");
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.ActAsync<PaperReading>(
            world.Caseworker,
            caseId,
            async (s, h) => (await s.WordsAsync(h.Opened!)).Papers[paper.Subject].ExpiresOn.ShouldBeNull()
        );
        (await GateAsync(world, caseId)).Met.ShouldBeTrue();
        world.Time.Advance(TimeSpan.FromDays(5));
        await world.RunJobAsync(PaperWatch.JobKind, paper.Id, "ends");
        (await GateAsync(world, caseId)).Met.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task No_embassy_is_turned_to_before_the_persons_yes_to_that_very_one_nor_after_it_was_taken_back(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await AddAsync(world, caseId, PaperKind.EmergencyDocument, PaperState.Missing, null);
        var paper = (await PapersAsync(world, caseId)).Single();
        var (one, other) = (await EmbassyAsync(world, caseId), await EmbassyAsync(world, caseId));
        (await StepAsync(world, caseId, one, EmbassyStepKind.Asked)).ShouldBe("EmbassyConsentMissing");

        await world.ActAsync<EmbassyKeeping>(
            world.Coordinator,
            caseId,
            (s, h) => s.AgreeAsync(h, world.NewId(), one, world.Today(), AskedHow.ByPhone)
        );
        (await StepAsync(world, caseId, one, EmbassyStepKind.Asked, on: world.Today().AddDays(-1))).ShouldBe("EmbassyConsentMissing");
        (await StepAsync(world, caseId, one, EmbassyStepKind.Asked)).ShouldBe("");
        (await StepAsync(world, caseId, other, EmbassyStepKind.Booked)).ShouldBe("EmbassyConsentMissing");
        (
            await world.RefusedAsync<EmbassyKeeping>(
                world.Coordinator,
                caseId,
                (s, h) => s.AgreeAsync(h, world.NewId(), one, world.Today(), AskedHow.ByPhone)
            )
        ).ShouldBe("EmbassyYesThere");

        await world.HoldAsync(caseId);
        (await StepAsync(world, caseId, one, EmbassyStepKind.Booked)).ShouldBe("CaseHeld");
        await world.ActAsync<EmbassyKeeping>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), one));
        (await world.EventsAsync(caseId)).ShouldBe(["EmbassyNoLonger", "WorkItemAsked"]);
        (await world.OpenItemsAsync(caseId, WorkItemKind.EndEmbassyContact)).Single().SubjectId.ShouldBe(one);
        (await StepAsync(world, caseId, one, EmbassyStepKind.Ended)).ShouldBe("");
        (await world.OpenItemsAsync(caseId, WorkItemKind.EndEmbassyContact)).ShouldBeEmpty();
        (await world.RefusedAsync<EmbassyKeeping>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), one))).ShouldBe(
            "EmbassyYesWithdrawn"
        );

        // What has happened can always be recorded, and what was issued is there.
        (await StepAsync(world, caseId, one, EmbassyStepKind.Issued, paper.Id)).ShouldBe("");
        (await PapersAsync(world, caseId)).Single().State.ShouldBe(PaperState.Has);
        (await StepAsync(world, caseId, one, EmbassyStepKind.Issued, Guid.CreateVersion7())).ShouldBe("PaperNotThere");
    }

    [Theory, OnBothDatabases]
    public async Task The_pages_keep_what_is_wrong_save_once_and_show_nothing_sealed(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        var page = (await client.GetAsync($"/cases/{caseId}/travel/papers")).ShouldBeOk();
        var add = page.Form("[name='Paper.Kind']").Fill("Paper.Kind", "Passport");
        (await add.SubmitAsync()).ShouldRefuse("Invalid");
        add.Choose("Paper.State", "Has");
        (await add.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await add.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var paper = (await PapersAsync(world, caseId)).Single();
        var embassy = page.Form("[name='Embassy.Name']").Fill("Embassy.Contact", "Tel");
        var refused = await embassy.SubmitAsync();
        refused.ShouldRefuse("Invalid");
        refused.Form("[name='Embassy.Name']")["Embassy.Contact"].ShouldBe("Tel");
        (await embassy.Fill("Embassy.Name", "Ambassaden i Viskas").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync($"/cases/{caseId}/travel/papers")).ShouldBeOk().ShouldNotContain("Viskas");
        await world.OpenTravelAsync(world.Caseworker, caseId);
        (await client.GetAsync($"/cases/{caseId}/travel/papers")).ShouldBeOk().ShouldShow("Viskas");

        var write = (await client.GetAsync($"/cases/{caseId}/travel/papers/{paper.Id}")).ShouldBeOk().Form("[name='Input.Number']");
        write.Fill("Input.Number", "P 12345").Fill("Input.ExpiresOn", "i morgon");
        (await write.SubmitAsync()).ShouldRefuse("Invalid").Form("[name='Input.Number']")["Input.Number"].ShouldBe("P 12345");
        (await write.Fill("Input.ExpiresOn", "2031-05-01").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var id = await world.ReadAsync(db => db.Set<Embassy>().Where(e => e.CaseId == caseId).Select(e => e.Id).SingleAsync());
        var at = $"/cases/{caseId}/travel/embassies/{id}";
        var step = (await client.GetAsync(at)).ShouldBeOk().Form("[name='Step.On']").Choose("Step.Kind", "Asked").Fill("Step.Note", "Per brev");
        (await step.SubmitAsync()).ShouldRefuse("EmbassyConsentMissing").Form("[name='Step.On']")["Step.Note"].ShouldBe("Per brev");
        var yes = (await client.GetAsync(at)).Form("[name='Agreed.SaidOn']");
        (await yes.SubmitAsync()).ShouldRefuse("Invalid");
        (await yes.Choose("Agreed.How", "InPerson").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await step.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync(at)).ShouldBeOk().ShouldShow("Per brev").ShouldShow("Personen tar tillbaka sitt ja");
        (await client.GetAsync($"/cases/{caseId}/travel/embassies/{Guid.CreateVersion7()}")).ShouldBeHidden();
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync($"/cases/{caseId}/travel/papers")).ShouldBeOk().ShouldShow("Travel documents");
        (await english.GetAsync(at)).ShouldBeOk().ShouldShow("said yes");
    }

    private static Task AddAsync(TravelWorld world, Guid caseId, PaperKind paper, PaperState state, DateOnly? last) =>
        world.ActAsync<PaperKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.AddAsync(h, world.NewId(), paper, state, new PaperWords("P 1", null, last, null))
        );

    private static async Task<Guid> EmbassyAsync(TravelWorld world, Guid caseId)
    {
        await world.ActAsync<EmbassyKeeping>(world.Caseworker, caseId, (s, h) => s.AddAsync(h, world.NewId(), new EmbassyWords("Ambassaden", null)));
        return await world.ReadAsync(db =>
            db.Set<Embassy>().Where(e => e.CaseId == caseId).OrderByDescending(e => e.AddedAt).Select(e => e.Id).FirstAsync()
        );
    }

    private static Task<string> StepAsync(
        TravelWorld world,
        Guid caseId,
        Guid embassy,
        EmbassyStepKind step,
        Guid? paper = null,
        DateOnly? on = null
    ) =>
        world.RefusedAsync<EmbassyKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.StepAsync(h, world.NewId(), embassy, new EmbassyStepWanted(step, paper, new EmbassyStepWords(on ?? world.Today(), null)))
        );

    private static Task<List<TravelPaper>> PapersAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<TravelPaper>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync());

    private static Task<GateState> GateAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(async db =>
        {
            var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId);
            var context = new GateContext(db, @case, ProgrammeCatalogue.LoadInstalled().Get(@case.ProgrammeId), @case.ReachedSet, world.Today());
            return (await GateBoard.CheckAsync([new TravelChecksGate()], context)).Single();
        });
}
