using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hemvag.Auditing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

public sealed partial class EventsDocTests
{
    [Fact]
    public void The_page_of_events_is_the_codes()
    {
        var text = new StringBuilder();
        text.AppendLine("# What is recorded").AppendLine();
        text.AppendLine(
            "Every event an operation can record, with its fields, printed from the code by `EventsDocTests`. Don't edit: run `HEMVAG_WRITE_DOCS=1`."
        );
        text.AppendLine("An event holds no personal data and no free text: what is sealed is named by its record and version alone.").AppendLine();
        foreach (
            var module in Events()
                .GroupBy(e => ProductSources.ModuleOf(e.Node.SyntaxTree.FilePath), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {module.Key}")
                .AppendLine()
                .AppendLine("| Event | Fields | Meaning |")
                .AppendLine("|---|---|---|");
            foreach (var (node, type) in module.OrderBy(e => e.Type.Name, StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {type.Name} | {Fields(type)} | {Summary(node)} |");
            }

            text.AppendLine();
        }

        WrittenDocs.ShouldHold("events.md", text.ToString());
    }

    /// <summary>Stored by its name alone: two of one name could not be told apart.</summary>
    [Fact]
    public void No_two_events_have_one_name() =>
        Events().GroupBy(e => e.Type.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    private static IEnumerable<(RecordDeclarationSyntax Node, INamedTypeSymbol Type)> Events() =>
        from tree in ProductSources.Trees
        from node in tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>()
        let type = ProductSources.Meaning(tree).GetDeclaredSymbol(node)
        where type is not null && !type.IsAbstract && type.AllInterfaces.Any(i => i.Name == nameof(IEvent))
        select (node, type);

    private static string Fields(INamedTypeSymbol type) =>
        string.Join(
            ", ",
            type.GetMembers()
                .OfType<IPropertySymbol>()
                .Where(p => p.Name != "EqualityContract")
                .Select(p => $"{p.Name}: {p.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}")
        );

    private static string Summary(RecordDeclarationSyntax node)
    {
        var comment = node.GetLeadingTrivia().ToFullString();
        var summary = SummaryText().Match(comment);
        return summary.Success
            ? Markup()
                .Replace(summary.Groups["text"].Value.Replace("///", " ", StringComparison.Ordinal), m => m.Groups["name"].Value)
                .Trim()
                .ReplaceLineEndings(" ")
            : "";
    }

    [GeneratedRegex("<summary>(?<text>.*?)</summary>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SummaryText();

    [GeneratedRegex(@"<see cref=""(?<name>[^""]*)""\s*/>|</?\w+>|\s{2,}(?<name> )?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();
}
