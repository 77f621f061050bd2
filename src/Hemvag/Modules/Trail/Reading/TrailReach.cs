using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Trail.Reading;

/// <summary>
/// Which part of the trail a reader oversees: the cases and accounts of the own organisation; from national coordination, everything.
/// A case is an organisation's own when the person has let it know of the case, also when that consent has ended since: then as far as the
/// day it was taken back. What stands behind a wall is read in the region that holds the case, and by national coordination.
/// </summary>
internal sealed class TrailReach(HemvagDbContext db, IEnumerable<Walled> walls)
{
    public IQueryable<Case> Cases(CurrentAccount reader)
    {
        var own = reader.OrganisationId;
        return SeesAll(reader)
            ? db.Set<Case>()
            : db.Set<Case>()
                .Where(c =>
                    c.RegionId == own
                    || db.Set<CaseParticipant>()
                        .Any(p =>
                            p.CaseId == c.Id
                            && p.OrganisationId == own
                            && (
                                p.RestsOn == null
                                || db.Set<ConsentRecipient>()
                                    .Any(r =>
                                        r.CaseId == c.Id
                                        && r.OrganisationId == own
                                        && db.Set<Consent>().Any(x => x.Id == r.ConsentId && x.Purpose == p.RestsOn)
                                    )
                            )
                        )
                );
    }

    /// <summary>Questions without a case that the organisation asked or was asked.</summary>
    public IQueryable<Consultation> Consultations(CurrentAccount reader)
    {
        var own = reader.OrganisationId;
        return SeesAll(reader) ? db.Set<Consultation>() : db.Set<Consultation>().Where(c => c.AskedFrom == own || c.RecipientId == own);
    }

    /// <summary>Imports of decisions of the organisation's officers.</summary>
    public IQueryable<CashImport> Imports(CurrentAccount reader)
    {
        var own = reader.OrganisationId;
        return SeesAll(reader) ? db.Set<CashImport>() : db.Set<CashImport>().Where(i => i.OrganisationId == own);
    }

    /// <summary>
    /// Openings in the own cases, by whomever, and by the own accounts, wherever: what an organisation's own people have opened is always its
    /// to look at.
    /// </summary>
    public IQueryable<Opening> Openings(CurrentAccount reader)
    {
        var openings = db.Set<Opening>().AsNoTracking();
        var own = reader.OrganisationId;
        var questions = Consultations(reader);
        var parts = Parts(own);
        var named = Named(own);
        var imports = Imports(reader);
        return SeesAll(reader)
            ? openings
            : openings.Where(o =>
                db.Set<Case>().Any(c => c.Id == o.CaseId && c.RegionId == own)
                || (
                    o.Purpose != CaseLinks.Justice
                    && (
                        parts.Any(p => p.CaseId == o.CaseId && p.RestsOn == null)
                        || named.Any(x => x.CaseId == o.CaseId && (x.WithdrawnAt == null || x.WithdrawnAt >= o.OpenedAt))
                    )
                )
                || questions.Any(c => c.Id == o.CaseId)
                || imports.Any(i => i.Id == o.CaseId)
                || db.Set<Account>().Any(a => a.Id == o.AccountId && a.OrganisationId == own)
            );
    }

    public async Task<IQueryable<Operation>> OperationsAsync(CurrentAccount reader)
    {
        var operations = db.Set<Operation>().AsNoTracking();
        if (SeesAll(reader))
        {
            return operations;
        }

        // The database cannot spell an id as the names of streams do, so that the names are made here.
        var cases = await Cases(reader).Select(c => new { c.Id, Holds = c.RegionId == reader.OrganisationId }).ToListAsync();
        var questions = await Consultations(reader).Select(c => c.Id).Concat(Imports(reader).Select(i => i.Id)).ToListAsync();
        var accounts = await db.Set<Account>().Where(a => a.OrganisationId == reader.OrganisationId).Select(a => a.Id).ToListAsync();
        List<string> streams =
        [
            .. cases.Where(c => c.Holds).Select(c => c.Id).Concat(questions).Select(Streams.Case),
            .. cases.Where(c => c.Holds).Select(c => c.Id).Concat(questions).Select(Streams.Openings),
            .. accounts.Select(Streams.Account),
        ];
        if (reader.OrganisationId == IomFinland.Id)
        {
            streams.Add(Streams.Helpline);
        }

        List<string> others = [.. cases.Where(c => !c.Holds).SelectMany(c => new[] { Streams.Case(c.Id), Streams.Openings(c.Id) })];
        var walled = walls.SelectMany(w => w.Kinds).ToList();
        var late = await LateAsync(reader.OrganisationId, accounts);
        return operations.Where(o =>
            EF.Parameter(streams).Contains(o.Stream)
            || (EF.Parameter(others).Contains(o.Stream) && !walled.Contains(o.Kind) && !EF.Parameter(late).Contains(o.Id))
        );
    }

    // What others have done in a case since the organisation's last consent there was taken back.
    private async Task<List<Guid>> LateAsync(Guid own, List<Guid> accounts)
    {
        var parts = Parts(own);
        var named = Named(own);
        var ends = await db.Set<Case>()
            .Where(c => c.RegionId != own && !parts.Any(p => p.CaseId == c.Id && p.RestsOn == null))
            .Where(c => named.Any(x => x.CaseId == c.Id) && !named.Any(x => x.CaseId == c.Id && x.WithdrawnAt == null))
            .Select(c => new { c.Id, At = named.Where(x => x.CaseId == c.Id).Max(x => x.WithdrawnAt) })
            .ToListAsync();
        var until = ends.SelectMany(e => new[] { (Stream: Streams.Case(e.Id), e.At), (Stream: Streams.Openings(e.Id), e.At) })
            .ToDictionary(e => e.Stream, e => e.At, StringComparer.Ordinal);
        if (until.Count == 0)
        {
            return [];
        }

        var streams = until.Keys.ToList();
        var first = until.Values.Min();
        var since = await db.Set<Operation>()
            .Where(o => EF.Parameter(streams).Contains(o.Stream) && o.At > first)
            .Select(o => new
            {
                o.Id,
                o.Stream,
                o.At,
                o.AccountId,
            })
            .ToListAsync();
        return [.. since.Where(o => o.At > until[o.Stream] && !(o.AccountId is { } by && accounts.Contains(by))).Select(o => o.Id)];
    }

    private IQueryable<CaseParticipant> Parts(Guid own) => db.Set<CaseParticipant>().Where(p => p.OrganisationId == own);

    // The consents, also those taken back, that name the organisation for a purpose that a part of its rests on.
    private IQueryable<Consent> Named(Guid own) =>
        db.Set<Consent>()
            .Where(x => db.Set<ConsentRecipient>().Any(r => r.ConsentId == x.Id && r.OrganisationId == own))
            .Where(x => db.Set<CaseParticipant>().Any(p => p.CaseId == x.CaseId && p.OrganisationId == own && p.RestsOn == x.Purpose));

    private static bool SeesAll(CurrentAccount reader) => reader.OrganisationKind == OrganisationKind.NationalCoordination;
}
