using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Trail.Seen;

/// <summary>Who has opened what in a case, and who can see it now.</summary>
internal sealed class SeenQueries(HemvagDbContext db, OrganisationQueries organisations)
{
    private const int Shown = 200;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<OpeningRow>> OpeningsAsync(CaseHandle handle)
    {
        // That something was opened for access to justice tells that there is such a thread.
        var behindTheWall = handle.May(CaseAction.SeeJustice);
        var rows = await db.Set<Opening>()
            .AsNoTracking()
            .Where(o => o.CaseId == handle.CaseId && (behindTheWall || o.Purpose != CaseLinks.Justice))
            .OrderByDescending(o => o.OpenedAt)
            .Take(Shown)
            .Select(o => new
            {
                Opening = o,
                Organisation = db.Set<Account>().Where(a => a.Id == o.AccountId).Select(a => (Guid?)a.OrganisationId).FirstOrDefault(),
            })
            .ToListAsync();
        var names = await NamesAsync();
        return
        [
            .. rows.Select(r => new OpeningRow(
                r.Opening.AccountName,
                NameOf(names, r.Organisation),
                r.Opening.Compartments,
                r.Opening.Purpose,
                r.Opening.OpenedAt
            )),
        ];
    }

    /// <summary>Everyone who works on the case now, with what they may open and the consents that rests on.</summary>
    public async Task<IReadOnlyList<SeerRow>> SeersAsync(CaseHandle handle, DateOnly today)
    {
        var behindTheWall = handle.May(CaseAction.SeeJustice);
        var rows = await db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == handle.CaseId && p.Until == null && (behindTheWall || p.RestsOn != ConsentPurpose.AccessToJustice))
            .OrderBy(p => p.From)
            .Select(p => new
            {
                Participant = p,
                Name = db.Set<Account>().Where(a => a.Id == p.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToListAsync();
        var consents = await LiveConsentsAsync(handle, today);
        var names = await NamesAsync();
        return
        [
            .. rows.Select(r =>
                SeerRow.Of(
                    r.Participant,
                    r.Name,
                    NameOf(names, r.Participant.OrganisationId),
                    [.. consents.Where(c => c.OrganisationId == r.Participant.OrganisationId).Select(c => c.Consent)],
                    handle
                )
            ),
        ];
    }

    private async Task<IReadOnlyList<(Guid OrganisationId, SeerConsent Consent)>> LiveConsentsAsync(CaseHandle handle, DateOnly today)
    {
        var behindTheWall = handle.May(CaseAction.SeeJustice);
        var rows = await db.Set<ConsentRecipient>()
            .AsNoTracking()
            .Where(r => r.CaseId == handle.CaseId)
            .Join(
                Seeing.LiveConsents(db, today).Where(c => behindTheWall || c.Purpose != ConsentPurpose.AccessToJustice),
                r => r.ConsentId,
                c => c.Id,
                (r, c) =>
                    new
                    {
                        r.OrganisationId,
                        c.Purpose,
                        c.StartsOn,
                        c.Compartments,
                    }
            )
            .ToListAsync();
        return [.. rows.Select(r => (r.OrganisationId, new SeerConsent(r.Purpose, r.StartsOn, r.Compartments)))];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync() => (await organisations.OfAsync()).ToDictionary(o => o.Id, o => o.Name);

    private static string NameOf(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known, "") : "";
}

internal sealed record OpeningRow(string Name, string Organisation, Compartment Compartments, string Purpose, DateTime At);

internal sealed record SeerConsent(ConsentPurpose Purpose, DateOnly Since, Compartment Compartments);

/// <param name="Name">Null: everyone with the role at the organisation.</param>
/// <param name="Sees">False for one who waits for a consent.</param>
/// <param name="RestsOn">The consents it needs; empty for one who needs none.</param>
internal sealed record SeerRow(
    string? Name,
    string Organisation,
    Role Role,
    bool IsYou,
    bool Sees,
    Compartment Compartments,
    IReadOnlyList<SeerConsent> RestsOn
)
{
    public static SeerRow Of(CaseParticipant participant, string? name, string organisation, IReadOnlyList<SeerConsent> consents, CaseHandle reader)
    {
        var consented = consents.Aggregate(Compartment.None, (all, c) => all | c.Compartments);
        return new SeerRow(
            name,
            organisation,
            participant.Role,
            participant.AccountId == reader.Account.Id,
            participant.RestsOn is not { } purpose || consents.Any(c => c.Purpose == purpose),
            Seeing.CompartmentsOf(participant, participant.AccountId, consented, reader.Case, reader.Programme),
            participant.RestsOn is null ? [] : consents
        );
    }
}
