using System.Text.RegularExpressions;
using Hemvag.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hemvag.Tests.House;

/// <summary>The product's own sources, read once: compiled as far as tests need to know which name means which type.</summary>
internal static partial class ProductSources
{
    private static readonly Lazy<CSharpCompilation> Compiled = new(Compile);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Templates = new(() => Read("*.cshtml"));

    public static string Root { get; } = Path.Combine(RepositoryFolder.Path, "src", "Hemvag");

    /// <summary>Every .cs of the product, by its path from the root; neither migrations nor what the build made.</summary>
    public static IEnumerable<SyntaxTree> Trees => Compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0);

    public static CSharpCompilation Compilation => Compiled.Value;

    /// <summary>Every .cshtml of the product, by its path from the root.</summary>
    public static IReadOnlyDictionary<string, string> Pages => Templates.Value;

    public static SemanticModel Meaning(SyntaxTree tree) => Compilation.GetSemanticModel(tree);

    /// <summary>Where a node stands, for a failure that names the place.</summary>
    public static string Place(SyntaxNode node) => $"{node.SyntaxTree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>"Modules/Travel", "Data"; a file in the root is a module of its own, above all floors.</summary>
    public static string ModuleOf(string path)
    {
        var parts = path.Split('/');
        return parts is ["Modules", var module, _, ..] ? $"Modules/{module}"
            : parts.Length > 1 ? parts[0]
            : path;
    }

    /// <summary>Comments blanked out, so that a word in one is no mention.</summary>
    public static string WithoutComments(string template) => TemplateComment().Replace(template, "");

    private static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: ["DEBUG"]);
        var trees = Read("*.cs").Select(f => CSharpSyntaxTree.ParseText(f.Value, options, f.Key)).ToList();
        // What the project gives implicitly; the rest of what generators write is not needed to tell types apart.
        var usings = string.Concat(ImplicitUsings.Select(u => $"global using {u};"));
        trees.Add(CSharpSyntaxTree.ParseText(usings, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileNameWithoutExtension(p) != "Hemvag")
            .Select(p => MetadataReference.CreateFromFile(p));
        return CSharpCompilation.Create("Hemvag", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
    }

    private static readonly string[] ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Net.Http.Json",
        "System.Threading",
        "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    private static Dictionary<string, string> Read(string pattern) =>
        Directory
            .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(p => (Full: p, Path: Path.GetRelativePath(Root, p).Replace('\\', '/')))
            .Where(p => !NotOurs().IsMatch(p.Path))
            .OrderBy(p => p.Path, StringComparer.Ordinal)
            .ToDictionary(p => p.Path, p => File.ReadAllText(p.Full), StringComparer.Ordinal);

    [GeneratedRegex("(^|/)(obj|bin|Migrations|node_modules|wwwroot)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotOurs();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TemplateComment();
}
