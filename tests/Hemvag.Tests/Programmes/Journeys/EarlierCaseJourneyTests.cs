using System.Net;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.FollowUp.Ending;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Retention;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Programmes.Journeys.JourneySteps;

namespace Hemvag.Tests.Programmes.Journeys;

/// <summary>Cases that began on paper, entered with what had happened: nothing is asked for, done or paid a second time.</summary>
public sealed class EarlierCaseJourneyTests
{
    // S2.7, S2.8: archived cases alone; what happened is entered with its days.
    [Theory, OnBothDatabases]
    public async Task A_case_of_the_pilot_comes_whole_from_the_archive(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var first = new DateOnly(2013, 2, 11);
        var caseId = await town.EnterAsync(
            "stockholm-1",
            "avrrtipp-2012",
            new Dictionary<MilestoneKind, DateOnly>
            {
                [MilestoneKind.FirstContact] = first,
                [MilestoneKind.MatterTaken] = first.AddDays(1),
                [MilestoneKind.EligibilityDecided] = first.AddDays(4),
                [MilestoneKind.ApplicationSigned] = first.AddDays(9),
                [MilestoneKind.Departed] = first.AddDays(40),
                [MilestoneKind.MetOnArrival] = first.AddDays(41),
                [MilestoneKind.FollowUpDone] = first.AddDays(140),
                [MilestoneKind.Closed] = first.AddDays(150),
            }
        );
        var file = await town.CaseAsync(caseId);
        (file.State, file.ClosingGround, file.Step, file.Number).ShouldBe((CaseState.Closed, ClosingGround.Completed, 3, "AVRR 2013-0001"));
        DateOnly.FromDateTime(file.ClosedAt!.Value).ShouldBe(first.AddDays(150));
        // Kept from the day it was closed, not from the day it was entered: the time is over.
        var due = await town.Hand.DoAsync("dpo-1", (scope, account, _) => scope.GetRequiredService<ErasureQueries>().DueAsync(account));
        due.ShouldContain(row => row.CaseId == caseId && row.DueOn == first.AddDays(150).AddMonths(60).AddDays(1));
        (
            await town.WithDbAsync(db => db.Set<CaseMilestone>().SingleAsync(m => m.CaseId == caseId && m.Kind == MilestoneKind.Departed))
        ).OccurredOn.ShouldBe(first.AddDays(40));
        (await town.WithDbAsync(db => db.Set<WorkItem>().CountAsync(w => w.CaseId == caseId && w.DoneAt == null))).ShouldBe(0);
        await town.VerifyAsync();
    }

