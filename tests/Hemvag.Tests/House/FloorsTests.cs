using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

/// <summary>A module uses those on the floors below it; never upwards, never sideways, never in a circle.</summary>
public sealed class FloorsTests
{
    // On the two lowest floors neighbours may lean on each other, one way.
    private const int FirstWithoutNeighbours = 2;

    private static readonly Dictionary<string, int> Floors = File.ReadAllLines(
            Path.Combine(RepositoryFolder.Path, "tests", "Hemvag.Tests", "House", "floors.txt")
        )
        .SelectMany((line, floor) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(module => (module, floor)))
        .ToDictionary(f => f.module, f => f.floor, StringComparer.Ordinal);

    [Fact]
    public void Arrows_are_found_in_code_and_pages()
    {
        Arrows.All.ShouldContain(a => a.From == "Modules/Cases/CaseAccess.cs" && a.To == "Data/HemvagDbContext.cs");
        Arrows.All.ShouldContain(a => a.From.EndsWith(".cshtml", StringComparison.Ordinal) && a.ToModule == "Web");
    }

    [Fact]
    public void No_module_leans_upward_or_sideways() =>
        Arrows
            .All.Where(a => a.FromModule != a.ToModule)
            .Where(a => Floors.TryGetValue(a.FromModule, out var from) && Floors.TryGetValue(a.ToModule, out var to) && IsWrong(from, to))
            .Select(a => a.ToString())
            .ShouldBeEmpty();

    /// <summary>Ground floor: Data ← Sealing ← Auditing ← Jobs, and Web knows Data alone.</summary>
    [Fact]
    public void The_ground_floor_has_an_order_of_its_own()
    {
        Dictionary<string, string[]> below = new(StringComparer.Ordinal)
        {
            ["Data"] = [],
            ["Sealing"] = ["Data"],
            ["Auditing"] = ["Data", "Sealing"],
            ["Jobs"] = ["Data", "Sealing", "Auditing"],
            ["Web"] = ["Data"],
        };

        Arrows
            .All.Where(a => a.FromModule != a.ToModule && below.TryGetValue(a.FromModule, out var may) && !may.Contains(a.ToModule))
            .Select(a => a.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_leans_on_what_puts_the_floors_together() =>
        Arrows
            .All.Where(a => Floors.ContainsKey(a.FromModule) && !Floors.ContainsKey(a.ToModule) && a.ToModule is not "Modules")
            .Select(a => a.ToString())
            .ShouldBeEmpty();

    [Fact]
    public void Every_module_stands_on_a_floor() =>
        ProductSources
            .Trees.Select(t => ProductSources.ModuleOf(t.FilePath))
            .Where(m => m.StartsWith("Modules/", StringComparison.Ordinal) && !Floors.ContainsKey(m))
            .Distinct(StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void No_modules_lean_on_each_other_in_a_circle() =>
        Circles
            .In([.. Arrows.All.Select(a => (a.FromModule, a.ToModule)).Where(a => a.FromModule != a.ToModule).Distinct()])
            .Select(c => string.Join(" · ", c))
            .ShouldBeEmpty();

    [Fact]
    public void No_files_lean_on_each_other_in_a_circle_larger_than_a_pair() =>
        Circles
            .In([.. Arrows.All.Select(a => (Room(a.From), Room(a.To))).Where(a => a.Item1 != a.Item2).Distinct()])
            .Where(c => c.Count > 2)
            .Select(c => string.Join(" · ", c))
            .ShouldBeEmpty();

    private static bool IsWrong(int from, int to) => to > from || (to == from && from >= FirstWithoutNeighbours);

    // A page and its model are one room.
    private static string Room(string path) => path.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? path[..^3] : path;
}
