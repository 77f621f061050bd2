using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Programmes.ProgrammeNodes;

namespace Hemvag.Tests.Programmes;

/// <summary>Files that do not hold together, in all but their milestones: what each mistake is told, by file and path.</summary>
public sealed class BrokenFileTests
{
    private static readonly Dictionary<string, (Action<JsonNode> Change, string Path, string Expected)> Mistakes = new()
    {
        ["unknown property"] = (root => root["colour"] = "green", "$.colour", "no property 'colour'"),
        ["text missing in one language"] = (root => root["name"]!.AsObject().Remove("en"), "$.name", "also 'en'"),
        ["text empty in one language"] = (root => root["steps"]![1]!["text"]!["sv"] = " ", "$.steps[1].text.sv", "a Swedish text"),
        ["number for a word"] = (root => root["gatekeeper"]!["role"] = 1, "$.gatekeeper.role", "one of ReferringProfessional"),
        ["missing property"] = (root => root.AsObject().Remove("followUp"), "$", "also 'followUp'"),
        ["null for a text"] = (root => root["name"] = null, "$.name", "name"),
        ["id that is not the file's"] = (root => root["id"] = "amp-2014", "$.id", "\"amp-2018\""),
        ["no source"] = (root => root["gatekeeper"]!["source"] = new JsonArray(), "$.gatekeeper.source", "seed fact IDs"),
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
        ["donor who fills in a form"] = (
            root => root["forms"]![1]!["filledBy"] = new JsonArray("NationalCoordination"),
            "$.forms[1].filledBy",
            "roles that can see a case"
        ),
        ["form nobody fills in"] = (root => root["forms"]![1]!["filledBy"] = new JsonArray(), "$.forms[1].filledBy", "at least one role"),
        ["money that nothing opens"] = (
            root =>
            {
                root["milestones"]!.AsArray().RemoveAt(16);
                Row(root, "FollowUpDone")["after"] = new JsonArray("MetOnArrival");
            },
            "$.entitlements.lines",
            "EntitlementsOpened"
        ),
        ["certificate without its sentence"] = (root => root["declarations"]![0]!["id"] = "freely", "$.declarations", "a declaration \"voluntary\""),
        ["form filled in abroad"] = (
            root => root["forms"]![1]!["filledBy"] = new JsonArray("LocalOfficeWorker"),
            "$.forms[1].filledBy",
            "fill in forms"
        ),
        ["application without a birth date"] = (root => Field(root, "birth-date")["id"] = "born-on", "$.forms[0].sections", "a field \"birth-date\""),
        ["text that turns round"] = (root => root["name"]!["sv"] = "Program \u202E8102", "$.name.sv", "found U+202E"),
        ["text no database holds"] = (root => root["steps"]![0]!["text"]!["en"] = "First\0", "$.steps[0].text.en", "found U+0000"),
        ["code that turns round"] = (root => root["parties"]![0]!["organisation"] = "iom\u2066", "$.parties[0].organisation", "found U+2066"),
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
        ["longer contact that is shorter"] = (root => root["followUp"]!["options"]![0]!["months"] = 6, "$.followUp.options[0].months", "longer than"),
        ["follow-up without end"] = (root => root["followUp"]!["months"] = 1000, "$.followUp.months", "at most 60"),
        ["recipient twice"] = (root => root["packages"]![1]!["kind"] = "Carrier", "$.packages[1].kind", "found \"Carrier\" again"),
        ["recipient nobody knows"] = (root => root["packages"]![0]!["kind"] = "Neighbour", "$.packages[0].kind", "one of Carrier"),
        ["recipient of nothing"] = (root => root["packages"]![2]!["fields"] = new JsonArray(), "$.packages[2].fields", "at least one field"),
        ["field for a recipient twice"] = (
            root => root["packages"]![3]!["fields"] = new JsonArray("Name", "Phone", "Name"),
            "$.packages[3].fields[2].name",
            "found \"Name\" again"
        ),
        ["field that cannot be handed out"] = (
            root => root["packages"]![4]!["fields"] = new JsonArray("Name", "Bank"),
            "$.packages[4].fields[1]",
            "one of Name"
        ),
        ["recipient without a source"] = (root => root["packages"]![5]!["source"] = new JsonArray(), "$.packages[5].source", "seed fact IDs"),
        ["no steps"] = (root => root["steps"] = new JsonArray(), "$.steps", "at least one step"),
        ["end before start"] = (root => root["runsUntil"] = "2017-12-31", "$.runsUntil", "not before runsFrom"),
    };

    private static JsonNode Field(JsonNode root, string id) =>
        root["forms"]![0]!["sections"]!.AsArray().SelectMany(s => s!["fields"]!.AsArray()).Single(f => (string?)f!["id"] == id)!;

    public static TheoryData<string> Names() => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_mistake_names_file_path_and_what_was_expected(string name)
    {
        var (change, path, expected) = Mistakes[name];

        ProgrammeFiles.ShouldTell(change, path, expected);
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

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\r\n  \"id\": \"å\" x", 2, 13)]
    [InlineData("{\"id\": \"a\",\n\n}", 3, 1)]
    public void What_is_no_JSON_is_told_its_line_and_character(string content, int line, int character)
    {
        var error = ProgrammeFile.Read("amp-2018.json", Encoding.UTF8.GetBytes(content)).Errors.ShouldHaveSingleItem();

        error.NotJsonFrom.ShouldBe(new TextPlace(line, character));
        error.Expected.ShouldBe($"JSON, broken in line {line} at character {character}");
    }

    [Fact]
    public void What_stands_twice_in_the_text_is_named()
    {
        var error = ProgrammeFile.Read("a.json", "{\"id\":\"a\",\"id\":\"a\"}"u8.ToArray()).Errors.ShouldHaveSingleItem();

        (error.Expected, error.NotJsonFrom).ShouldBe(("'id' once", null));
    }

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
