using System.Text.Json.Nodes;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Money;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Applications;
using Hemvag.Tests.Auditing;
using Hemvag.Tests.FollowUp;
using Hemvag.Tests.Money;
using Hemvag.Tests.Programmes;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Versions;

/// <summary>An open case stays on its version until it is moved by itself.</summary>
public sealed class ProgrammeMovingTests
{
    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    [Theory, OnBothDatabases]
    public async Task A_case_moves_with_what_it_has_reached_and_goes_on_by_the_other_table(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind, services => services.AddLocalization());
        var caseId = await installation.OpenMatterAsync();
        var other = VersionTexts.File("amp-other", LongAgo, WithoutInformation);
        installation.Services.GetRequiredService<ProgrammeCatalogue>().Include([other, VersionTexts.File("amp-later", new DateOnly(2030, 1, 1))]);
        (await CaseAsync(installation, caseId)).Next.ShouldBe(MilestoneKind.EligibilityDecided);
        var preview = (await PreviewAsync(installation, caseId, "amp-other")).ShouldNotBeNull();
        preview.Gone.ShouldBe([MilestoneKind.InformationGiven]);
        preview.To.FollowUp.Months.ShouldBe(9);
        preview.Obstacles.ShouldBeEmpty();
        preview.Money.Single(line => line.Category == EntitlementCategory.Health).New.ShouldBe(50000);
        (await PreviewAsync(installation, caseId, "amp-later")).ShouldBeNull();

        await RefusedAsync(CaseRefusals.MoveTargetMissing, () => MoveAsync(installation, caseId, "amp-later"));
        await RefusedAsync(CaseRefusals.MoveTargetMissing, () => MoveAsync(installation, caseId, "amp-2018"));
        await RefusedAsync(CaseRefusals.MoveNotSeen, () => MoveAsync(installation, caseId, "amp-other", seen: false));
        await MoveAsync(installation, caseId, "amp-other");

        var moved = await CaseAsync(installation, caseId);
        moved.ProgrammeId.ShouldBe("amp-other");
        moved.ReachedSet.ShouldBe([MilestoneKind.FirstContact, MilestoneKind.MatterTaken], ignoreOrder: true);
        await using var db = installation.Database.Open();
        (await db.Set<OperationEvent>().Where(e => e.Kind == nameof(CaseMovedToProgramme)).Select(e => e.Data).SingleAsync(Stop)).ShouldBe(
            """{"fromId":"amp-2018","toId":"amp-other","reason":"VersionEnds"}"""
        );
        (await db.Set<Consent>().Where(c => c.CaseId == caseId).CountAsync(Stop)).ShouldBe(1);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_lacks_what_the_case_has_reached_does_not_take_it(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind, services => services.AddLocalization());
        var caseId = await installation.OpenMatterAsync();
        installation
            .Services.GetRequiredService<ProgrammeCatalogue>()
            .Include([
                // Published before a version had to have it; what was published stands.
                ProgrammeFile.FromStore(
                    "amp-other",
                    VersionTexts.Of(
                        "amp-other",
                        LongAgo,
                        root =>
                        {
                            root["milestones"]!.AsArray().RemoveAt(1);
                            root["milestones"]![1]!["after"] = new JsonArray("FirstContact");
                        }
                    )
                ),
            ]);

        var refused = await RefusedAsync(CaseRefusals.MoveMilestoneUnknown, () => MoveAsync(installation, caseId, "amp-other"));

