using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>A decision with who made it.</summary>
internal sealed record DecisionRow(ChildDecision Decision, string By);

/// <summary>A time the child was heard, with who recorded it.</summary>
internal sealed record HearingRow(ChildHearing Hearing, string By);

/// <summary>One child with what it said and the decisions on its support, the last first, and those who stand for it.</summary>
/// <param name="IdentityVersion">Of what is sealed of who it is; 0 before anything is.</param>
internal sealed record ChildOverview(
    AccompanyingChild Child,
    IReadOnlyList<HearingRow> Hearings,
    IReadOnlyList<DecisionRow> Decisions,
    IReadOnlyList<Guardian> Guardians,
    int IdentityVersion
);

/// <summary>What is sealed of one child under Protection, as far as it was written.</summary>
/// <param name="Said">What the child said and why something was decided about it, by subject.</param>
internal sealed record ChildWords(CustodyPayload? Custody, IReadOnlyDictionary<string, ChildSaidPayload> Said)
{
    public static readonly ChildWords Nothing = new(null, new Dictionary<string, ChildSaidPayload>(StringComparer.Ordinal));

    public string? Of(string subject) => Said.GetValueOrDefault(subject)?.Words;
}

/// <summary>Reads the children of a case. Never another case's.</summary>
internal sealed class ChildQueries(HemvagDbContext db, CaseVault vault)
{
    public Task<List<AccompanyingChild>> AllAsync(CaseHandle handle) =>
        db.Set<AccompanyingChild>().AsNoTracking().Where(c => c.CaseId == handle.CaseId).OrderBy(c => c.Ordinal).ToListAsync();

    /// <returns>Null when the case has no such child.</returns>
    public async Task<ChildOverview?> FindAsync(CaseHandle handle, Guid childId)
    {
        var subject = AccompanyingChild.IdentityOf(childId);
        var found = await db.Set<AccompanyingChild>()
            .AsNoTracking()
            .Where(c => c.Id == childId && c.CaseId == handle.CaseId)
            .Select(c => new
            {
                Child = c,
                Hearings = db.Set<ChildHearing>()
                    .Where(h => h.ChildId == c.Id)
                    .Select(h => new HearingRow(
                        h,
                        db.Set<Account>().Where(a => a.Id == h.RecordedBy).Select(a => a.DisplayName).FirstOrDefault() ?? ""
                    ))
                    .ToList(),
                Decisions = db.Set<ChildDecision>()
                    .Where(d => d.ChildId == c.Id)
                    .Select(d => new DecisionRow(
                        d,
                        db.Set<Account>().Where(a => a.Id == d.RecordedBy).Select(a => a.DisplayName).FirstOrDefault() ?? ""
                    ))
                    .ToList(),
                Guardians = db.Set<Guardian>().Where(g => g.CaseId == c.CaseId).ToList(),
                Version = db.Set<SealedRecord>().Where(r => r.CaseId == c.CaseId && r.Subject == subject).Max(r => (int?)r.Version),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        return found is null
            ? null
            : new ChildOverview(
                found.Child,
                [
                    .. found
                        .Hearings.OrderByDescending(h => h.Hearing.On)
                        .ThenByDescending(h => h.Hearing.RecordedAt)
                        .ThenByDescending(h => h.Hearing.Id),
                ],
                [
                    .. found
                        .Decisions.OrderByDescending(d => d.Decision.DecidedOn)
                        .ThenByDescending(d => d.Decision.RecordedAt)
                        .ThenByDescending(d => d.Decision.Id),
                ],
                [.. found.Guardians.Where(g => g.StandsForThe(childId)).OrderBy(g => g.Number)],
                found.Version ?? 0
            );
    }

    /// <summary>Who they are, by the subject of each, under a live opening of Identity.</summary>
    public async Task<IReadOnlyDictionary<string, Unsealed<ChildIdentityPayload>>> IdentitiesAsync(
        OpenedCompartment opened,
        IReadOnlyList<AccompanyingChild> children
    )
    {
        // Nothing else is sealed under Identity about children.
        var read =
            children.Count == 0
                ? []
                : await vault.ReadAllAsync<ChildIdentityPayload>(db, opened, Compartment.Identity, AccompanyingChild.SubjectPrefix);
        return read.ToDictionary(r => r.Subject, StringComparer.Ordinal);
    }

    public Task<Unsealed<ChildIdentityPayload>?> IdentityAsync(OpenedCompartment opened, AccompanyingChild child) =>
        vault.ReadAsync<ChildIdentityPayload>(db, opened, Compartment.Identity, child.IdentitySubject);

    /// <summary>Under a live opening of Protection.</summary>
    public async Task<ChildWords> WordsAsync(OpenedCompartment opened, ChildOverview view)
    {
        var child = view.Child;
        var (custody, said) = await vault.ReadBothAsync<CustodyPayload, ChildSaidPayload>(
            db,
            opened,
            Compartment.Protection,
            child.CustodySubject,
            AccompanyingChild.SaidPrefix(child.Id)
        );
        return new ChildWords(custody.SingleOrDefault()?.Value, said.ToDictionary(s => s.Subject, s => s.Value, StringComparer.Ordinal));
    }
}
