using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Checks;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Programmes.ProgrammeNodes;

namespace Hemvag.Tests.Programmes;

/// <summary>Versions that no real case could be carried through: one for each rule, with what it is told. "@Kind" is the milestone's own path.</summary>
public sealed class BrokenWayTests
{
    private const string Now = "amp-2018";
    private const string Old = "amp-2014";
    private const string Cash = "cash-support-2022";

    private static readonly Dictionary<string, (string Of, Action<JsonNode> Change, string Path, string Expected)> Mistakes = new()
    {
        ["nobody takes the matter"] = (Now, root => Drop(root, "MatterTaken"), "$.milestones", "a milestone MatterTaken"),
        ["nobody is met"] = (Now, root => Drop(root, "MetOnArrival"), "$.milestones", "a milestone MetOnArrival"),
        ["decided before it is taken"] = (
            Now,
            root => Row(root, "EligibilityDecided")["after"] = new JsonArray("FirstContact"),
            "@EligibilityDecided.after",
            "MatterTaken somewhere before EligibilityDecided"
        ),
        ["ready without a journey"] = (Now, root => Drop(root, "Booked"), "@ReadyToTravel", "the milestone Booked before ReadyToTravel"),
        ["office without a journey"] = (Now, root => Drop(root, "Booked"), "@LocalOfficeContacted", "the milestone Booked: whoever arranges"),
        ["plan without an office"] = (
            Now,
            root => Drop(root, "LocalOfficeContacted"),
            "@PlanAgreed",
            "the milestone LocalOfficeContacted before PlanAgreed"
        ),
        ["plan beside the office"] = (
            Now,
            root => Row(root, "PlanAgreed")["after"] = new JsonArray("SupportAnswered"),
            "@PlanAgreed.after",
            "LocalOfficeContacted somewhere before PlanAgreed"
        ),
        ["money without an office"] = (
            Now,
            root => Drop(root, "LocalOfficeContacted"),
            "$.entitlements.lines",
            "a milestone LocalOfficeContacted: the local office alone pays"
        ),
        ["evaluated without a follow-up"] = (Old, root => Drop(root, "FollowUpDone"), "@Evaluated", "the milestone FollowUpDone before Evaluated"),
        ["evaluated beside the follow-up"] = (
            Old,
            root => Row(root, "Evaluated")["after"] = new JsonArray("EntitlementsOpened"),
            "@Evaluated.after",
            "FollowUpDone somewhere before Evaluated"
        ),
        ["gate on a plan nobody draws up"] = (
            Now,
            root =>
            {
                Drop(root, "PlanAgreed");
                Gates(root, "Booked").Add("PlanDrawnUp");
            },
            "@Booked.gates",
            "PlanDrawnUp needs the milestone PlanAgreed"
        ),
        ["gate on arrangements nobody decides"] = (
            Now,
            root =>
            {
                Drop(root, "Booked");
                Gates(root, "ReadyToTravel").Add("ArrangementsDecided");
            },
            "@ReadyToTravel.gates",
            "ArrangementsDecided needs the milestone Booked"
        ),
        ["gate on arrangements nobody confirms"] = (
            Now,
            root => Drop(root, "Booked"),
            "@ReadyToTravel.gates",
            "ArrangementsConfirmed needs the milestone Booked"
        ),
        ["gate on a day nobody plans"] = (
            Now,
            root => Drop(root, "Booked"),
            "@ReadyToTravel.gates",
            "WillReconfirmedOnTravelDay needs the milestone Booked"
        ),
        ["met by an office that is never told"] = (
            Now,
            root =>
            {
                Drop(root, "LocalOfficeContacted");
                Row(root, "MetOnArrival")["roles"] = new JsonArray("LocalOfficeWorker");
            },
            "@MetOnArrival.roles",
            "sees none before LocalOfficeContacted"
        ),
        ["met by an office that is never told, or one who can't"] = (
            Now,
            root =>
            {
                Drop(root, "LocalOfficeContacted");
                Row(root, "MetOnArrival")["roles"] = new JsonArray("LocalOfficeWorker", "IomApprover");
            },
            "@MetOnArrival.roles",
            "sees none before LocalOfficeContacted"
        ),
        ["money opened by one who comes with it"] = (
            Now,
            root => Row(root, "EntitlementsOpened")["roles"] = new JsonArray("IomApprover"),
            "@EntitlementsOpened.roles",
            "one whose task it can be: RegionalCoordinator or IomCaseworker"
        ),
        ["gatekeeper without the page"] = (
            Now,
            root =>
            {
                Row(root, "EligibilityDecided")["roles"] = new JsonArray("ReferringProfessional", "RegionalCoordinator");
                root["gatekeeper"]!["role"] = "ReferringProfessional";
            },
            "$.gatekeeper.role",
            "one whose task it can be: RegionalCoordinator or IomCaseworker"
        ),
        ["certificate by one who does not fill in"] = (
            Now,
            root => Row(root, "VoluntarinessCertified")["roles"] = new JsonArray("IomCaseworker"),
            "@VoluntarinessCertified.roles",
            "one who fills in the application: RegionalCoordinator"
        ),
        ["milestone of cash support"] = (
            Now,
            root => Row(root, "OnwardJourneyDone")["kind"] = "PresentedHerself",
            "@PresentedHerself.kind",
            "a milestone of a return, found PresentedHerself"
        ),
        ["line nobody can ask for"] = (
            Now,
            root => root["entitlements"]!["lines"]![1]!["purposes"] = new JsonArray(),
            "$.entitlements.lines[1].purposes",
            "at least one purpose"
        ),
        ["cash without a milestone"] = (Cash, root => Drop(root, "PresentedHerself"), "$.milestones", "PresentedHerself"),
        ["cash with another milestone"] = (
            Cash,
            root => Row(root, "PresentedHerself")["kind"] = "InformationGiven",
            "$.milestones",
            "in their order and no others"
        ),
        ["cash out of order"] = (
            Cash,
            root => Row(root, "Referred")["after"] = new JsonArray("FirstContact"),
            "$.milestones",
            "Referred, after EligibilityDecided"
        ),
        ["cash with a gate of a return"] = (
            Cash,
            root => Gates(root, "Referred").Add("Eligible"),
            "@Referred.gates",
            "before Referred (none), found Eligible"
        ),
        ["cash with a gate in another place"] = (
            Cash,
            root => Gates(root, "ReceiptConfirmed").Add("MoneySettled"),
            "@ReceiptConfirmed.gates",
            "(IomConsent, LocalOfficeConsent), found MoneySettled"
        ),
        ["cash for no country"] = (
            Cash,
            root => root["eligibility"]!["countries"] = new JsonArray(),
            "$.eligibility.countries",
            "the countries a decision can concern"
        ),
        ["cash without countries"] = (
            Cash,
            root => root["eligibility"]!.AsObject().Remove("countries"),
            "$.eligibility.countries",
            "the countries a decision can concern"
        ),
        ["cash without a purpose"] = (
            Cash,
            root => root["entitlements"]!["lines"]![0]!["purposes"] = new JsonArray(),
            "$.entitlements.lines[0].purposes",
            "at least one purpose"
        ),
        ["cash without a word on combining"] = (
            Cash,
            root => root.AsObject().Remove("combination"),
            "$.combination",
            "whether it may be given beside another scheme"
        ),
    };

