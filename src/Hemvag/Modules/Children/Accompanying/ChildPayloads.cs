using Hemvag.Sealing;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>Who the child is. Sealed under Identity; everything can be empty.</summary>
internal sealed record ChildIdentityPayload(string? GivenNames, string? FamilyName, DateOnly? BirthDate, string? Citizenship, string? DocumentNumber)
    : ISealedPayload
{
    public static string Kind => "child-identity";

    public static int SchemaVersion => 1;
}

/// <summary>On what it rests that the child may travel. Sealed under Protection.</summary>
/// <param name="SaidYes">Numbers of the guardians who have said yes.</param>
/// <param name="Authority">The court or board that has decided.</param>
/// <param name="Reference">Its own number for the decision.</param>
internal sealed record CustodyPayload(IReadOnlyList<int> SaidYes, string? Authority, string? Reference, string? Notes) : ISealedPayload
{
    public static string Kind => "child-custody";

    public static int SchemaVersion => 1;
}

/// <summary>What the child said and by which age it was heard, or why something was decided about it. Sealed under Protection.</summary>
/// <param name="Age">Of what the child said alone.</param>
internal sealed record ChildSaidPayload(string? Words, ChildAge? Age = null) : ISealedPayload
{
    public static string Kind => "child-said";

    public static int SchemaVersion => 1;
}
