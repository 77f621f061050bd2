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
/// A case is an organisation's own when the person has let it know of the case, also when that consent has ended since.
/// </summary>
internal sealed class TrailReach(HemvagDbContext db)
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

    /// <summary>Openings in the own cases, by whomever, and by the own accounts, wherever.</summary>
    public IQueryable<Opening> Openings(CurrentAccount reader)
    {
        var openings = db.Set<Opening>().AsNoTracking();
        var own = reader.OrganisationId;
        var cases = Cases(reader);
        var questions = Consultations(reader);
        var imports = Imports(reader);
        return SeesAll(reader)
            ? openings
            : openings.Where(o =>
                cases.Any(c => c.Id == o.CaseId)
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
        var cases = await Cases(reader).Select(c => c.Id).ToListAsync();
        var questions = await Consultations(reader).Select(c => c.Id).Concat(Imports(reader).Select(i => i.Id)).ToListAsync();
        var accounts = await db.Set<Account>().Where(a => a.OrganisationId == reader.OrganisationId).Select(a => a.Id).ToListAsync();
        List<string> streams =
        [
            .. cases.Concat(questions).Select(Streams.Case),
            .. cases.Concat(questions).Select(Streams.Openings),
            .. accounts.Select(Streams.Account),
        ];
        if (reader.OrganisationId == IomFinland.Id)
        {
            streams.Add(Streams.Helpline);
        }

        return operations.Where(o => EF.Parameter(streams).Contains(o.Stream));
    }

    private static bool SeesAll(CurrentAccount reader) => reader.OrganisationKind == OrganisationKind.NationalCoordination;
}
