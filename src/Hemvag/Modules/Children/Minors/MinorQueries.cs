using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Minors;

/// <summary>A decision with who recorded it.</summary>
internal sealed record BestInterestsRow(BestInterestsDecision Decision, string By);

/// <summary>What is recorded of a child who returns alone.</summary>
/// <param name="Decisions">The last decided first; the first of each country counts.</param>
/// <param name="ReceivingVersion">Of what is sealed of the receiving authority; 0 before anything is.</param>
internal sealed record MinorView(
    UnaccompaniedMinor Minor,
    IReadOnlyList<BestInterestsRow> Decisions,
    IReadOnlyList<Guardian> Guardians,
    int ReceivingVersion
)
{
    /// <summary>The latest answer of a country; null before there is one.</summary>
    public BestInterestsDecision? Of(DecisionSide side) => Decisions.FirstOrDefault(d => d.Decision.Side == side)?.Decision;
}

/// <summary>Reads what a child who returns alone needs.</summary>
internal sealed class MinorQueries(HemvagDbContext db, CaseVault vault)
{
    /// <returns>Null for a case of an adult.</returns>
    public async Task<MinorView?> FindAsync(CaseHandle handle)
    {
        var found = await db.Set<UnaccompaniedMinor>()
            .AsNoTracking()
            .Where(m => m.CaseId == handle.CaseId)
            .Select(m => new
            {
                Minor = m,
                Decisions = db.Set<BestInterestsDecision>()
                    .Where(d => d.CaseId == m.CaseId)
                    .Select(d => new BestInterestsRow(
                        d,
                        db.Set<Account>().Where(a => a.Id == d.RecordedBy).Select(a => a.DisplayName).FirstOrDefault() ?? ""
                    ))
                    .ToList(),
                Guardians = db.Set<Guardian>().Where(g => g.CaseId == m.CaseId && g.StandsFor == StandsFor.Person).ToList(),
                Version = db.Set<SealedRecord>().Where(r => r.CaseId == m.CaseId && r.Subject == ReceivingPayload.Subject).Max(r => (int?)r.Version),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        return found is null
            ? null
            : new MinorView(
                found.Minor,
                [
                    .. found
                        .Decisions.OrderByDescending(d => d.Decision.DecidedOn)
                        .ThenByDescending(d => d.Decision.RecordedAt)
                        .ThenByDescending(d => d.Decision.Id),
                ],
                [.. found.Guardians.OrderBy(g => g.Number)],
                found.Version ?? 0
            );
    }

    /// <summary>Which authority receives the child, under a live opening of Protection.</summary>
    public Task<Unsealed<ReceivingPayload>?> ReceivingAsync(OpenedCompartment opened) =>
        vault.ReadAsync<ReceivingPayload>(db, opened, Compartment.Protection, ReceivingPayload.Subject);

    /// <summary>
    /// Who has decided and why, and why what was signed or confirmed was taken back: each by subject, in one query, under a live opening of
    /// Protection.
    /// </summary>
    public async Task<(IReadOnlyDictionary<string, BestInterestsPayload> Decisions, IReadOnlyDictionary<string, string> TakenBack)> ReasonsAsync(
        OpenedCompartment opened
    )
    {
        var (decisions, takenBack) = await vault.ReadBothAsync<BestInterestsPayload, MinorReason>(
            db,
            opened,
            Compartment.Protection,
            BestInterestsDecision.SubjectPrefix,
            MinorReason.Prefix
        );
        return (
            decisions.ToDictionary(r => r.Subject, r => r.Value, StringComparer.Ordinal),
            takenBack.ToDictionary(r => r.Subject, r => r.Value.Why, StringComparer.Ordinal)
        );
    }
}
