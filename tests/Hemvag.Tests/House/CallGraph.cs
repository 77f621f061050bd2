using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hemvag.Tests.House;

/// <summary>Which of the product's methods calls which, as far as the source says it; a call through an interface goes to all that implement it.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<IMethodSymbol, HashSet<IMethodSymbol>> calls = new(SymbolEqualityComparer.Default);

    private CallGraph() { }

    public IEnumerable<IMethodSymbol> Methods => calls.Keys;

    public static CallGraph Of(Compilation compilation, IEnumerable<SyntaxTree> trees)
    {
        var graph = new CallGraph();
        foreach (var tree in trees)
        {
            graph.Read(compilation.GetSemanticModel(tree), tree);
        }

        return graph;
    }

    /// <summary>"A → B → C" for the ways from a method to a goal; one for each goal at most.</summary>
    public IEnumerable<string> WaysTo(IMethodSymbol from, Func<IMethodSymbol, bool> isGoal)
    {
        var cameFrom = new Dictionary<IMethodSymbol, IMethodSymbol?>(SymbolEqualityComparer.Default) { [from] = null };
        var next = new Queue<IMethodSymbol>([from]);
        while (next.TryDequeue(out var method))
        {
            foreach (var called in calls.GetValueOrDefault(method, []).Where(c => cameFrom.TryAdd(c, method)))
            {
                if (isGoal(called))
                {
                    yield return Way(called, cameFrom);
                }

                next.Enqueue(called);
            }
        }
    }

    private static string Way(IMethodSymbol to, Dictionary<IMethodSymbol, IMethodSymbol?> cameFrom)
    {
        var way = new List<string>();
        for (IMethodSymbol? at = to; at is not null; at = cameFrom[at])
        {
            way.Insert(0, $"{at.ContainingType?.Name}.{at.Name}");
        }

        return string.Join(" → ", way);
    }

    private void Read(SemanticModel meaning, SyntaxTree tree)
    {
        foreach (var declared in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (meaning.GetDeclaredSymbol(declared) is not IMethodSymbol method)
            {
                continue;
            }

            var called = declared
                .DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Select(c => meaning.GetSymbolInfo(c))
                .Select(i => i.Symbol ?? i.CandidateSymbols.FirstOrDefault())
                .OfType<IMethodSymbol>()
                .Select(m => (m.ReducedFrom ?? m).OriginalDefinition);
            calls[method.OriginalDefinition] = new HashSet<IMethodSymbol>(called, SymbolEqualityComparer.Default);
            // Who calls the interface's method may reach this one.
            foreach (var promised in Promised(method))
            {
                (calls.TryGetValue(promised, out var answers) ? answers : calls[promised] = new(SymbolEqualityComparer.Default)).Add(
                    method.OriginalDefinition
                );
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Promised(IMethodSymbol method) =>
        method
            .ContainingType.AllInterfaces.SelectMany(i => i.GetMembers().OfType<IMethodSymbol>())
            .Where(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method))
            .Concat(method.OverriddenMethod is { } overridden ? [overridden] : [])
            .Select(m => m.OriginalDefinition);
}