    public static TheoryData<string> Names() => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_mistake_is_told(string name)
    {
        var (of, change, path, expected) = Mistakes[name];
        ShouldTell(of, change, path, expected);
    }

    public static TheoryData<string, string, string> Tasks() =>
        [
            .. WayTables.Able.Select(one => (Old, $"{one.Key}", string.Join(" or ", one.Value))),
            .. CashChecks.Rows.Select(row => (Cash, $"{row.Kind}", string.Join(" or ", row.Able))),
        ];

    // Nobody in either role sees a case of the other kind.
    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_milestone_by_one_whose_task_it_can_never_be_is_told(string of, string kind, string able) =>
        ShouldTell(
            of,
            root => Row(root, kind)["roles"] = new JsonArray(of == Cash ? nameof(Role.RegionalCoordinator) : nameof(Role.MigrationOfficer)),
            $"@{kind}.roles",
            "one whose task it can be: " + able
        );

    [Theory]
    [InlineData(Now, "$.parties[1].organisation", "parties", "iom-finnland")]
    [InlineData(Cash, "$.gatekeeper.organisation", "gatekeeper", "migrationsverkt")]
    [InlineData(Cash, "$.eligibility.countries[2].code", "countries", "XX")]
    public void A_code_that_is_none_is_told(string of, string path, string where, string code)
    {
        var root = Json(of);
        var place =
            where == "parties" ? root["parties"]![1]!
            : where == "gatekeeper" ? root["gatekeeper"]!
            : root["eligibility"]!["countries"]![2]!;
        place[where == "countries" ? "code" : "organisation"] = code;
        var file = ProgrammeFile.Read(of + ".json", Encoding.UTF8.GetBytes(root.ToJsonString())).File.ShouldNotBeNull();

        var error = VersionCodes.Check(file, OrganisationCatalogue.Load()).ShouldHaveSingleItem();

        error.Path.ShouldBe(path);
        error.Expected.ShouldEndWith($"found \"{code}\"");
    }

