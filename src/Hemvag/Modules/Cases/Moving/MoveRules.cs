using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Moving;

/// <summary>To which versions a case may be moved at all.</summary>
internal static class MoveRules
{
    /// <summary>Those in force today, but for its own. Where another organisation decides for the whole country, a region's case does not follow.</summary>
    public static IReadOnlyList<ProgrammeVersion> Targets(ProgrammeCatalogue programmes, Case @case, DateOnly today)
    {
        var own = programmes.Get(@case.ProgrammeId);
        return
        [
            .. programmes.Versions.Where(v =>
                v.Id != own.Id && v.Kind == own.Kind && v.RunsOn(today) && v.Gatekeeper.Organisation == own.Gatekeeper.Organisation
            ),
        ];
    }

    /// <summary>Milestones that the case has reached stay reached: a version that does not know one can't carry it.</summary>
    public static IReadOnlyList<MilestoneKind> Unknown(Case @case, ProgrammeVersion target)
    {
        var table = new MilestoneTable(target);
        return [.. @case.ReachedSet.Where(kind => !table.Has(kind)).Order()];
    }

    /// <summary>Everything that stands against the move, from the case itself and from the modules above.</summary>
    public static async Task<IReadOnlyList<MoveObstacle>> AgainstAsync(
        IEnumerable<IMoveCheck> checks,
        HemvagDbContext db,
        Case @case,
        ProgrammeVersion target
    )
    {
        var found = new List<MoveObstacle>();
        var unknown = Unknown(@case, target);
        if (unknown.Count > 0)
        {
            found.Add(new MoveObstacle(CaseRefusals.MoveMilestoneUnknown, [.. unknown.Select(kind => $"MilestoneKind.{kind}")]));
        }

        foreach (var check in checks)
        {
            found.AddRange(await check.AgainstAsync(db, @case, target));
        }

        return found;
    }
}
