using System.Text.Json.Nodes;
using Xunit;
using static Hemvag.Tests.Programmes.ProgrammeNodes;

namespace Hemvag.Tests.Programmes;

/// <summary>Milestones that do not hold together: what each mistake in their order, gates and roles is told, by path.</summary>
public sealed class BrokenMilestoneTests
{
    private static readonly Dictionary<string, (Action<JsonNode> Change, string Path, string Expected)> Mistakes = new()
    {
        ["unknown property deep down"] = (root => root["milestones"]![0]!["color"] = 1, "$.milestones[0].color", "'color'"),
        ["unknown word"] = (root => root["milestones"]![2]!["kind"] = "Applied", "$.milestones[2].kind", "one of FirstContact, MatterTaken"),
        ["source that is none"] = (root => root["milestones"]![0]!["source"]![0] = "S9.99", "$.milestones[0].source", "seed fact IDs"),
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
        ["role twice"] = (
            root => Row(root, "MatterTaken")["roles"]!.AsArray().Add("RegionalCoordinator"),
            "$.milestones[1].roles[1].name",
            "used once"
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
        ["set by nobody whose task it can be"] = (
            root => Row(root, "Departed")["roles"] = new JsonArray("ReferringProfessional"),
            "$.milestones[13].roles",
            "RegionalCoordinator or IomCaseworker"
        ),
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
        ["null in a list"] = (root => root["milestones"]![3] = null, "$.milestones[3]", "a value, found null"),
    };

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

        ProgrammeFiles.ShouldTell(change, path, expected);
    }
}
