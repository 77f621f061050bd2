using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.BreakGlass;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>The one place that decides which cases an account may see, and what it may do and open there.</summary>
internal sealed class CaseAccess(HemvagDbContext db, MinimumSight minimum, ProgrammeCatalogue programmes, TimeProvider time)
{
    /// <summary>The cases an account may see. Every list of cases starts here.</summary>
    public IQueryable<Case> Visible(CurrentAccount account)
    {
        var visible = VisibleIds(account);
        return db.Set<Case>().Where(c => visible.Contains(c.Id));
    }

    /// <summary>
    /// Their ids, for lists of what belongs to cases. From the participants to the cases: asked the other way round, an account
    /// with thirty cases would pay for everyone's.
    /// </summary>
    public IQueryable<Guid> VisibleIds(CurrentAccount account)
    {
        var roles = account.Roles.ToList();
        var whos = account.Whos;
        return Seeing
            .Participants(db, Today)
            .Where(p => whos.Contains(p.WhoId) && p.OrganisationId == account.OrganisationId && roles.Contains(p.Role))
            .Select(p => p.CaseId);
    }

    /// <returns>Null when the case does not exist or the account may not know that it does: both look the same outside.</returns>
    public Task<CaseHandle?> FindAsync(Guid caseId, CurrentAccount account) => FindIn(db, caseId, account);

    /// <summary>The same on another context: an operation checks again before it saves.</summary>
    public async Task<CaseHandle?> FindIn(HemvagDbContext context, Guid caseId, CurrentAccount account)
    {
        var rows = await LookAsync(context, caseId, account);
        var live = rows.Where(r => r.Consent is { } consent && consent.IsLive(Today) && r.Case.Keeps(consent.Purpose))
            .Select(r => r.Consent!)
            .ToList();
        var consented = live.Aggregate(Compartment.None, (all, consent) => all | consent.Compartments);
        var purposes = live.Select(consent => consent.Purpose).ToHashSet();
        var mine = rows.Select(r => r.Participant)
            .DistinctBy(p => p.Id)
            .Where(p => p.RestsOn is not { } purpose || purposes.Contains(purpose))
            .ToList();
        if (mine.Count == 0)
        {
            // Who has a part in it and lacks the consent may keep a minimum view; who has none may have broken the glass.
            return rows.Count > 0
                ? await FindMinimumAsync(context, caseId, account, OpenedIn(rows))
                : await FindInEmergencyAsync(context, caseId, account);
        }

        var @case = rows[0].Case;
        var version = programmes.Get(@case.ProgrammeId);
        var compartments = mine.Aggregate(Compartment.None, (all, p) => all | Seeing.CompartmentsOf(p, account.Id, consented, @case, version));
        var held = mine.Select(p => p.Role).ToHashSet();
        var actions = JusticeSight.Actions(mine, purposes.Contains(ConsentPurpose.AccessToJustice), version).ToHashSet();
        var threadAlone = mine.All(JusticeSight.RestsOnThread);
        if (threadAlone && await minimum.FindAsync(context, caseId, account) is { } left)
        {
            // Between departed and met the meeting goes on, whatever else is left.
            actions.UnionWith(left.Actions);
            compartments |= left.Compartments;
        }

        // What a consent no longer allows is closed at the next request, however lately it was opened.
        var opened = OpenedIn(rows)?.Within(compartments);
        return new CaseHandle(account, @case, rows[0].Version, held, actions, compartments, opened)
        {
            Programme = version,
            IsThreadAlone = threadAlone,
        };
    }

    private async Task<CaseHandle?> FindMinimumAsync(HemvagDbContext context, Guid caseId, CurrentAccount account, OpenedCompartment? opened) =>
        await minimum.FindAsync(context, caseId, account) is { } left
            ? new CaseHandle(account, left.Case, left.Version, left.Roles, left.Actions, left.Compartments, opened?.Within(left.Compartments))
            {
                Programme = programmes.Get(left.Case.ProgrammeId),
                IsMinimum = true,
            }
            : null;

    private static OpenedCompartment? OpenedIn(List<Look> rows) =>
        Openings.Together([.. rows.Select(r => r.Opened).OfType<Auditing.Opening>().DistinctBy(o => o.Id)]);

