using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.BreakGlass;

/// <param name="By">Who broke it.</param>
/// <param name="Reason">Null while Protection is closed to the reader.</param>
internal sealed record GlassRow(BrokenGlass Glass, string By, string? Reviewer, string? Reason);

/// <summary>Where the glass of a case was broken, newest first.</summary>
internal sealed class GlassQueries(HemvagDbContext db, SealedNotes notes)
{
    public async Task<IReadOnlyList<GlassRow>> OfAsync(CaseHandle handle)
    {
        var rows = await db.Set<BrokenGlass>()
            .AsNoTracking()
            .Where(g => g.CaseId == handle.CaseId)
            .OrderByDescending(g => g.At)
            .Select(g => new
            {
                Glass = g,
                By = db.Set<Account>().Where(a => a.Id == g.AccountId).Select(a => a.DisplayName).First(),
                Reviewer = db.Set<Account>().Where(a => a.Id == g.ReviewedBy).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToListAsync();
        var reasons = await notes.ReadAsync<GlassReason>(handle, Compartment.Protection, GlassReason.SubjectPrefix);
        return [.. rows.Select(r => new GlassRow(r.Glass, r.By, r.Reviewer, reasons.GetValueOrDefault(GlassReason.SubjectOf(r.Glass.Id))?.Reason))];
    }
}