    [Fact]
    public void Every_shipped_version_names_what_is_there_and_has_its_first_day_alone()
    {
        var all = ProgrammeCatalogue.Load(ProgrammeFiles.Folder);
        foreach (var file in all.Files)
        {
            VersionCodes.Check(file, OrganisationCatalogue.Load()).ShouldBeEmpty(file.Name);
            FirstDayCheck.Of(file, all.Versions).ShouldBeNull(file.Name);
        }
    }

    private static void ShouldTell(string of, Action<JsonNode> change, string path, string expected)
    {
        var root = Json(of);
        change(root);
        var kinds = root["milestones"]!.AsArray().Select(row => (string?)row!["kind"]).ToList();
        var start = path.StartsWith('@') ? At(path[1..], kinds) : path;

        var errors = ProgrammeFile.Read(of + ".json", Encoding.UTF8.GetBytes(root.ToJsonString())).Errors;

        errors.ShouldContain(
            error => error.Path.StartsWith(start, StringComparison.Ordinal) && error.Expected.Contains(expected, StringComparison.Ordinal),
            string.Join('\n', errors)
        );
    }

    private static string At(string path, List<string?> kinds)
    {
        var parts = path.Split('.', 2);
        return $"$.milestones[{kinds.IndexOf(parts[0])}]{(parts.Length > 1 ? "." + parts[1] : "")}";
    }

    private static JsonNode Json(string id) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(ProgrammeFiles.Folder, id + ".json")))!;

    // Takes a milestone out: what came after it comes after what it came after, and no gate asks for it.
    private static void Drop(JsonNode root, string kind)
    {
        var gone = Row(root, kind);
        root["milestones"]!.AsArray().Remove(gone);
        foreach (var row in root["milestones"]!.AsArray())
        {
            var after = row!["after"]!.AsArray().Select(one => (string)one!).ToList();
            if (after.Remove(kind))
            {
                row["after"] = new JsonArray([
                    .. after.Union(gone["after"]!.AsArray().Select(one => (string)one!)).Select(one => JsonValue.Create(one)),
                ]);
            }

            row["gates"] = new JsonArray([
                .. row["gates"]!.AsArray().Select(one => (string)one!).Where(one => one != kind).Select(one => JsonValue.Create(one)),
            ]);
        }
    }
}
