using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Every gate can be met before the act it stands before: what brings it about is there, and comes earlier.</summary>
internal static class GateChecks
{
    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        for (var index = 0; index < version.Milestones.Count; index++)
        {
            for (var gate = 0; gate < version.Milestones[index].Gates.Count; gate++)
            {
                CheckGate(version, version.Milestones[index], version.Milestones[index].Gates[gate], $"$.milestones[{index}].gates[{gate}]", found);
            }
        }

        CheckWayToTheEnd(version, found);
    }

    private static void CheckGate(ProgrammeVersion version, MilestoneDefinition row, GateKind gate, string path, ErrorList found)
    {
        if (GateEvidence.LackedBy(version, gate) is { } lacked)
        {
            found.Add(path, $"a gate that can be met: {gate} needs {lacked}, which this version lacks");
        }

        if (gate == GateKind.NothingBooked && Predecessors.Of(version.Milestones, row.Kind).Contains(MilestoneKind.Booked))
        {
            found.Require(
                Predecessors.Of(version.Milestones, row.Kind).Contains(MilestoneKind.MetOnArrival),
                path,
                "no gate NothingBooked while a journey is booked: it would contradict the milestone Booked before it"
            );
        }

        if (GateEvidence.MilestoneOf(gate) is not { } evidence)
        {
            return;
        }

        if (version.Milestones.All(milestone => milestone.Kind != evidence))
        {
            found.Add(path, $"a gate that can be met: {gate} is met by the milestone {evidence}, which this version lacks");
            return;
        }

        var comesLater = evidence == row.Kind || Predecessors.Of(version.Milestones, evidence).Contains(row.Kind);
        found.Require(!comesLater, path, $"a gate that is met earlier: {gate} is met by {evidence}, which comes only after {row.Kind}");
    }

    // What can come, comes, until nothing more can: gates that wait for one another in a circle leave their milestones behind.
    private static void CheckWayToTheEnd(ProgrammeVersion version, ErrorList found)
    {
        if (found.Errors.Count > 0)
        {
            // Another error stands in the way already, and this one would only repeat it.
            return;
        }

        var reached = new HashSet<MilestoneKind>();
        while (version.Milestones.FirstOrDefault(row => CanCome(row, reached)) is { } next)
        {
            reached.Add(next.Kind);
        }

        for (var index = 0; index < version.Milestones.Count; index++)
        {
            var row = version.Milestones[index];
            found.Require(
                reached.Contains(row.Kind),
                $"$.milestones[{index}].gates",
                $"gates that do not wait for one another: {row.Kind} could never come"
            );
        }
    }

    private static bool CanCome(MilestoneDefinition row, HashSet<MilestoneKind> reached) =>
        !reached.Contains(row.Kind)
        && row.After.All(reached.Contains)
        && row.Gates.All(gate => GateEvidence.MilestoneOf(gate) is not { } evidence || reached.Contains(evidence));
}
