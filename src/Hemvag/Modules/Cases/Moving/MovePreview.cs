using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Moving;

/// <summary>What would change for one case under another version.</summary>
/// <param name="Open">Gates that the other version puts before what the case has passed or comes to next, and that are not met.</param>
/// <param name="Obstacles">While there is one the case can't move.</param>
internal sealed record MovePreview(
    ProgrammeVersion From,
    ProgrammeVersion To,
    CaseProgress Now,
    CaseProgress Then,
    IReadOnlyList<GateState> Open,
    IReadOnlyList<MoveObstacle> Obstacles
)
{
    /// <summary>Milestones ahead that fall away.</summary>
    public IReadOnlyList<MilestoneKind> Gone => Ahead(From, To);

    /// <summary>Milestones ahead that are added.</summary>
    public IReadOnlyList<MilestoneKind> Added => Ahead(To, From);

    /// <summary>Milestones of both that others may set.</summary>
    public IReadOnlyList<(MilestoneKind Kind, IReadOnlyList<Role> Old, IReadOnlyList<Role> New)> Roles =>
        [
            .. From
                .Milestones.Join(To.Milestones, row => row.Kind, row => row.Kind, (old, @new) => (old.Kind, old.Roles, @new.Roles))
                .Where(pair => !pair.Item2.ToHashSet().SetEquals(pair.Item3)),
        ];

    /// <summary>Every line of either version, in minor units; null where a version has no such line.</summary>
    public IReadOnlyList<(EntitlementCategory Category, long? Old, long? New)> Money =>
        [
            .. Enum.GetValues<EntitlementCategory>()
                .Select(one =>
                    (one, EntitlementRules.AdultCeilingMinor(From.Entitlements, one), EntitlementRules.AdultCeilingMinor(To.Entitlements, one))
                )
                .Where(line => line.Item2 is not null || line.Item3 is not null),
        ];

    public string StepName(ProgrammeVersion version, CaseProgress progress) => version.Steps.Single(step => step.Order == progress.Step).Name.Shown;

    private static IReadOnlyList<MilestoneKind> Ahead(ProgrammeVersion of, ProgrammeVersion without) =>
        [.. of.Milestones.Select(row => row.Kind).Except(without.Milestones.Select(row => row.Kind))];
}
