using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>A decision as it is listed; the reasons only while Protection is open.</summary>
internal sealed record DecisionView(Guid Id, int Number, bool CanTakePart, DateOnly DecidedOn, string DecidedBy)
{
    public EligibilityReasons? Reasons { get; init; }
}

internal sealed class EligibilityQueries(HemvagDbContext db, CaseVault vault)
{
    /// <summary>The latest first.</summary>
    /// <param name="opened">Null while Protection is closed.</param>
    public async Task<IReadOnlyList<DecisionView>> DecisionsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var rows = await db.Set<EligibilityDecision>()
            .AsNoTracking()
            .Where(d => d.CaseId == handle.CaseId)
            .OrderByDescending(d => d.Number)
            .Join(
                db.Set<Account>(),
                d => d.DecidedBy,
                a => a.Id,
                (d, a) => new DecisionView(d.Id, d.Number, d.CanTakePart, d.DecidedOn, a.DisplayName)
            )
            .ToListAsync();
        if (opened is null || rows.Count == 0)
        {
            return rows;
        }

        var texts = await vault.ReadAllAsync<EligibilityReasons>(db, opened, Compartment.Protection, EligibilityReasons.SubjectPrefix);
        var bySubject = texts.ToDictionary(t => t.Subject, t => t.Value, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Reasons = bySubject.GetValueOrDefault(EligibilityReasons.SubjectOf(r.Id)) })];
    }
}
