using System.Text.RegularExpressions;
using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>docs/threat-model.md names tests that exist: for every adversary, and for every mistake of security.md that others made.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string Model = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "threat-model.md"));

    /// <summary>As security.md counts them.</summary>
    private const int Mistakes = 21;

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var sources = Directory
            .EnumerateFiles(Path.Combine(RepositoryFolder.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file)!, file => File.ReadAllText(file), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Concat(g), StringComparer.Ordinal);
        var named = Named(Model).ToList();
        named.Count.ShouldBeGreaterThan(150);
        named
            .Where(n => !sources.TryGetValue(n.Class, out var source) || !source.Contains($" {n.Method}(", StringComparison.Ordinal))
            .Select(n => $"{n.Class}.{n.Method}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_adversary_is_shown_by_a_test()
    {
        var adversaries = Section("Adversaries").Split("\n### ")[1..];
        adversaries.Length.ShouldBeGreaterThan(10);
        adversaries.Where(a => !Named(a).Any()).Select(a => a.Split('\n')[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Every_mistake_of_others_is_guarded_by_a_test()
    {
        var rows = Section("Mistakes others made").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        rows.Count.ShouldBe(Mistakes);
        // What there is none of yet is said.
        rows.Where(r => !Named(r).Any() && !r.Contains("There are no ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Section(string title) => Model.Split($"\n## {title}\n")[1].Split("\n## ")[0];

    private static IEnumerable<(string Class, string Method)> Named(string text) =>
        Test().Matches(text).Select(m => (m.Groups["class"].Value, m.Groups["method"].Value));

    [GeneratedRegex(@"`(?<class>[A-Za-z]+Tests)\.(?<method>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();
}
