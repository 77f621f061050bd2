using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Guardians;

/// <summary>Who may stand for a child.</summary>
internal static class GuardianRules
{
    /// <summary>Everyone in the case, with those added in the same operation.</summary>
    public static async Task<IReadOnlyList<Guardian>> AllAsync(CaseWork work)
    {
        var stored = await work.Db.Set<Guardian>().Where(g => g.CaseId == work.Case.Id).ToListAsync();
        return [.. stored.Union(work.Db.Set<Guardian>().Local.Where(g => g.CaseId == work.Case.Id)).OrderBy(g => g.Number)];
    }

    /// <summary>One who may sign or say yes for the person who returns and is under 18.</summary>
    /// <exception cref="RefusedException">GuardianMissing when there is none such in the case; GuardianExcluded when they are suspected.</exception>
    public static async Task<Guardian> RequireForMinorAsync(CaseWork work, Guid? guardianId, string field)
    {
        var guardian =
            (await AllAsync(work)).FirstOrDefault(g => g is { StandsFor: StandsFor.Person, EndedOn: null, Decides: true } && g.Id == guardianId)
            ?? throw new RefusedException(CaseRefusals.GuardianMissing, field);
        return guardian.IsSuspected ? throw new RefusedException(CaseRefusals.GuardianExcluded, field) : guardian;
    }
}