        refused.Arguments.ShouldHaveSingleItem();
        (await PreviewAsync(installation, caseId, "amp-other"))!.Obstacles.ShouldHaveSingleItem().Words.ShouldBe(["MilestoneKind.MatterTaken"]);
        (await CaseAsync(installation, caseId)).ProgrammeId.ShouldBe("amp-2018");
    }

    [Theory, OnBothDatabases]
    public async Task Open_lines_and_asked_instalments_hold_a_case_where_it_is_by_name(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        Task<IReadOnlyList<MoveObstacle>> Against(Action<JsonNode> change) =>
            world.ReadAsync(async db =>
                await new LinesFitTheVersion().AgainstAsync(
                    db,
                    await db.Set<Case>().SingleAsync(c => c.Id == world.CaseId, Stop),
                    VersionTexts.File("amp-other", LongAgo, change).Version
                )
            );

        (await Against(_ => { })).ShouldBeEmpty();
        (await Against(root => Line(root, 2, 50000, 420000))).ShouldBeEmpty();
        var less = (await Against(root => Line(root, 2, 20000, 390000))).ShouldHaveSingleItem();
        (less.Refusal, less.Words[0]).ShouldBe((MoneyRefusals.MoveAboveCeiling, "EntitlementCategory.Health"));
        (await Against(root => root["entitlements"]!["currency"] = "EUR")).ShouldHaveSingleItem().Words.Count.ShouldBe(3);
    }

    // What is sealed in one compartment is not shown by a form that seals it in another.
    [Theory, OnBothDatabases]
    public async Task A_filled_section_holds_a_case_where_it_is(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        Task<IReadOnlyList<MoveObstacle>> Against(Action<JsonNode> change) =>
            world.ReadAsync(async db =>
                await new FormsFitTheVersion(ProgrammeCatalogue.Load(ProgrammeFiles.Folder)).AgainstAsync(
                    db,
                    await db.Set<Case>().SingleAsync(c => c.Id == world.CaseId, Stop),
                    VersionTexts.File("amp-other", LongAgo, change).Version
                )
            );
        JsonArray Sections(JsonNode root) => root["forms"]![0]!["sections"]!.AsArray();
        (await Against(root => Sections(root)[0]!["compartment"] = "Notes")).ShouldBeEmpty();
        await world.SaveAsync("person", 0, ("called", "Någon"));
        (await Against(_ => { })).ShouldBeEmpty();
        var other = (await Against(root => Sections(root)[0]!["compartment"] = "Notes")).ShouldHaveSingleItem();
        (other.Refusal, other.Words[0]).ShouldBe((CaseRefusals.MoveSectionUnfit, "FormKind.Application"));
        (await Against(root => Sections(root)[0]!["id"] = "someone")).ShouldHaveSingleItem().Refusal.ShouldBe(CaseRefusals.MoveSectionUnfit);

        // An answer to a question that is not asked there, or in another way, would vanish at the next save.
        JsonArray Fields(JsonNode root, int section) => Sections(root)[section]!["fields"]!.AsArray();
        JsonNode Sex(JsonNode root) => Fields(root, 0).Single(field => (string?)field!["id"] == "sex")!;
        foreach (
            var change in new Action<JsonNode>[]
            {
                root => Fields(root, 0).RemoveAt(1),
                root => Fields(root, 0)[1]!["kind"] = "LongText",
                root => Sex(root)["choices"]!.AsArray().RemoveAt(2),
            }
        )
        {
            (await Against(change)).ShouldHaveSingleItem().Refusal.ShouldBe(CaseRefusals.MoveSectionUnfit);
        }

        // Of a section that nobody has filled in nothing is lost, nor where the words alone differ.
        (await Against(root => Fields(root, 1).RemoveAt(1))).ShouldBeEmpty();
        (await Against(root => Sex(root)["choices"]![2]!["label"]!["sv"] = "Ospecificerat")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_needed_part_of_the_journey_holds_a_case_where_it_is(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        Task DecideAsync(TravelArrangementKind part, ArrangementNeed need) =>
            world.ActAsync<Arranging>(
                world.Caseworker,
                caseId,
                (s, h) =>
                    s.DecideAsync(
                        h,
                        world.NewId(),
                        new ArrangementDecision(part, need, need == ArrangementNeed.Needed ? TravelWorld.IomFinland : null, null, null, 0)
                    )
            );
        Task<IReadOnlyList<MoveObstacle>> Against(TravelArrangementKind lacks) =>
            world.ReadAsync(async db =>
                await new ArrangementsFitTheVersion().AgainstAsync(
                    db,
                    await db.Set<Case>().SingleAsync(c => c.Id == caseId, Stop),
                    VersionTexts
                        .File(
                            "amp-other",
                            LongAgo,
                            root =>
                            {
                                var parts = root["travelArrangements"]!.AsArray();
                                parts.Remove(parts.Single(part => (string?)part!["kind"] == lacks.ToString()));
                            }
                        )
                        .Version
                )
            );

        await DecideAsync(TravelArrangementKind.Flights, ArrangementNeed.Needed);
        await DecideAsync(TravelArrangementKind.Reception, ArrangementNeed.NotNeeded);
        var lacked = (await Against(TravelArrangementKind.Flights)).ShouldHaveSingleItem();
        (lacked.Refusal, lacked.Words[0]).ShouldBe((TravelRefusals.MoveArrangementMissing, "TravelArrangementKind.Flights"));
        (await Against(TravelArrangementKind.Reception)).ShouldBeEmpty();
        (await Against(TravelArrangementKind.TravelDocuments)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Contacts_and_evaluation_follow_the_version_a_case_is_moved_to(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var longer = VersionTexts.File(
            "amp-longer",
            LongAgo,
            root =>
            {
                root["followUp"]!["months"] = 8;
                root["followUp"]!["options"] = new JsonArray();
            }
        );
        var shorter = VersionTexts.File("amp-shorter", LongAgo, root => root["followUp"]!["months"] = 3);
        await world.AskAsync<ProgrammeCatalogue, bool>(catalogue =>
        {
            catalogue.Include([longer, shorter]);
            return Task.FromResult(true);
        });
        Task MoveTo(string to) =>
            world.ActAsync(
                FollowUpPeople.Local,
                work =>
                {
                    work.Record(new CaseMovedToProgramme(work.Case.ProgrammeId, to, MoveReason.VersionEnds));
                    work.Case.ProgrammeId = to;
                    return Task.CompletedTask;
                }
            );
        async Task<int> Planned() => (await world.ContactsAsync()).Count(c => c.State == ContactState.Planned);

        (await Planned()).ShouldBe(6);
        await MoveTo("amp-longer");
        (await Planned()).ShouldBe(8);
        await MoveTo("amp-shorter");
        (await Planned()).ShouldBe(3);

        await world.ActAsync(FollowUpPeople.Local, work => work.ReachAsync(MilestoneKind.FollowUpDone, work.Today));
        await MoveTo("amp-2014");
        (await world.OpenWorkAsync(WorkItemKind.EvaluateCase)).ShouldHaveSingleItem();
        await MoveTo("amp-2018");
        (await world.OpenWorkAsync(WorkItemKind.EvaluateCase)).ShouldBeEmpty();
        await world.VerifyAsync();
    }

    private static void Line(JsonNode root, int line, long ceiling, long total)
    {
        root["entitlements"]!["lines"]![line]!["ceilingMinor"] = ceiling;
        root["entitlements"]!["adultTotalMinor"] = total;
    }

    private static void WithoutInformation(JsonNode root)
    {
        root["milestones"]!.AsArray().RemoveAt(3);
        foreach (var row in root["milestones"]!.AsArray().Where(row => row!["after"]!.AsArray().Any(k => (string?)k == "InformationGiven")))
        {
            row!["after"] = new JsonArray("EligibilityDecided");
            row["gates"] = row["gates"]!.AsArray().Count == 0 ? new JsonArray() : new JsonArray("Eligible");
        }

        root["followUp"]!["months"] = 9;
        Line(root, 2, 50000, 420000);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<Case> CaseAsync(TestInstallation installation, Guid caseId)
    {
        await using var db = installation.Database.Open();
        return await db.Set<Case>().SingleAsync(c => c.Id == caseId, Stop);
    }

    private static async Task<MovePreview?> PreviewAsync(TestInstallation installation, Guid caseId, string target)
    {
        var handle = await installation.HandleAsync(caseId);
        return await installation.InScopeAsync(scope => scope.GetRequiredService<MoveQueries>().PreviewAsync(handle, target));
    }

    private static async Task MoveAsync(TestInstallation installation, Guid caseId, string target, bool seen = true)
    {
        var handle = await installation.HandleAsync(caseId);
        await installation.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<ProgrammeMoving>().MoveAsync(handle, TestInstallation.NewId(), target, MoveReason.VersionEnds, seen);
            return true;
        });
    }

    private static async Task<RefusedException> RefusedAsync(Refusal refusal, Func<Task> act)
    {
        var refused = await Should.ThrowAsync<RefusedException>(act);
        refused.Refusal.ShouldBe(refusal);
        return refused;
    }
}
