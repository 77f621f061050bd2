using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class BrokenFileTests
{
    private static readonly Dictionary<string, (Action<JsonNode> Change, string Path, string Expected)> Mistakes = new()
    {
        ["unknown property"] = (root => root["colour"] = "green", "$.colour", "no property 'colour'"),
        ["unknown property deep down"] = (root => root["milestones"]![0]!["color"] = 1, "$.milestones[0].color", "'color'"),
        ["text missing in one language"] = (root => root["name"]!.AsObject().Remove("en"), "$.name", "also 'en'"),
        ["text empty in one language"] = (root => root["steps"]![1]!["text"]!["sv"] = " ", "$.steps[1].text.sv", "a Swedish text"),
        ["unknown word"] = (root => root["milestones"]![2]!["kind"] = "Applied", "$.milestones[2].kind", "one of FirstContact, MatterTaken"),
        ["number for a word"] = (root => root["gatekeeper"]!["role"] = 1, "$.gatekeeper.role", "one of ReferringProfessional"),
        ["missing property"] = (root => root.AsObject().Remove("followUp"), "$", "also 'followUp'"),
        ["null for a text"] = (root => root["name"] = null, "$.name", "name"),
        ["id that is not the file's"] = (root => root["id"] = "amp-2014", "$.id", "\"amp-2018\""),
        ["source that is none"] = (root => root["milestones"]![0]!["source"]![0] = "S9.99", "$.milestones[0].source", "seed fact IDs"),
        ["no source"] = (root => root["gatekeeper"]!["source"] = new JsonArray(), "$.gatekeeper.source", "seed fact IDs"),
        ["contradictory order"] = (
            root => root["milestones"]![1]!["after"] = new JsonArray("FirstContact", "Closed"),
            "$.milestones[1].after[1]",
            "contradicts itself"
        ),
        ["circle"] = (root => root["milestones"]![1]!["after"] = new JsonArray("FirstContact", "Closed"), "$.milestones[1].after", "no circle"),
        ["unreachable, nothing before"] = (root => root["milestones"]![5]!["after"] = new JsonArray(), "$.milestones[5].after", "unreachable"),
        ["unreachable, before is not there"] = (
            root => root["milestones"]!.AsArray().RemoveAt(7),
            "$.milestones[7].after[0]",
            "could never be reached"
        ),
        ["gate before a fact"] = (
            root => root["milestones"]![13]!["gates"] = new JsonArray("PlanAgreed"),
            "$.milestones[13].gates",
            "can always be recorded"
        ),
        ["nobody may set it"] = (root => root["milestones"]![3]!["roles"] = new JsonArray(), "$.milestones[3].roles", "at least one role"),
        ["unknown step"] = (root => root["milestones"]![0]!["step"] = "start", "$.milestones[0].step", "the id of a step"),
        ["milestone twice"] = (root => root["milestones"]![1]!["kind"] = "FirstContact", "$.milestones[1].kind", "used once"),
        ["gatekeeper who can't decide"] = (root => root["gatekeeper"]!["role"] = "IomCaseworker", "$.gatekeeper.role", "EligibilityDecided"),
        ["negative amount"] = (
            root => root["entitlements"]!["lines"]![2]!["ceilingMinor"] = -30000,
            "$.entitlements.lines[2].ceilingMinor",
            "above zero"
        ),
        ["amount with decimals"] = (
            root => root["entitlements"]!["lines"]![2]!["ceilingMinor"] = 300.5,
            "$.entitlements.lines[2].ceilingMinor",
            "a whole number of minor units"
        ),
        ["total that does not add up"] = (
            root => root["entitlements"]!["adultTotalMinor"] = 405000,
            "$.entitlements.adultTotalMinor",
            "400000, found 405000"
        ),
        ["instalments that do not add up"] = (
            root => root["entitlements"]!["lines"]![0]!["instalments"]!["count"] = 3,
            "$.entitlements.lines[0].instalments",
            "sum to the ceiling 90000, found 45000"
        ),
        ["child share above all"] = (root => root["entitlements"]!["childShare"]!["percent"] = 150, "$.entitlements.childShare.percent", "1 to 100"),
        ["purpose without a line or question"] = (
            root => root["openQuestions"]![1]!["purposes"] = new JsonArray(),
            "$.support[7].purposes",
            "found Housing"
        ),
        ["field id twice"] = (
            root => root["forms"]![0]!["sections"]![1]!["fields"]![0]!["id"] = "called",
            "$.forms[0].sections[1].fields[0].id",
            "used once in the form"
        ),
        ["choice without choices"] = (
            root => root["forms"]![0]!["sections"]![0]!["fields"]![5]!.AsObject().Remove("choices"),
            "$.forms[0].sections[0].fields[5].choices",
            "at least two choices"
        ),
        ["section in two compartments"] = (
            root => root["forms"]![0]!["sections"]![0]!["compartment"] = "None",
            "$.forms[0].sections[0].compartment",
            "one compartment"
        ),
        ["form missing"] = (root => root["forms"]!.AsArray().RemoveAt(2), "$.forms", "missing: HealthAssessment"),
        ["consent wording missing"] = (root => root["consents"]!.AsArray().RemoveAt(1), "$.consents", "missing: ExchangeWithIom"),
        ["unknown criterion"] = (root => root["eligibility"]!["allOf"]![0]!["anyOf"]![0] = "age", "$.eligibility.allOf[0].anyOf", "found \"age\""),
        ["unknown currency"] = (root => root["entitlements"]!["currency"] = "USS", "$.entitlements.currency", "found \"USS\""),
        ["follow-up of no months"] = (root => root["followUp"]!["months"] = 0, "$.followUp.months", "one month or more"),
        ["threshold no risk can reach"] = (root => root["risks"]!["highFrom"] = 10, "$.risks.highFrom", "at most 9"),
        ["gate whose milestone is missing"] = (
            root => Remove(root, "ReceiptConfirmed", "Referred", gate: "ReceiptConfirmed", on: "LocalOfficeContacted"),
            "$.milestones[8].gates[2]",
            "which this version lacks"
        ),
        ["gate that is met only by its own milestone"] = (
            root => Gates(root, "PlanAgreed").Add("PlanAgreed"),
            "$.milestones[10].gates[3]",
            "comes only after PlanAgreed"
        ),
        ["gate that is met only later"] = (
            root => Gates(root, "Referred").Add("MetOnArrival"),
            "$.milestones[6].gates[5]",
            "comes only after Referred"
        ),
        ["gates that wait for each other"] = (
            root =>
            {
                Row(root, "ApplicationSigned")["after"] = new JsonArray("EligibilityDecided");
                Row(root, "ApplicationSigned")["gates"] = new JsonArray("VoluntarinessCertified");
                Row(root, "VoluntarinessCertified")["nature"] = "Act";
                Row(root, "VoluntarinessCertified")["gates"] = new JsonArray("ApplicationSigned");
            },
            "$.milestones[4].gates",
            "do not wait for one another"
        ),
        ["gate without its form"] = (root => root["forms"]!.AsArray().RemoveAt(1), "$.milestones[10].gates[0]", "needs the form NeedsInventory"),
        ["gate without its consent"] = (
            root => root["consents"]!.AsArray().RemoveAt(1),
            "$.milestones[6].gates[3]",
            "needs the consent ExchangeWithIom"
        ),
        ["gate without a declaration"] = (root => root["declarations"] = new JsonArray(), "$.milestones[6].gates[1]", "a declaration"),
        ["gate without an arrangement"] = (root => root["travelArrangements"] = new JsonArray(), "$.milestones[11].gates[4]", "a travel arrangement"),
        ["nothing booked while the journey is booked"] = (
            root => Gates(root, "ReadyToTravel").Add("NothingBooked"),
            "$.milestones[12].gates[8]",
            "contradict the milestone Booked"
        ),
        ["donor who sets a milestone"] = (
            root => Row(root, "MatterTaken")["roles"] = new JsonArray("RegionalCoordinator", "NationalCoordination"),
            "$.milestones[1].roles[1]",
            "a role that can see a case"
        ),
        ["local office before it may know"] = (
            root => Row(root, "MatterTaken")["roles"] = new JsonArray("LocalOfficeWorker"),
            "$.milestones[1].roles",
            "sees none before LocalOfficeContacted"
        ),
        ["no way to the end"] = (root => root["milestones"]!.AsArray().RemoveAt(18), "$.milestones", "a milestone Closed"),
        ["something after the end"] = (
            root =>
            {
                var closed = root["milestones"]![18]!.DeepClone();
                root["milestones"]!.AsArray().RemoveAt(18);
                closed["after"] = new JsonArray("EntitlementsOpened");
                closed["gates"] = new JsonArray("MoneySettled");
                root["milestones"]!.AsArray().Insert(17, closed);
            },
            "$.milestones[17]",
            "Closed as the last milestone"
        ),
        ["fact as an act"] = (root => Row(root, "Departed")["nature"] = "Act", "$.milestones[13].nature", "Departed is what happened"),
        ["act as a fact"] = (
            root =>
            {
                Row(root, "Referred")["nature"] = "Fact";
                Row(root, "Referred")["gates"] = new JsonArray();
            },
            "$.milestones[6].nature",
            "someone does Referred"
        ),
        ["journey out of order"] = (
            root => Row(root, "MetOnArrival")["after"] = new JsonArray("Booked"),
            "$.milestones[14].after",
            "Departed somewhere before MetOnArrival"
        ),
        ["donor who fills in a form"] = (
            root => root["forms"]![1]!["filledBy"] = new JsonArray("NationalCoordination"),
            "$.forms[1].filledBy",
            "roles that can see a case"
        ),
        ["form nobody fills in"] = (root => root["forms"]![1]!["filledBy"] = new JsonArray(), "$.forms[1].filledBy", "at least one role"),
        ["role twice"] = (
            root => Row(root, "MatterTaken")["roles"]!.AsArray().Add("RegionalCoordinator"),
            "$.milestones[1].roles[1].name",
            "used once"
        ),
        ["money that nothing opens"] = (
            root =>
            {
                root["milestones"]!.AsArray().RemoveAt(16);
                Row(root, "FollowUpDone")["after"] = new JsonArray("MetOnArrival");
            },
            "$.entitlements.lines",
            "EntitlementsOpened"
        ),
        ["money opened beside the end"] = (
            root => Row(root, "FollowUpDone")["after"] = new JsonArray("MetOnArrival"),
            "$.milestones",
            "EntitlementsOpened somewhere before Closed"
        ),
        ["referred without a signature"] = (
            root =>
            {
                root["milestones"]!.AsArray().RemoveAt(4);
                Row(root, "Referred")["after"] = new JsonArray("VoluntarinessCertified");
                Row(root, "Referred")["gates"] = new JsonArray("IomConsent");
            },
            "$.milestones[5]",
            "the milestone ApplicationSigned before Referred"
        ),
        ["receipt beside the referral"] = (
            root => Row(root, "ReceiptConfirmed")["after"] = new JsonArray("ApplicationSigned"),
            "$.milestones[7].after",
            "Referred somewhere before ReceiptConfirmed"
        ),
        ["certificate without its sentence"] = (root => root["declarations"]![0]!["id"] = "freely", "$.declarations", "a declaration \"voluntary\""),
        ["set by nobody whose task it can be"] = (
            root => Row(root, "Departed")["roles"] = new JsonArray("ReferringProfessional"),
            "$.milestones[13].roles",
            "RegionalCoordinator or IomCaseworker"
        ),
        ["form filled in abroad"] = (
            root => root["forms"]![1]!["filledBy"] = new JsonArray("LocalOfficeWorker"),
            "$.forms[1].filledBy",
            "fill in forms"
        ),
        ["application without a birth date"] = (root => Field(root, "birth-date")["id"] = "born-on", "$.forms[0].sections", "a field \"birth-date\""),
        ["text that turns round"] = (root => root["name"]!["sv"] = "Program \u202E8102", "$.name.sv", "found U+202E"),
        ["text no database holds"] = (root => root["steps"]![0]!["text"]!["en"] = "First\0", "$.steps[0].text.en", "found U+0000"),
        ["code that turns round"] = (root => root["parties"]![0]!["organisation"] = "iom\u2066", "$.parties[0].organisation", "found U+2066"),
        ["Referred without GuardianSigned"] = (
            root => Without(root, "Referred", "GuardianSigned"),
            "$.milestones[6].gates",
            "the gate GuardianSigned before Referred"
        ),
        ["Booked without GuardianSigned"] = (
            root => Without(root, "Booked", "GuardianSigned"),
            "$.milestones[11].gates",
            "the gate GuardianSigned before Booked"
        ),
        ["Booked without ChildrenConsented"] = (
            root => Without(root, "Booked", "ChildrenConsented"),
            "$.milestones[11].gates",
            "the gate ChildrenConsented before Booked"
        ),
        ["Booked without BestInterestsDecided"] = (
            root => Without(root, "Booked", "BestInterestsDecided"),
            "$.milestones[11].gates",
            "the gate BestInterestsDecided before Booked"
        ),
        ["ReadyToTravel without GuardianSigned"] = (
            root => Without(root, "ReadyToTravel", "GuardianSigned"),
            "$.milestones[12].gates",
            "the gate GuardianSigned before ReadyToTravel"
        ),
        ["ReadyToTravel without ChildrenConsented"] = (
            root => Without(root, "ReadyToTravel", "ChildrenConsented"),
            "$.milestones[12].gates",
            "the gate ChildrenConsented before ReadyToTravel"
        ),
        ["ReadyToTravel without BestInterestsDecided"] = (
            root => Without(root, "ReadyToTravel", "BestInterestsDecided"),
            "$.milestones[12].gates",
            "the gate BestInterestsDecided before ReadyToTravel"
        ),
        ["ReadyToTravel without ReceivingAuthorityNamed"] = (
            root => Without(root, "ReadyToTravel", "ReceivingAuthorityNamed"),
            "$.milestones[12].gates",
            "the gate ReceivingAuthorityNamed before ReadyToTravel"
        ),
        ["closing over open money"] = (root => Gates(root, "Closed").RemoveAt(0), "$.milestones", "the gate MoneySettled before Closed"),
        ["amount beyond reason"] = (
            root => root["entitlements"]!["lines"]![2]!["ceilingMinor"] = long.MaxValue,
            "$.entitlements.lines[2].ceilingMinor",
            "at most"
        ),
        ["instalments beyond reason"] = (
            root => root["entitlements"]!["lines"]![0]!["instalments"]!["count"] = int.MaxValue,
            "$.entitlements.lines[0].instalments.count",
            "1 to 120"
        ),
        ["null in a list"] = (root => root["milestones"]![3] = null, "$.milestones[3]", "a value, found null"),
        ["longer contact that is shorter"] = (root => root["followUp"]!["options"]![0]!["months"] = 6, "$.followUp.options[0].months", "longer than"),
        ["follow-up without end"] = (root => root["followUp"]!["months"] = 1000, "$.followUp.months", "at most 60"),
        ["no steps"] = (root => root["steps"] = new JsonArray(), "$.steps", "at least one step"),
        ["end before start"] = (root => root["runsUntil"] = "2017-12-31", "$.runsUntil", "not before runsFrom"),
    };

    private static JsonNode Field(JsonNode root, string id) =>
        root["forms"]![0]!["sections"]!.AsArray().SelectMany(s => s!["fields"]!.AsArray()).Single(f => (string?)f!["id"] == id)!;

    private static JsonNode Row(JsonNode root, string kind) => root["milestones"]!.AsArray().Single(row => (string?)row!["kind"] == kind)!;

    private static JsonArray Gates(JsonNode root, string kind) => Row(root, kind)["gates"]!.AsArray();

    private static void Without(JsonNode root, string kind, string gate) =>
        Gates(root, kind).Remove(Gates(root, kind).Single(one => (string?)one == gate));

    // Takes a milestone out, lets what came after it come after the one before, and asks for its gate.
    private static void Remove(JsonNode root, string kind, string before, string gate, string on)
    {
        root["milestones"]!.AsArray().Remove(Row(root, kind));
        Row(root, "SupportAnswered")["after"] = new JsonArray(before);
        Gates(root, on).Add(gate);
    }

    public static TheoryData<string> Names() => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_mistake_names_file_path_and_what_was_expected(string name)
    {
        var (change, path, expected) = Mistakes[name];

        var errors = ProgrammeFiles.ErrorsAfter(change);

        errors.ShouldContain(
            error => error.File == "amp-2018.json" && error.Path == path && error.Expected.Contains(expected, StringComparison.Ordinal),
            string.Join('\n', errors)
        );
    }

    // The rules after it look things up by what stands twice, and would only stumble.
    [Fact]
    public void What_stands_twice_is_told_alone() =>
        ProgrammeFiles
            .ErrorsAfter(root =>
            {
                root["milestones"]![1]!["kind"] = "FirstContact";
                root["entitlements"]!["adultTotalMinor"] = 1;
            })
            .ShouldHaveSingleItem()
            .Path.ShouldBe("$.milestones[1].kind");

    [Fact]
    public void Amounts_are_taken_from_a_version_that_is_there()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // The three steps take theirs from the version of 2014, which is not beside them here.
            File.Copy(Path.Combine(ProgrammeFiles.Folder, "three-step-2016.json"), Path.Combine(folder.FullName, "three-step-2016.json"));
            var refused = Should.Throw<ProgrammeFilesRefusedException>(() => ProgrammeCatalogue.Load(folder.FullName));
            refused.Errors.ShouldHaveSingleItem().Path.ShouldBe("$.entitlements.takenFrom");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Shipped_file_has_no_mistake() => ProgrammeFiles.ErrorsAfter(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"id\":\"amp-2018\",\"id\":\"amp-2018\"}")]
    public void What_is_no_programme_gives_one_error(string content) =>
        ProgrammeFile.Read("amp-2018.json", Encoding.UTF8.GetBytes(content)).Errors.ShouldHaveSingleItem();

    [Fact]
    public void Several_mistakes_in_several_files_are_all_told()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "amp-2018.json"), ProgrammeFiles.Bytes());
            File.WriteAllBytes(Path.Combine(folder.FullName, "amp-2019.json"), ProgrammeFiles.Bytes());
            File.WriteAllText(Path.Combine(folder.FullName, "empty.json"), "{}");

            var refused = Should.Throw<ProgrammeFilesRefusedException>(() => ProgrammeCatalogue.Load(folder.FullName));

            refused.Errors.Select(error => error.File).ShouldBe(["amp-2019.json", "empty.json"]);
            refused.Message.ShouldContain("amp-2019.json: $.id: expected");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Folder_without_files_is_refused() =>
        Should.Throw<ProgrammeFilesRefusedException>(() => ProgrammeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "nowhere")));
}
