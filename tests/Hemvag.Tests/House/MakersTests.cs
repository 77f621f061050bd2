using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

/// <summary>Who may make the two proofs that everything rests on: that access was checked, and that an opening is live.</summary>
public sealed class MakersTests
{
    [Fact]
    public void Only_case_access_makes_a_case_handle() => MakersOf(nameof(CaseHandle)).ShouldBe(["Modules/Cases/CaseAccess.cs"]);

    /// <summary>Itself it makes a narrower one alone.</summary>
    [Fact]
    public void Only_openings_make_an_opened_compartment() =>
        MakersOf(nameof(OpenedCompartment)).ShouldBe(["Auditing/Openings.cs", "Sealing/OpenedCompartment.cs"]);

    private static IEnumerable<string> MakersOf(string type) =>
        ProductSources.Trees.Where(t => t.GetRoot().DescendantNodes().Any(n => Makes(ProductSources.Meaning(t), n, type))).Select(t => t.FilePath);

    // A copy with something changed is a new one too.
    private static bool Makes(SemanticModel meaning, SyntaxNode node, string type) =>
        node is BaseObjectCreationExpressionSyntax or WithExpressionSyntax && meaning.GetTypeInfo(node).Type?.Name == type;
}
