using System.Reflection;
using System.Text.RegularExpressions;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

/// <summary>Both languages are complete and equal; every text that is asked for is there, and none is there for nobody.</summary>
public sealed partial class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_keys() =>
        TextFile.All.Values.SelectMany(t => Differing(t.Swedish.Keys, t.English.Keys).Select(k => $"{t.Class}: {k}")).ShouldBeEmpty();

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        TextFile
            .All.Values.SelectMany(t =>
                t.Swedish.Where(s =>
                        t.English.TryGetValue(s.Key, out var en) && !TextFile.Placeholders(s.Value).SequenceEqual(TextFile.Placeholders(en))
                    )
                    .Select(s => $"{t.Class}: {s.Key}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void No_text_is_empty_or_untidy() =>
        TextFile
            .All.Values.SelectMany(t =>
                t.Swedish.Concat(t.English).Where(s => s.Value.Trim().Length == 0 || s.Value.Trim() != s.Value).Select(s => $"{t.Class}: {s.Key}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_text_that_is_asked_for_is_there() =>
        TextUses
            .OfPages()
            .Concat(TextUses.OfCode())
            .Where(u => !TextFile.All.TryGetValue(u.Class, out var texts) || !texts.Swedish.Keys.Any(u.Fits))
            .Select(u => $"{u.Place}: {u.Class} has no {u.Key}")
            .Distinct(StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var refusals = typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Refusal) && f.IsInitOnly)
            .Select(f => (Refusal)f.GetValue(null)!)
            .ToList();

        refusals.Count.ShouldBeGreaterThan(20);
        refusals
            .Where(r => !(TextFile.All.TryGetValue(r.Texts.Name, out var texts) && texts.Swedish.ContainsKey(r.Key)))
            .Select(r => $"{r.Texts.Name}: {r.Key}")
            .ShouldBeEmpty();
        refusals
            .GroupBy(r => r.Name, StringComparer.Ordinal)
            .Where(g => g.Select(r => r.Texts).Distinct().Count() > 1)
            .Select(g => g.Key)
            .ShouldBeEmpty("a name that tests assert means one thing");
    }

    /// <summary>A file that names one member of a closed vocabulary names them all.</summary>
    [Fact]
    public void Every_family_of_words_is_complete()
    {
        var enums = typeof(Program).Assembly.GetTypes().Where(t => t.IsEnum && !t.IsNested).ToLookup(t => t.Name, StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var texts in TextFile.All.Values)
        {
            foreach (
                var (prefix, type) in texts
                    .Swedish.Keys.Select(k => k.Split('.')[0])
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(p => enums[p].Select(e => (p, e)))
            )
            {
                var held = Words(type).Where(w => texts.Swedish.ContainsKey($"{prefix}.{w}")).ToList();
                // A page's own texts may begin with the same word as a vocabulary.
                if (held.Count > 1)
                {
                    missing.AddRange(Words(type).Except(held, StringComparer.Ordinal).Select(w => $"{texts.Class}: {prefix}.{w}"));
                }
            }
        }

        missing.ShouldBeEmpty();
    }

    /// <summary>Families whose keys do not begin with the name of their vocabulary.</summary>
    [Theory]
    [InlineData("TodayTexts", "WorkItem.{0}")]
    [InlineData("TodayTexts", "WorkItem.{0}.Action")]
    [InlineData("CasesTexts", "WorkItemName.{0}")]
    public void Everything_that_can_wait_has_its_words(string texts, string key) =>
        Words(typeof(WorkItemKind))
            .Select(w => string.Format(System.Globalization.CultureInfo.InvariantCulture, key, w))
            .Where(k => !TextFile.All[texts].Swedish.ContainsKey(k))
            .ShouldBeEmpty();

    /// <summary>The timeline tells every operation in words.</summary>
    [Fact]
    public void Every_operation_on_a_case_has_its_words()
    {
        var kinds = OperationKinds().Distinct().ToList();
        kinds.Count.ShouldBeGreaterThan(10);
        kinds
            .Where(k => !TextFile.All.Values.Any(t => t.Swedish.ContainsKey($"Operation.{k.Kind}")))
            .Select(k => $"{k.Place}: Operation.{k.Kind}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_there_for_nobody()
    {
        var (exact, composed) = TextUses.AnyMention();
        // Made from the names of types and members alone; the tests above look at them.
        string[] families = ["Refusal.", "Operation."];
        var words = typeof(Program)
            .Assembly.GetTypes()
            .Where(t => t.IsEnum)
            .SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}"))
            .ToHashSet(StringComparer.Ordinal);

        TextFile
            .All.Values.SelectMany(t => t.Swedish.Keys.Select(k => (t.Class, Key: k)))
            .Where(k => !exact.Contains(k.Key) && !words.Contains(k.Key) && !families.Any(f => k.Key.StartsWith(f, StringComparison.Ordinal)))
            .Where(k => !composed.Any(c => c.IsMatch(k.Key)) || IsAnothersWorkItem(k.Class, k.Key))
            .Select(k => $"{k.Class}: {k.Key}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_screen_calls_the_person_a_victim()
    {
        TextFile
            .All.Values.SelectMany(t => t.Swedish.Where(s => SwedishVictim().IsMatch(s.Value)).Select(s => $"{t.Class}: {s.Key}"))
            .ShouldBeEmpty();
        TextFile
            .All.Values.SelectMany(t => t.English.Where(s => EnglishVictim().IsMatch(s.Value)).Select(s => $"{t.Class}: {s.Key}"))
            .ShouldBeEmpty();
        ProductSources.Pages.Where(p => EnglishVictim().IsMatch(ProductSources.WithoutComments(p.Value))).Select(p => p.Key).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Words(Type type) =>
        [.. Enum.GetNames(type).Where(n => type.GetCustomAttribute<FlagsAttribute>() is null || int.PopCount((int)Enum.Parse(type, n)) == 1)];

    // What waits is told on Today and in the case, from their own texts.
    private static bool IsAnothersWorkItem(string texts, string key) =>
        key.StartsWith("WorkItem", StringComparison.Ordinal) && texts is not ("TodayTexts" or "CasesTexts");

    private static IEnumerable<string> Differing(IEnumerable<string> one, IEnumerable<string> other)
    {
        var mine = one.ToHashSet(StringComparer.Ordinal);
        mine.SymmetricExceptWith(other);
        return mine;
    }

    private static IEnumerable<(string Place, string Kind)> OperationKinds()
    {
        foreach (var tree in ProductSources.Trees)
        {
            var meaning = ProductSources.Meaning(tree);
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (meaning.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType.Name: nameof(CaseOperations) } method)
                {
                    continue;
                }

                var at = method.Parameters.ToList().FindIndex(p => p.Name is "kind" or "job");
                if (at >= 0 && meaning.GetConstantValue(call.ArgumentList.Arguments[at].Expression) is { HasValue: true, Value: string kind })
                {
                    yield return (ProductSources.Place(call), kind);
                }
            }
        }
    }

    // "offert" and "offentlig" are other words.
    [GeneratedRegex(@"\boff(er(et|s|ets)?|ren|rens|rets?)\b|\w+offer\b|brottsoff", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SwedishVictim();

    [GeneratedRegex("victim", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishVictim();
}
