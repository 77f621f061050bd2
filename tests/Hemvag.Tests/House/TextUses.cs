using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hemvag.Tests.House;

/// <summary>A place that asks for a text: in which file of texts, by which key. A composed key is a pattern.</summary>
internal sealed record TextUse(string Place, string Class, string Key, bool IsPattern)
{
    public bool Fits(string key) => IsPattern ? Regex.IsMatch(key, Key, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) : key == Key;
}

/// <summary>Finds where pages and code ask for texts.</summary>
internal static partial class TextUses
{
    public static IEnumerable<TextUse> OfPages()
    {
        foreach (var (path, text) in ProductSources.Pages.Where(p => !p.Key.EndsWith("_ViewImports.cshtml", StringComparison.Ordinal)))
        {
            var injected = InjectedInto(path);
            foreach (Match match in Indexer().Matches(ProductSources.WithoutComments(text)))
            {
                if (!injected.TryGetValue(match.Groups["name"].Value, out var texts))
                {
                    continue;
                }

                var argument = FirstArgument(ProductSources.WithoutComments(text), match.Index + match.Length);
                foreach (Match literal in Literal().Matches(argument))
                {
                    var key = literal.Groups["key"].Value;
                    var isBegun = argument[(literal.Index + literal.Length)..].TrimStart().StartsWith('+');
                    var composed = isBegun || literal.Groups["composed"].Success;
                    yield return new TextUse(
                        path,
                        texts,
                        isBegun ? Pattern(key + "{}")
                            : composed ? Pattern(key)
                            : key,
                        composed
                    );
                }
            }
        }
    }

    public static IEnumerable<TextUse> OfCode()
    {
        foreach (var tree in ProductSources.Trees)
        {
            var meaning = ProductSources.Meaning(tree);
            foreach (var access in tree.GetRoot().DescendantNodes().OfType<ElementAccessExpressionSyntax>())
            {
                if (
                    meaning.GetTypeInfo(access.Expression).Type is not INamedTypeSymbol { Name: "IStringLocalizer", TypeArguments: [var texts] }
                    || texts is ITypeParameterSymbol
                )
                {
                    continue;
                }

                foreach (var use in Keys(access.ArgumentList.Arguments[0].Expression, meaning))
                {
                    yield return new TextUse(ProductSources.Place(access), texts.Name, use.Key, use.IsPattern);
                }
            }
        }
    }

    /// <summary>Every text in quotes anywhere: a key may travel through a constant, a record or a tag helper.</summary>
    public static (IReadOnlySet<string> Exact, IReadOnlyList<Regex> Composed) AnyMention()
    {
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var composed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in ProductSources.Trees.SelectMany(t => t.GetRoot().DescendantNodes()))
        {
            if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
            {
                exact.Add(literal.Token.ValueText);
                if (literal.Parent is BinaryExpressionSyntax && literal.Token.ValueText.EndsWith('.'))
                {
                    composed.Add(Pattern(literal.Token.ValueText + "{}"));
                }
            }
            else if (node is InterpolatedStringExpressionSyntax interpolated)
            {
                composed.Add(Pattern(interpolated));
            }
        }

        foreach (var page in ProductSources.Pages.Values.Select(ProductSources.WithoutComments))
        {
            exact.UnionWith(Quoted().Matches(page).Select(m => m.Value));
            composed.UnionWith(Composed().Matches(page).Select(m => Pattern(m.Value)));
            composed.UnionWith(Begun().Matches(page).Select(m => Pattern(m.Value + "{}")));
        }

        // A pattern that begins with a hole would fit everything.
        return (
            exact,
            [
                .. composed
                    .Where(c => !c.StartsWith("^.+", StringComparison.Ordinal))
                    .Select(c => new Regex(c, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))),
            ]
        );
    }

    private static IEnumerable<(string Key, bool IsPattern)> Keys(ExpressionSyntax key, SemanticModel meaning) =>
        key switch
        {
            ConditionalExpressionSyntax choice => Keys(choice.WhenTrue, meaning).Concat(Keys(choice.WhenFalse, meaning)),
            SwitchExpressionSyntax choice => choice.Arms.SelectMany(a => Keys(a.Expression, meaning)),
            ParenthesizedExpressionSyntax inner => Keys(inner.Expression, meaning),
            InterpolatedStringExpressionSyntax interpolated => [(Pattern(interpolated), true)],
            _ when meaning.GetConstantValue(key) is { HasValue: true, Value: string constant } => [(constant, false)],
            _ => [],
        };

    private static string Pattern(InterpolatedStringExpressionSyntax key) =>
        $"^{string.Concat(key.Contents.Select(c => c is InterpolatedStringTextSyntax text ? Regex.Escape(text.TextToken.ValueText) : ".+"))}$";

    private static string Pattern(string composed) => $"^{string.Join(".+", Hole().Split(composed).Select(Regex.Escape))}$";

    private static Dictionary<string, string> InjectedInto(string path)
    {
        var injected = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = path.Split('/')[..^1];
        var imports = Enumerable.Range(0, folders.Length + 1).Select(n => string.Concat(folders[..n].Select(f => f + "/")) + "_ViewImports.cshtml");
        foreach (var file in imports.Append(path))
        {
            foreach (Match match in Inject().Matches(ProductSources.Pages.GetValueOrDefault(file, "")))
            {
                injected[match.Groups["name"].Value] = match.Groups["class"].Value;
            }
        }

        return injected;
    }

    private static string FirstArgument(string text, int from)
    {
        var depth = 0;
        var quoted = false;
        for (var at = from; at < text.Length; at++)
        {
            var sign = text[at];
            quoted ^= sign == '"';
            if (quoted)
            {
                continue;
            }

            if ((sign is ']' or ',') && depth == 0)
            {
                return text[from..at];
            }

            depth +=
                sign is '[' or '(' or '{' ? 1
                : sign is ']' or ')' or '}' ? -1
                : 0;
        }

        return "";
    }

    [GeneratedRegex(@"@inject\s+IStringLocalizer<(?<class>\w+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inject();

    [GeneratedRegex(@"(?<![\w.])(?<name>[A-Z])\[", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indexer();

    [GeneratedRegex(@"(?<composed>\$)?""(?<key>(\{[^}]*\}|[^""{])*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();

    // In a page quotes stand inside quotes: each is looked at for itself.
    [GeneratedRegex(@"(?<="")[\w.-]+(?="")", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=\$"")(\{[^}]*\}|[^""{])+(?="")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Composed();

    [GeneratedRegex(@"(?<="")[\w.-]+\.(?=""\s*\+)", RegexOptions.None, 1000)]
    private static partial Regex Begun();
}
