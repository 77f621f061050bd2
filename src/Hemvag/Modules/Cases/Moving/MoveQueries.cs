using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Moving;

/// <summary>Looks at a case as it would stand under another version; changes nothing.</summary>
internal sealed class MoveQueries(
    HemvagDbContext db,
    ProgrammeCatalogue programmes,
    GateBoard gates,
    IEnumerable<IMoveCheck> checks,
    TimeProvider time
)
{
    public IReadOnlyList<ProgrammeVersion> Targets(CaseHandle handle) => MoveRules.Targets(programmes, handle.Case, Today(handle));

    /// <returns>Null when there is no such version to move to.</returns>
    public async Task<MovePreview?> PreviewAsync(CaseHandle handle, string? targetId)
    {
        if (Targets(handle).FirstOrDefault(version => version.Id == targetId) is not { } target)
        {
            return null;
        }

        var @case = handle.Case;
        var reached = @case.ReachedSet;
        var from = programmes.Get(@case.ProgrammeId);
        var table = new MilestoneTable(target);
        var then = CaseProgress.Of(@case, target, reached, []);
        var passed = reached.Append(then.Next ?? MilestoneKind.Closed).Where(table.Has).SelectMany(table.Gates).Distinct().ToList();
        var looked = await gates.CheckAsync(passed, new GateContext(db, @case, target, reached, Today(handle)));
        return new MovePreview(
            from,
            target,
            CaseProgress.Of(@case, from, reached, []),
            then,
            [.. looked.Where(gate => !gate.Met)],
            await MoveRules.AgainstAsync(checks, db, @case, target)
        );
    }

    private DateOnly Today(CaseHandle handle) => LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
}