    // What was done on paper before the case came here stands by its days; IOM Finland comes in with the person's new yes.
    [Theory, OnBothDatabases]
    public async Task A_case_of_2014_that_was_referred_on_paper_goes_on_to_its_close(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(person.Coordinator, "amp-2014", Days(new DateOnly(2015, 4, 7), MilestoneKind.Referred));
        await town.ConsentAsync(person, caseId);
        (await town.CaseAsync(caseId)).Next.ShouldBe(MilestoneKind.ReceiptConfirmed);
        (await (await town.AsAsync("iom-1")).GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        await town.Story.ConsentAsync(person, caseId, ConsentPurpose.ExchangeWithIom, IomFinland.Id);
        (await WaitsAsync(town, caseId, WorkItemKind.ConfirmReceipt)).ShouldBe(IomFinland.Id);
        (await (await town.AsAsync("iom-1")).GetAsync($"/cases/{caseId}/referral")).ShouldBeOk().ShouldShow("on paper");
        await town.FromReferralAsync(person, caseId, months: 3);
        await town.PayEachLineAsync(person, caseId);
        await town.Homeward.FinishAsync(person, caseId);
        var file = await town.CaseAsync(caseId);
        (file.State, file.Has(MilestoneKind.Evaluated)).ShouldBe((CaseState.Closed, true));
        await ShouldHoldAsync(town, caseId, 450_00, 3000_00, 300_00, 300_00);
        await town.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_paid_before_a_case_came_here_is_never_paid_again(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(person.Coordinator, "amp-2014", Days(new DateOnly(2017, 9, 4), MilestoneKind.MetOnArrival));
        await town.ConsentAsync(person, caseId);
        await town.Story.ConsentAsync(person, caseId, ConsentPurpose.ExchangeWithIom, IomFinland.Id);
        (await WaitsAsync(town, caseId, WorkItemKind.OpenEntitlements)).ShouldBe(IomFinland.Id);
        await town.Homeward.NameOfficeAsync(person, caseId);

        var iom = await town.AsAsync("iom-1");
        var form = (await iom.GetAsync($"/cases/{caseId}/money/open")).ShouldBeOk().Form("[name='Input.On']");
        var refused = await form.Fill("Input.PaidBefore[0].Amount", "100").Fill("Input.PaidBefore[1].Amount", "1000").SubmitOnceAsync();
        refused
            .ShouldRefuse("PaidBeforeNoInstalments")
            .Document.QuerySelector("[name='Input.PaidBefore[1].Amount']")!
            .GetAttribute("value")
            .ShouldBe("1000");
        (await form.Fill("Input.PaidBefore[0].Amount", "600").SubmitOnceAsync()).ShouldRefuse("PaidBeforeAboveCeiling");
        (await form.Fill("Input.PaidBefore[0].Amount", "150").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        var lines = await town.WithDbAsync(db =>
            db.Set<Entitlement>().AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Category).ToListAsync()
        );
        var grant = lines.Single(l => l.Category == EntitlementCategory.Reintegration);
        (grant.PaidMinor, grant.PaidBeforeMinor, grant.LeftMinor).ShouldBe((100000, 100000, 200000));
        var monthly = lines.Single(l => l.Category == EntitlementCategory.Subsistence);
        (monthly.PaidMinor, monthly.PaidBeforeMinor, monthly.LeftMinor).ShouldBe((15000, 15000, 30000));
        (await Should.ThrowAsync<RefusedException>(() => town.Homeward.RequestMonthsAsync(person, caseId, 1))).Refusal.Name.ShouldBe(
            "InstalmentTaken"
        );
        await town.Homeward.RequestMonthsAsync(person, caseId, 2, 3);
        (await Should.ThrowAsync<RefusedException>(() => town.Homeward.RequestMonthsAsync(person, caseId, 3))).Refusal.Name.ShouldBe(
            "InstalmentTaken"
        );
        await town.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_paid_for_a_child_before_a_case_came_here_is_never_paid_again(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(person.Coordinator, "amp-2014", Days(new DateOnly(2017, 9, 4), MilestoneKind.MetOnArrival));
        await town.ConsentAsync(person, caseId);
        await town.Story.ConsentAsync(person, caseId, ConsentPurpose.ExchangeWithIom, IomFinland.Id);
        await town.Homeward.NameOfficeAsync(person, caseId);
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<ChildKeeping>().AddAsync(handle, id, new ChildIdentityPayload("Mara", null, null, null, null))
        );
        await town.Story.AssessAsync(person, caseId);
        var child = (await new DemoFamily(town.Hand).ChildrenAsync(caseId)).Single();
        await town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<DecidingSupport>().DecideAsync(handle, id, child.Id, new SupportOrder(true, town.Today, "School.", null))
        );

        var iom = await town.AsAsync("iom-1");
        var form = (await iom.GetAsync($"/cases/{caseId}/money/open")).ShouldBeOk().Form("[name='Input.On']");
        // Half an adult's instalment is a child's whole one, and its ceiling half of an adult's.
        (await form.Fill("Input.OfChildren[0].Amount", "100").SubmitOnceAsync())
            .ShouldRefuse("PaidBeforeNoInstalments")
            .Document.QuerySelector("[name='Input.OfChildren[0].Amount']")!
            .GetAttribute("value")
            .ShouldBe("100");
        (await form.Fill("Input.OfChildren[0].Amount", "300").SubmitOnceAsync()).ShouldRefuse("PaidBeforeAboveCeiling");
        (await form.Fill("Input.OfChildren[0].Amount", "75").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        var line = await town.WithDbAsync(db =>
            db.Set<Entitlement>().AsNoTracking().SingleAsync(e => e.BeneficiaryId == child.Id && e.Category == EntitlementCategory.Subsistence)
        );
        (line.PaidMinor, line.PaidBeforeMinor, line.LeftMinor).ShouldBe((7500, 7500, 15000));
        var adult = await town.WithDbAsync(db =>
            db.Set<Entitlement>().AsNoTracking().SingleAsync(e => e.BeneficiaryId == caseId && e.Category == EntitlementCategory.Subsistence)
        );
        adult.PaidMinor.ShouldBe(0);
        await town.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task An_open_case_of_the_pilot_goes_on_as_far_as_its_version_goes(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(
            person.Coordinator,
            "avrrtipp-2012",
            Days(new DateOnly(2014, 11, 3), MilestoneKind.Departed, "avrrtipp-2012")
        );
        await town.ConsentAsync(person, caseId);
        await town.Story.ConsentAsync(person, caseId, ConsentPurpose.ExchangeWithIom, IomFinland.Id);
        var left = await DayAsync(town, caseId, MilestoneKind.Departed);
        // A day of long ago can be corrected, and the arrival lie as long ago.
        await town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<TravelMilestones>()
                    .CorrectAsync(handle, id, MilestoneKind.Departed, left, left.AddDays(-1), CorrectionReason.Mistyped)
        );
        (await DayAsync(town, caseId, MilestoneKind.Departed)).ShouldBe(left.AddDays(-1));
        await town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().RecordAsync(handle, id, MilestoneKind.MetOnArrival, left.AddDays(1))
        );
        (
            await town.WithDbAsync(db => db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.DoneAt == null).Select(w => w.Kind).ToListAsync())
        ).ShouldNotContain(kind => kind == WorkItemKind.RecordOnwardJourney || kind == WorkItemKind.OpenEntitlements);
        await town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<FollowUpEnding>().EndAsync(handle, id, FollowUpEndGround.MonthsOver, town.Today, true)
        );
        await town.CloseAsync(person, caseId);
        (await town.CaseAsync(caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }

    // Everything until the last, each two days after the one before.
    private static Dictionary<MilestoneKind, DateOnly> Days(DateOnly first, MilestoneKind last, string version = "amp-2014")
    {
        var rows = ProgrammeCatalogue.LoadInstalled().Get(version).Milestones.Select(m => m.Kind).ToList();
        return rows.Take(rows.IndexOf(last) + 1).Index().ToDictionary(row => row.Item, row => first.AddDays(2 * row.Index));
    }

    private static Task<Guid> WaitsAsync(ProgrammeTown town, Guid caseId, WorkItemKind what) =>
        town.WithDbAsync(db =>
            db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.Kind == what && w.DoneAt == null).Select(w => w.OrganisationId).SingleAsync(Stop)
        );

    private static Task<DateOnly> DayAsync(ProgrammeTown town, Guid caseId, MilestoneKind what) =>
        town.WithDbAsync(db => db.Set<CaseMilestone>().Where(m => m.CaseId == caseId && m.Kind == what).Select(m => m.OccurredOn).SingleAsync(Stop));
}
