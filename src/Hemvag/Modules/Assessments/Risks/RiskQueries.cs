using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>A row as it is shown; the texts only while Protection is open.</summary>
internal sealed record RiskView(RiskRow Row, string? OwnerName)
{
    public RiskTexts? Texts { get; init; }
}

/// <summary>One look at a row as it is shown.</summary>
internal sealed record RiskReviewView(Guid Id, DateOnly ReviewedOn, string ReviewedBy, RiskStatus Status)
{
    public string? Note { get; init; }
}

internal sealed class RiskQueries(HemvagDbContext db, CaseVault vault)
{
    /// <param name="opened">Null while Protection is closed.</param>
    public async Task<IReadOnlyList<RiskView>> TableAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var rows = await Named(Rows(handle).OrderBy(r => r.Number)).ToListAsync();
        if (opened is null || rows.Count == 0)
        {
            return rows;
        }

        var texts = await vault.ReadAllAsync<RiskTexts>(db, opened, Compartment.Protection, RiskTexts.SubjectPrefix);
        var bySubject = texts.ToDictionary(t => t.Subject, t => t.Value, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Texts = bySubject.GetValueOrDefault(RiskTexts.SubjectOf(r.Row.Id)) })];
    }

    /// <summary>The row without its texts.</summary>
    /// <exception cref="NotThereException">The case has no such row.</exception>
    public async Task<RiskView> RowAsync(CaseHandle handle, Guid riskId) =>
        await Named(Rows(handle).Where(r => r.Id == riskId)).FirstOrDefaultAsync() ?? throw new NotThereException();

    /// <summary>The row, and each look at it, the latest first.</summary>
    /// <param name="opened">Null while Protection is closed.</param>
    /// <exception cref="NotThereException">The case has no such row.</exception>
    public async Task<(RiskView Row, IReadOnlyList<RiskReviewView> Reviews)> RowWithReviewsAsync(
        CaseHandle handle,
        Guid riskId,
        OpenedCompartment? opened
    )
    {
        var found =
            await Rows(handle)
                .Where(r => r.Id == riskId)
                .Select(row => new
                {
                    Row = row,
                    OwnerName = db.Set<Account>().Where(a => a.Id == row.OwnerAccountId).Select(a => a.DisplayName).FirstOrDefault(),
                    Reviews = db.Set<RiskReview>()
                        .Where(r => r.CaseId == row.CaseId && r.RiskId == row.Id)
                        .OrderByDescending(r => r.RecordedAt)
                        .Join(
                            db.Set<Account>(),
                            r => r.ReviewedBy,
                            a => a.Id,
                            (r, a) => new RiskReviewView(r.Id, r.ReviewedOn, a.DisplayName, r.Status)
                        )
                        .ToList(),
                })
                .AsSingleQuery()
                .FirstOrDefaultAsync()
            ?? throw new NotThereException();
        var view = new RiskView(found.Row, found.OwnerName);
        if (opened is null)
        {
            return (view, found.Reviews);
        }

        var (texts, notes) = await vault.ReadBothAsync<RiskTexts, RiskReviewNote>(
            db,
            opened,
            Compartment.Protection,
            RiskTexts.SubjectOf(riskId),
            RiskReviewNote.SubjectPrefix
        );
        var bySubject = notes.ToDictionary(n => n.Subject, n => n.Value.Note, StringComparer.Ordinal);
        return (
            view with
            {
                Texts = texts.SingleOrDefault()?.Value,
            },
            [.. found.Reviews.Select(r => r with { Note = bySubject.GetValueOrDefault(RiskReviewNote.SubjectOf(r.Id)) })]
        );
    }

    public Task<IReadOnlyList<OwnerOption>> OwnersAsync(CaseHandle handle, DateOnly today) => RiskOwners.OnCaseAsync(db, handle.CaseId, today);

    private IQueryable<RiskRow> Rows(CaseHandle handle) => db.Set<RiskRow>().AsNoTracking().Where(r => r.CaseId == handle.CaseId);

    private IQueryable<RiskView> Named(IQueryable<RiskRow> rows) =>
        rows.Select(r => new RiskView(r, db.Set<Account>().Where(a => a.Id == r.OwnerAccountId).Select(a => a.DisplayName).FirstOrDefault()));
}
