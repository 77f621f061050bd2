using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>What comes before a milestone, near and far.</summary>
internal static class Predecessors
{
    /// <summary>
    /// Ends on any table, also on a wrong one: a circle makes a milestone its own predecessor,
    /// a milestone that is not in the table has none.
    /// </summary>
    public static IReadOnlySet<MilestoneKind> Of(IReadOnlyList<MilestoneDefinition> rows, MilestoneKind kind)
    {
        var found = new HashSet<MilestoneKind>();
        var open = new Stack<MilestoneKind>(After(rows, kind));
        while (open.TryPop(out var before))
        {
            if (!found.Add(before))
            {
                continue;
            }

            foreach (var further in After(rows, before))
            {
                open.Push(further);
            }
        }

        return found;
    }

    private static IEnumerable<MilestoneKind> After(IReadOnlyList<MilestoneDefinition> rows, MilestoneKind kind) =>
        rows.Where(row => row.Kind == kind).SelectMany(row => row.After);
}
