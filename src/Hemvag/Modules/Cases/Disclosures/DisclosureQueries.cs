using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Disclosures;

/// <param name="Purpose">Of the consent it rests on; null for other grounds.</param>
/// <param name="Recipient">What the one outside is who was handed a package; null for an organisation.</param>
internal sealed record DisclosureRow(
    DateTime At,
    CrossingKind Kind,
    string Organisation,
    string By,
    Compartment Compartments,
    DisclosureGround Ground,
    ConsentPurpose? Purpose,
    PackageRecipient? Recipient
);

/// <param name="KeptUnder">Null unless it was kept.</param>
internal sealed record AnswerRow(
    string Organisation,
    Compartment Compartments,
    DateTime AskedAt,
    DateOnly DueOn,
    RecipientAnswerKind? Answer,
    KeptUnder? KeptUnder,
    DateTime? AnsweredAt
);

/// <summary>Reads the disclosure ledger of a case, and what past recipients have answered.</summary>
internal sealed class DisclosureQueries(HemvagDbContext db, OrganisationQueries organisations)
{
    public const int Shown = 200;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<DisclosureRow>> LedgerAsync(CaseHandle handle)
    {
        var walled = WalledConsents(handle);
        var rows = await db.Set<Disclosure>()
            .AsNoTracking()
            .Where(d => d.CaseId == handle.CaseId && !walled.Any(c => c == d.ConsentId))
            .OrderByDescending(d => d.At)
            .Take(Shown)
            .Select(d => new
            {
                Row = d,
                By = db.Set<Account>().Where(a => a.Id == d.By).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                Purpose = db.Set<Consent>().Where(c => c.Id == d.ConsentId).Select(c => (ConsentPurpose?)c.Purpose).FirstOrDefault(),
            })
            .ToListAsync();
        var names = await NamesAsync();
        return
        [
            .. rows.Select(r => new DisclosureRow(
                r.Row.At,
                r.Row.Kind,
                names.GetValueOrDefault(r.Row.OrganisationId, ""),
                r.By,
                r.Row.Compartments,
                r.Row.Ground,
                r.Purpose,
                r.Row.Recipient
            )),
        ];
    }

    /// <summary>Open ones first.</summary>
    public async Task<IReadOnlyList<AnswerRow>> AnswersAsync(CaseHandle handle)
    {
        var walled = WalledConsents(handle);
        var rows = await db.Set<RecipientAnswer>()
            .AsNoTracking()
            .Where(a => a.CaseId == handle.CaseId && !walled.Any(c => c == a.ConsentId))
            .OrderBy(a => a.AnsweredAt != null)
            .ThenByDescending(a => a.AskedAt)
            .ToListAsync();
        var names = await NamesAsync();
        return
        [
            .. rows.Select(a => new AnswerRow(
                names.GetValueOrDefault(a.OrganisationId, ""),
                a.Compartments,
                a.AskedAt,
                a.DueOn,
                a.Answer,
                a.KeptUnder,
                a.AnsweredAt
            )),
        ];
    }

    // What rests on the consent to access to justice is told to those behind its wall alone.
    private IQueryable<Guid?> WalledConsents(CaseHandle handle)
    {
        var behindTheWall = handle.May(CaseAction.SeeJustice);
        return db.Set<Consent>()
            .Where(c => !behindTheWall && c.CaseId == handle.CaseId && c.Purpose == ConsentPurpose.AccessToJustice)
            .Select(c => (Guid?)c.Id);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync() => (await organisations.OfAsync()).ToDictionary(o => o.Id, o => o.Name);
}
