using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Checks;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

/// <summary>Versions made by chance are refused with a reason, or carry a case from its first milestone to its last.</summary>
public sealed class RandomVersionTests
{
    private const int Versions = 2000;
    private const int Mutations = 400;

    [Fact]
    public void A_version_is_refused_with_a_reason_or_carries_a_case_from_first_to_last_milestone() =>
        SeededRandom.Run(random =>
        {
            var makes = new RandomVersions(random, ProgrammeCatalogue.Load(ProgrammeFiles.Folder).Versions);
            var (carried, refused) = (0, 0);
            var reached = new HashSet<MilestoneKind>();
            for (var number = 0; number < Versions; number++)
            {
                var sound = number % 2 == 0;
                var version = sound ? makes.Sound() : makes.Broken();
                var errors = ProgrammeChecks.Of(version, version.Id + ".json");
                if (errors.Count > 0)
                {
                    sound.ShouldBeFalse($"version {number}: {string.Join('\n', errors)}");
                    errors.ShouldAllBe(error => error.Path.StartsWith('$') && error.Expected.Length > 3);
                    refused++;
                    continue;
                }

                reached.UnionWith(Carry(version, random, $"version {number}").Reached);
                carried++;
            }

            carried.ShouldBeGreaterThan(Versions / 2);
            refused.ShouldBeGreaterThan(Versions / 5);
            reached.ShouldBe(Enum.GetValues<MilestoneKind>(), ignoreOrder: true);
        });

    [Fact]
    public void A_shipped_file_broken_by_chance_gives_named_errors_and_never_anything_else() =>
        SeededRandom.Run(random =>
        {
            var files = Directory.GetFiles(ProgrammeFiles.Folder, "*.json").Order(StringComparer.Ordinal).ToList();
            for (var number = 0; number < Mutations; number++)
            {
                var path = random.Pick(files);
                var text = File.ReadAllText(path);
                var bytes = random.Next(5) == 0 ? Torn(text, random) : Mutated(text, random);
                var reading = ProgrammeFile.Read(Path.GetFileName(path), bytes);
                if (reading.File is { } file)
                {
                    Carry(file.Version, random, $"mutation {number} of {file.Name}");
                }
                else
                {
                    reading.Errors.ShouldNotBeEmpty();
                    reading.Errors.ShouldAllBe(error => error.Path.StartsWith('$') && error.Expected.Length > 3);
                }
            }
        });

    [Fact]
    public void Every_shipped_version_can_be_carried_to_its_end()
    {
        foreach (var version in ProgrammeCatalogue.Load(ProgrammeFiles.Folder).Versions)
        {
            Carry(version, new Random(1), version.Id);
        }
    }

    internal static SandboxCase Carry(ProgrammeVersion version, Random random, string name)
    {
        var sandbox = SandboxCase.Begin(version);
        while (!sandbox.IsClosed)
        {
            var ready = sandbox.Table.Ready(sandbox.Reached).Where(row => sandbox.OpenGates(row.Kind).All(SandboxCase.IsTicked)).ToList();
            ready.ShouldNotBeEmpty($"{name} stands still after {string.Join(", ", sandbox.Reached)}");
            var before = ready.Where(row => row.Kind != MilestoneKind.Closed).ToList();
            var next = random.Pick(before.Count > 0 ? before : ready);
            foreach (var gate in sandbox.OpenGates(next.Kind))
            {
                sandbox.Do(new SandboxMove.Tick(gate));
            }

            sandbox.Do(new SandboxMove.Set(next.Kind, random.Pick(next.Roles)));
        }

        sandbox.Reached.Count.ShouldBe(version.Milestones.Count, name);
        SandboxMove.Read(SandboxMove.Write(sandbox.Moves)).ShouldBe(sandbox.Moves);
        SandboxCase.Replay(version, sandbox.Moves).IsClosed.ShouldBeTrue(name);
        return sandbox;
    }

    private static byte[] Torn(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(2) == 0 ? bytes : bytes[..random.Next(bytes.Length)];
    }

    private static byte[] Mutated(string text, Random random)
    {
        var root = JsonNode.Parse(text)!;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            Mutate(root, random);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    internal static void Mutate(JsonNode root, Random random)
    {
        var nodes = Below(root).ToList();
        if (nodes.Count == 0)
        {
            return;
        }

        var node = random.Pick(nodes);
        switch (node.Parent)
        {
            case JsonArray list:
                MutateIn(list, node, random, nodes);
                break;
            case JsonObject parent:
                var name = parent.Single(pair => pair.Value == node).Key;
                if (random.Next(3) == 0)
                {
                    parent.Remove(name);
                }
                else
                {
                    parent[name] = Other(random, nodes);
                }

                break;
        }
    }

    private static void MutateIn(JsonArray list, JsonNode node, Random random, List<JsonNode> nodes)
    {
        var at = list.IndexOf(node);
        switch (random.Next(4))
        {
            case 0:
                list.RemoveAt(at);
                break;
            case 1:
                list.Add(node.DeepClone());
                break;
            case 2:
                list[at] = null;
                break;
            default:
                list[at] = Other(random, nodes);
                break;
        }
    }

    private static JsonNode? Other(Random random, List<JsonNode> nodes) =>
        random.Next(9) switch
        {
            0 => null,
            1 => JsonValue.Create(long.MaxValue),
            2 => JsonValue.Create(-1),
            3 => JsonValue.Create(0.5),
            4 => JsonValue.Create("\u0000 ☠ "),
            5 => JsonValue.Create(random.Next(2) == 0),
            6 => new JsonArray(),
            7 => new JsonObject(),
            _ => random.Pick(nodes).DeepClone(),
        };

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        var children = node switch
        {
            JsonObject parent => parent.Select(pair => pair.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child));
    }
}
