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

/// <summary>How the child was heard, and what it said. Sealed under Protection.</summary>
internal sealed record ChildViewPayload(ChildAge Age, string? Words) : ISealedPayload
{
    public static string Kind => "child-view";

    public static int SchemaVersion => 1;
}

/// <summary>Why something was decided about the child. Sealed under Protection.</summary>
internal sealed record ChildReasonPayload(string Reason) : ISealedPayload
{
    public static string Kind => "child-reason";

    public static int SchemaVersion => 1;
}
