using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hemvag.Tests.House;

/// <summary>One file leans on another: by which of its types on which of the other's.</summary>
internal sealed record Arrow(string From, string To, string FromType, string ToType)
{
    public string FromModule => ProductSources.ModuleOf(From);

    public string ToModule => ProductSources.ModuleOf(To);

    public override string ToString() => $"{FromModule}: {FromType} ({From}) leans on {ToModule}: {ToType} ({To})";
}

/// <summary>Who leans on whom, by the compiler's own understanding of each name; in pages by the names of types.</summary>
internal static partial class Arrows
{
    private static readonly Lazy<IReadOnlyList<Arrow>> Found = new(() => [.. OfCode().Concat(OfPages()).Distinct()]);

    public static IReadOnlyList<Arrow> All => Found.Value;

    private static IEnumerable<Arrow> OfCode()
    {
        foreach (var tree in ProductSources.Trees)
        {
            var meaning = ProductSources.Meaning(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (TypeOf(meaning.GetSymbolInfo(name)) is not { } type)
                {
                    continue;
                }

                foreach (var home in type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree.FilePath).Where(p => p.Length > 0 && p != tree.FilePath))
                {
                    yield return new Arrow(tree.FilePath, home, Enclosing(name), type.Name);
                }
            }
        }
    }

    private static IEnumerable<Arrow> OfPages()
    {
        var homes = ProductSources
            .Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .Where(t => t.Parent is not TypeDeclarationSyntax)
            .ToLookup(t => t.Identifier.Text, t => t.SyntaxTree.FilePath, StringComparer.Ordinal);
        foreach (var (path, text) in ProductSources.Pages)
        {
            // A name that several modules have says nothing alone.
            var names = Word().Matches(WithoutKeys(text)).Select(m => m.Value).Distinct(StringComparer.Ordinal);
            foreach (var name in names.Where(n => homes[n].Distinct(StringComparer.Ordinal).Count() == 1))
            {
                var home = homes[name].First();
                if (home != path + ".cs")
                {
                    yield return new Arrow(path, home, Path.GetFileName(path), name);
                }
            }
        }
    }

    // Keys of texts and members of something else are no types, whatever they are called.
    private static string WithoutKeys(string template) => KeyOrMember().Replace(ProductSources.WithoutComments(template), " ");

    private static INamedTypeSymbol? TypeOf(SymbolInfo info)
    {
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        // A constructor, a method or a constant used without its type's name leans on the type all the same.
        var type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol ? symbol.ContainingType : null);
        return type?.OriginalDefinition;
    }

    private static string Enclosing(SyntaxNode node) =>
        node.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault()?.Identifier.Text ?? Path.GetFileName(node.SyntaxTree.FilePath);

    [GeneratedRegex(@"\[\$?""[^""]*""|(?<=\w[.!?)]*)\.\w+|\b(asp-for|for|asp-page-handler|name)=""[^""]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyOrMember();

    [GeneratedRegex(@"\b[A-Z]\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
