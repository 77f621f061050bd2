namespace Hemvag.Modules.Programmes.Definition;

/// <summary>One row of the milestone table: what comes before, which gates, which roles.</summary>
/// <param name="Step">Id of the programme step it belongs to.</param>
/// <param name="Roles">Who may set it.</param>
/// <param name="After">Milestones that come before; an act waits for them, a fact does not.</param>
/// <param name="Gates">What must be true before an act; always empty for a fact.</param>
internal sealed record MilestoneDefinition(
    MilestoneKind Kind,
    string Step,
    MilestoneNature Nature,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<MilestoneKind> After,
    IReadOnlyList<GateKind> Gates,
    IReadOnlyList<string> Source
);
