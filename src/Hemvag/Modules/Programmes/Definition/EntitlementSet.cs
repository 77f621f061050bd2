namespace Hemvag.Modules.Programmes.Definition;

/// <summary>The lines of support with their ceilings for one adult, and the share of an accompanying child.</summary>
/// <param name="Currency">ISO 4217 code of every amount in the set.</param>
/// <param name="TakenFrom">Id of the version whose amounts these are, where the source of this one names none (S0); else null.</param>
/// <param name="AdultTotalMinor">Sum of the ceilings in minor units, stated so that a slip in a line shows.</param>
/// <param name="FamilyCeilingMinor">What a family gets at most together, in minor units (förordningen 2008:778, 6 §); null where each counts alone.</param>
internal sealed record EntitlementSet(
    string Currency,
    IReadOnlyList<EntitlementDefinition> Lines,
    long AdultTotalMinor,
    ChildShareDefinition ChildShare,
    string? TakenFrom = null,
    long? FamilyCeilingMinor = null
);
