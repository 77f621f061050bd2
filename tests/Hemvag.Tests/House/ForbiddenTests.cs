using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

/// <summary>What has one home, or none: raw markup, raw SQL, changes past the chain, log lines with values in them.</summary>
public sealed partial class ForbiddenTests
{
    private static readonly string[] PastTheChain =
    [
        "ExecuteUpdate",
        "ExecuteUpdateAsync",
        "ExecuteDelete",
        "ExecuteDeleteAsync",
        "ExecuteSql",
        "ExecuteSqlAsync",
        "ExecuteSqlRaw",
        "ExecuteSqlRawAsync",
        "ExecuteSqlInterpolated",
        "ExecuteSqlInterpolatedAsync",
        "FromSql",
        "FromSqlRaw",
        "FromSqlInterpolated",
        "SqlQuery",
        "SqlQueryRaw",
        "ExecuteNonQuery",
        "ExecuteNonQueryAsync",
        "ExecuteReader",
        "ExecuteReaderAsync",
        "ExecuteScalar",
        "ExecuteScalarAsync",
    ];

    [Fact]
    public void Nothing_changes_rows_past_the_chain() =>
        Calls()
            .Where(c => PastTheChain.Contains(c.Method.Name, StringComparer.Ordinal))
            .Where(c => ProductSources.ModuleOf(c.Node.SyntaxTree.FilePath) is not ("Data" or "Jobs"))
            .Select(c => ProductSources.Place(c.Node))
            .ShouldBeEmpty();

    /// <summary>Written by generated methods alone, whose words stand in the source: a value never becomes part of them.</summary>
    [Fact]
    public void No_log_line_is_written_by_hand() =>
        Calls()
            .Where(c => c.Method.ContainingType.Name is "LoggerExtensions" or "Console" && !IsForThePrompt(c))
            .Select(c => ProductSources.Place(c.Node))
            .ShouldBeEmpty();

    [Fact]
    public void No_generated_log_line_takes_free_text_or_an_exception() =>
        ProductSources
            .Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(m => m.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() == "LoggerMessage"))
            .Where(m => m.ParameterList.Parameters.Any(p => p.Type!.ToString().Contains("Exception", StringComparison.Ordinal)))
            .Select(ProductSources.Place)
            .ShouldBeEmpty();

    [Fact]
    public void No_page_writes_markup_it_was_given()
    {
        ProductSources.Pages.Where(p => RawMarkup().IsMatch(p.Value)).Select(p => p.Key).ShouldBeEmpty();
        ProductSources
            .Trees.Where(t => !t.FilePath.StartsWith("Web/TagHelpers/", StringComparison.Ordinal))
            .SelectMany(t => t.GetRoot().DescendantNodes())
            .Where(n => n is IdentifierNameSyntax { Identifier.Text: "HtmlString" or "AppendHtml" or "SetHtmlContent" or "HtmlFormattableString" })
            .Select(ProductSources.Place)
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_page_holds_script_or_style_of_its_own() =>
        ProductSources
            .Pages.Where(p => InlineCode().IsMatch(ProductSources.WithoutComments(p.Value)))
            .Select(p => p.Key)
            .ShouldBeEmpty("the policy of the answers refuses it");

    private static IEnumerable<(InvocationExpressionSyntax Node, IMethodSymbol Method)> Calls()
    {
        foreach (var tree in ProductSources.Trees)
        {
            var meaning = ProductSources.Meaning(tree);
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                var info = meaning.GetSymbolInfo(call);
                if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method)
                {
                    yield return (call, method);
                }
            }
        }
    }

    // The commands answer on the console; that is no log.
    private static bool IsForThePrompt((InvocationExpressionSyntax Node, IMethodSymbol Method) call) =>
        call.Node.SyntaxTree.FilePath is "Program.cs" || call.Node.SyntaxTree.FilePath.StartsWith("Commands/", StringComparison.Ordinal);

    [GeneratedRegex(@"Html\.Raw|HtmlString|AppendHtml", RegexOptions.None, 1000)]
    private static partial Regex RawMarkup();

    [GeneratedRegex(@"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[""']|<script\b(?![^>]*\bsrc=)|javascript:", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineCode();
}
