using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>
/// The one table of a programme version behind check, buttons, step bar and "what is missing".
/// Pure: everything follows from the definition and from the milestones already reached.
/// </summary>
internal sealed class MilestoneTable(ProgrammeVersion version)
{
    private static readonly MilestoneKind[] JourneyFacts = [MilestoneKind.Departed, MilestoneKind.MetOnArrival];

    private readonly Dictionary<MilestoneKind, MilestoneDefinition> _rows = version.Milestones.ToDictionary(milestone => milestone.Kind);

    /// <summary>The rows in the order they normally come.</summary>
    public IReadOnlyList<MilestoneDefinition> Rows => version.Milestones;

    /// <exception cref="KeyNotFoundException">The version has no such milestone.</exception>
    public MilestoneDefinition Row(MilestoneKind kind) => _rows[kind];

    public bool Has(MilestoneKind kind) => _rows.ContainsKey(kind);

    public bool MaySet(MilestoneKind kind, Role role) => Row(kind).Roles.Contains(role);

    public IReadOnlyList<GateKind> Gates(MilestoneKind kind) => Row(kind).Gates;

    /// <summary>
    /// The gates that go on being looked at after their act, until the person has been met: a journey goes by the person's will, the
    /// arrangements and the risks as they stand when the person leaves or is met, not as they stood when all was said to be ready.
    /// </summary>
    public IReadOnlyList<GateKind> StandingGates(MilestoneKind fact) =>
        JourneyFacts.Contains(fact) && Has(MilestoneKind.ReadyToTravel) ? Gates(MilestoneKind.ReadyToTravel) : [];

    /// <summary>What an act still waits for. Empty for a fact: what has happened can always be recorded.</summary>
    public IReadOnlyList<MilestoneKind> Awaits(MilestoneKind kind, IReadOnlySet<MilestoneKind> reached)
    {
        var row = Row(kind);
        return row.Nature == MilestoneNature.Fact ? [] : [.. row.After.Where(before => !reached.Contains(before))];
    }

    /// <summary>
    /// The first milestone in the table's order that can come now; null at the end. What the journey has
    /// overtaken is not proposed any more: it is in <see cref="Overtaken"/>.
    /// </summary>
    public MilestoneDefinition? Next(IReadOnlySet<MilestoneKind> reached)
    {
        var overtaken = Overtaken(reached);
        return Ready(reached).FirstOrDefault(row => !overtaken.Contains(row));
    }

    /// <summary>Every milestone that is not reached and whose predecessors are, in order; empty once the case is closed.</summary>
    public IReadOnlyList<MilestoneDefinition> Ready(IReadOnlySet<MilestoneKind> reached) =>
        reached.Contains(MilestoneKind.Closed) ? [] : [.. Rows.Where(row => !reached.Contains(row.Kind) && row.After.All(reached.Contains))];

    /// <summary>Milestones that were never set although the person has left or arrived: shown as open and chased.</summary>
    public IReadOnlyList<MilestoneDefinition> Overtaken(IReadOnlySet<MilestoneKind> reached)
    {
        var before = JourneyFacts.Where(fact => reached.Contains(fact) && Has(fact)).SelectMany(AllBefore).ToHashSet();
        return [.. Rows.Where(row => before.Contains(row.Kind) && !reached.Contains(row.Kind))];
    }

    /// <summary>The step of the furthest milestone the case is on its way to; the last step once the case is closed.</summary>
    public ProgrammeStep CurrentStep(IReadOnlySet<MilestoneKind> reached)
    {
        var furthest = -1;
        for (var index = 0; index < Rows.Count; index++)
        {
            furthest = reached.Contains(Rows[index].Kind) ? index : furthest;
        }

        var ahead = Rows[Math.Min(furthest + 1, Rows.Count - 1)];
        return version.Steps.Single(step => step.Id == ahead.Step);
    }

    /// <summary>Every milestone that must come before this one, near and far.</summary>
    public IReadOnlySet<MilestoneKind> AllBefore(MilestoneKind kind) => Predecessors.Of(Rows, kind);
}
