using System.Globalization;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Comparing;
using Hemvag.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

/// <summary>What differs between two versions is told whole: applied to the one it gives the other.</summary>
public sealed class DifferencesTests
{
    private static readonly string Amp2018 = File.ReadAllText(Path.Combine(ProgrammeFiles.Folder, "amp-2018.json"));

    [Fact]
    public void The_same_version_differs_in_nothing() => Differences.Between(Amp2018, Amp2018).ShouldBeEmpty();

    [Fact]
    public void Each_line_says_where_what_it_was_and_what_it_is()
    {
        var found = Changed(root =>
        {
            root["followUp"]!["months"] = 9;
            Row(root, "Booked")["gates"]!.AsArray().RemoveAt(0);
            Row(root, "MatterTaken")["roles"] = new JsonArray("RegionalCoordinator", "IomCaseworker");
            root["runsUntil"] = "2030-12-31";
            root["milestones"]!.AsArray().RemoveAt(15);
        });

        found
            .Select(one => (string.Concat(one.Path), one.Kind))
            .ShouldBe([
                (".milestones[kind=MatterTaken].roles", DifferenceKind.Changed),
                (".milestones[kind=Booked].gates", DifferenceKind.Changed),
                (".milestones[kind=OnwardJourneyDone]", DifferenceKind.Removed),
                (".followUp.months", DifferenceKind.Changed),
                (".runsUntil", DifferenceKind.Added),
            ]);
        found[3].Old!.ToString().ShouldBe("6");
        found[3].New!.ToString().ShouldBe("9");
    }

    [Fact]
    public void Applying_the_differences_to_the_old_gives_the_new() =>
        SeededRandom.Run(random =>
        {
            foreach (var path in Directory.GetFiles(ProgrammeFiles.Folder, "*.json").Order(StringComparer.Ordinal))
            {
                ShouldCarry(Amp2018, File.ReadAllText(path));
            }

            for (var number = 0; number < 200; number++)
            {
                var root = JsonNode.Parse(Amp2018)!;
                for (var times = random.Next(1, 8); times > 0; times--)
                {
                    RandomVersionTests.Mutate(root, random);
                }

                ShouldCarry(Amp2018, root.ToJsonString());
                ShouldCarry(root.ToJsonString(), Amp2018);
            }
        });

    [Fact]
    public void Another_order_is_a_difference_of_its_own()
    {
        var found = Changed(root =>
        {
            var rows = root["milestones"]!.AsArray();
            var row = rows[5]!;
            rows.RemoveAt(5);
            rows.Insert(4, row);
        });

        found.ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.Reordered);
    }

    [Fact]
    public void Every_property_of_a_version_and_every_word_in_it_has_a_label_in_both_languages()
    {
        foreach (var culture in new[] { "sv-SE", "en-GB" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var texts = Texts();
            foreach (var (owner, name, type) in DefinitionShape.Every())
            {
                texts[$"Property.{name}"].ResourceNotFound.ShouldBeFalse($"{owner.Name}.{name}");
                foreach (var word in type.IsEnum ? Enum.GetNames(type).Where(word => word != "None") : [])
                {
                    texts[$"{type.Name}.{word}"].ResourceNotFound.ShouldBeFalse($"{owner.Name}.{name}: {word}");
                }
            }
        }
    }

    [Fact]
    public void Everything_in_a_version_is_shown()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
        var file = ProgrammeCatalogue.Load(ProgrammeFiles.Folder).Files.Single(one => one.Version.Id == "amp-2018");

        var shown = string.Join('\n', new DefinitionWords(Texts()).Version(file).SelectMany(field => field.Lines()));

        foreach (var text in Leaves(JsonNode.Parse(file.Content)!).Where(text => text.Contains(' ') && text != "not from the seeds"))
        {
            shown.ShouldContain(text);
        }

        shown.ShouldContain("Överlämnat till IOM Finland");
        shown.ShouldContain("2\u00A0800\u00A0USD");
        shown.ShouldContain("1 januari 2018");
        shown.ShouldContain("S1.65");
        shown.ShouldNotContain("Property.");
    }

    [Fact]
    public void A_difference_is_told_in_words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var words = new DefinitionWords(Texts());
        var @new = JsonNode.Parse(Amp2018)!;
        Row(@new, "Booked")["gates"] = new JsonArray("PlanAgreed");
        @new["entitlements"]!["lines"]![2]!["ceilingMinor"] = 50000;
        var old = JsonNode.Parse(Amp2018)!;
        var found = Differences.Between(Amp2018, @new.ToJsonString());

        found
            .Select(one => words.Place(one, old, @new))
            .ShouldBe(["Milestones › Journey booked › Gates", "Money › Lines of support › Health care › Ceiling"]);
        words.Side(found[0], found[0].New, "USD").ShouldBe(["Plan agreed"]);
        words.Side(found[1], found[1].Old, "USD").ShouldBe(["USD\u00A0300"]);
    }

    private static void ShouldCarry(string old, string @new)
    {
        var applied = Differences.Apply(old, Differences.Between(old, @new));
        JsonNode.DeepEquals(applied, JsonNode.Parse(@new)).ShouldBeTrue();
    }

    private static IReadOnlyList<Difference> Changed(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Amp2018)!;
        change(root);
        return Differences.Between(Amp2018, root.ToJsonString());
    }

    private static JsonNode Row(JsonNode root, string kind) => root["milestones"]!.AsArray().Single(row => (string?)row!["kind"] == kind)!;

    private static IEnumerable<string> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject owner => owner.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Leaves),
            JsonArray list => list.OfType<JsonNode>().SelectMany(Leaves),
            _ => node.GetValueKind() == System.Text.Json.JsonValueKind.String ? [node.GetValue<string>()] : [],
        };

    private static IStringLocalizer<ProgrammesTexts> Texts() =>
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ProgrammesTexts>>();
}