    // A colleague who has broken the glass reads one compartment for an hour; consents hold for them as for their organisation.
    private async Task<CaseHandle?> FindInEmergencyAsync(HemvagDbContext context, Guid caseId, CurrentAccount account)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = Today;
        var stream = Streams.Case(caseId);
        var rows = await (
            from glass in BrokenGlass.Live(context, caseId, account.Id, now)
            join @case in context.Set<Case>().AsNoTracking() on glass.CaseId equals @case.Id
            join o in Openings.Live(context, caseId, account.Id, now) on glass.CaseId equals o.CaseId into openings
            from opening in openings.DefaultIfEmpty()
            where glass.OrganisationId == account.OrganisationId && @case.ClosedAt == null
            where
                Seeing.Participants(context, today).Any(p => p.CaseId == caseId && p.OrganisationId == account.OrganisationId && p.Role == glass.Role)
            select new
            {
                Glass = glass,
                Case = @case,
                Version = context.Set<StreamHead>().Where(h => h.Stream == stream).Select(h => h.Count).FirstOrDefault(),
                Opened = opening,
            }
        ).ToListAsync();
        var held = rows.Select(r => r.Glass.Role).Where(account.Is).ToHashSet();
        if (held.Count == 0)
        {
            return null;
        }

        // Who is protected is opened to those who are named alone, in an emergency too.
        var relation = rows[0].Case.IdentityProtection is null ? CaseRelation.Emergency : CaseRelation.NotNamedForProtected;
        var compartments = rows.Aggregate(
            Compartment.None,
            (all, r) => all | (r.Glass.Compartment & CasePermissions.CompartmentsFor(r.Glass.Role, relation))
        );
        var opened = Openings.Together([.. rows.Select(r => r.Opened).OfType<Auditing.Opening>().DistinctBy(o => o.Id)])?.Within(compartments);
        var until = rows.Max(r => r.Glass.Until);
        return new CaseHandle(
            account,
            rows[0].Case,
            rows[0].Version,
            held,
            CasePermissions.InEmergency(held.First(), programmes.Get(rows[0].Case.ProgrammeId)),
            compartments,
            opened,
            until
        )
        {
            Programme = programmes.Get(rows[0].Case.ProgrammeId),
        };
    }

    /// <param name="Consent">Not withdrawn, and naming the organisation; whether it holds today is looked at here.</param>
    private sealed record Look(Case Case, long Version, CaseParticipant Participant, Consent? Consent, Auditing.Opening? Opened);

    // One query: the case, beside each part that anyone of my organisation has in it, each consent that names us, and each of my live openings
    // (Openings.Live, of which it says the same).
    private static readonly KnownQuery<Func<HemvagDbContext, Guid, string, Guid, Guid, DateTime, IAsyncEnumerable<Look>>> Looks = new(() =>
        EF.CompileAsyncQuery(
            (HemvagDbContext db, Guid caseId, string stream, Guid organisationId, Guid accountId, DateTime now) =>
                from @case in db.Set<Case>().AsNoTracking()
                where @case.Id == caseId
                join part in db.Set<CaseParticipant>().Where(p => p.CaseId == caseId && p.Until == null && p.OrganisationId == organisationId)
                    on @case.Id equals part.CaseId
                join x in db.Set<Consent>()
                    .Where(c => c.CaseId == caseId && c.WithdrawnAt == null)
                    .Where(c => db.Set<ConsentRecipient>().Any(r => r.ConsentId == c.Id && r.OrganisationId == organisationId))
                    on @case.Id equals x.CaseId
                    into consents
                from consent in consents.DefaultIfEmpty()
                join o in db.Set<Auditing.Opening>()
                    .Where(o => o.CaseId == caseId && o.AccountId == accountId && o.ClosesAt > now)
                    .Where(o => !db.Set<OpeningClosed>().Any(c => c.Id == o.Id))
                    on @case.Id equals o.CaseId
                    into openings
                from opening in openings.DefaultIfEmpty()
                select new Look(
                    @case,
                    db.Set<StreamHead>().Where(h => h.Stream == stream).Select(h => h.Count).FirstOrDefault(),
                    part,
                    consent,
                    opening
                )
        )
    );

    private async Task<List<Look>> LookAsync(HemvagDbContext context, Guid caseId, CurrentAccount account)
    {
        var rows = await Looks
            .For(context)(context, caseId, Streams.Case(caseId), account.OrganisationId, account.Id, time.GetUtcNow().UtcDateTime)
            .ToListAsync();
        return [.. rows.Where(r => account.Whos.Contains(r.Participant.WhoId) && account.Is(r.Participant.Role))];
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
