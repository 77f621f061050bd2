using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>The milestone table holds together: one order, no circle, every milestone can be reached.</summary>
internal static class MilestoneChecks
{
    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        var rows = version.Milestones;
        for (var index = 0; index < rows.Count; index++)
        {
            CheckRow(version, index, found);
            CheckOrder(rows, index, found);
        }

        CheckReach(rows, found);
        CheckSteps(version, found);
        CheckGatekeeper(version, found);
    }

    private static void CheckRow(ProgrammeVersion version, int index, ErrorList found)
    {
        var row = version.Milestones[index];
        var path = $"$.milestones[{index}]";
        found.Require(row.Roles.Count > 0, path + ".roles", "at least one role");
        found.Require(version.Steps.Any(step => step.Id == row.Step), path + ".step", $"the id of a step, found \"{row.Step}\"");
        found.Require(
            row.Nature == MilestoneNature.Act || row.Gates.Count == 0,
            path + ".gates",
            "no gates: a fact that has happened can always be recorded"
        );
        UniqueIds.Once(row.Gates, gate => gate, path + ".gates", "name", found);
    }

    private static void CheckOrder(IReadOnlyList<MilestoneDefinition> rows, int index, ErrorList found)
    {
        var earlier = rows.Take(index).Select(row => row.Kind).ToHashSet();
        var all = rows.Select(row => row.Kind).ToHashSet();
        for (var after = 0; after < rows[index].After.Count; after++)
        {
            var before = rows[index].After[after];
            var path = $"$.milestones[{index}].after[{after}]";
            if (!all.Contains(before))
            {
                found.Add(path, $"a milestone of this version, found {before}: {rows[index].Kind} could never be reached");
            }
            else
            {
                found.Require(
                    earlier.Contains(before),
                    path,
                    $"a milestone that stands earlier in the list, found {before}: the order contradicts itself"
                );
            }
        }
    }

    private static void CheckReach(IReadOnlyList<MilestoneDefinition> rows, ErrorList found)
    {
        found.Require(
            rows.Count > 0 && rows[0].Kind == MilestoneKind.FirstContact && rows[0].After.Count == 0,
            "$.milestones[0]",
            "FirstContact after nothing"
        );
        found.Require(rows.Any(row => row.Kind == MilestoneKind.Closed), "$.milestones", "a milestone Closed");
        for (var index = 0; index < rows.Count; index++)
        {
            var before = Predecessors.Of(rows, rows[index].Kind);
            var path = $"$.milestones[{index}].after";
            found.Require(!before.Contains(rows[index].Kind), path, $"no circle, found that {rows[index].Kind} comes before itself");
            found.Require(
                index == 0 || before.Contains(MilestoneKind.FirstContact),
                path,
                $"a way from FirstContact: {rows[index].Kind} is unreachable"
            );
        }
    }

    private static void CheckSteps(ProgrammeVersion version, ErrorList found)
    {
        for (var index = 0; index < version.Steps.Count; index++)
        {
            found.Require(
                version.Milestones.Any(row => row.Step == version.Steps[index].Id),
                $"$.steps[{index}]",
                "a step with at least one milestone"
            );
        }

        var orders = version.Milestones.Select(row => version.Steps.FirstOrDefault(step => step.Id == row.Step)?.Order ?? 0).ToList();
        found.Require(orders.SequenceEqual(orders.Order()), "$.milestones", "milestones in the order of their steps");
    }

    private static void CheckGatekeeper(ProgrammeVersion version, ErrorList found)
    {
        var decides = version.Milestones.FirstOrDefault(row => row.Kind == MilestoneKind.EligibilityDecided);
        found.Require(
            decides is not null && decides.Roles.Contains(version.Gatekeeper.Role),
            "$.gatekeeper.role",
            "a role that may set the milestone EligibilityDecided"
        );
    }
}
