using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>The one place that decides which consultations an account may know of, and what it may do there.</summary>
internal sealed class ConsultationAccess(HemvagDbContext db, TimeProvider time)
{
    private static readonly Role[] Asking = [Role.RegionalCoordinator, Role.ReferringProfessional];

    /// <summary>
    /// What it asked, what it has taken, what lies at the desk of its organisation, and what a colleague asked who has left. Every list
    /// starts here.
    /// </summary>
    public IQueryable<Consultation> Visible(CurrentAccount account)
    {
        var me = account.Id;
        var mine = account.OrganisationId;
        var answers = account.Is(Consultation.AnsweringRole(mine));
        var asks = Asking.Any(account.Is);
        return db.Set<Consultation>()
            .Where(c =>
                (asks && c.AskedBy == me)
                || (answers && c.TakenBy == me && c.RecipientId == mine && c.ErasedAt == null)
                || (answers && c.RecipientId == mine && c.EndedAt == null && !TakerIsThere.Any(t => t.Id == c.TakenBy && t.OrganisationId == mine))
                || (asks && c.AskedFrom == mine && c.ErasedAt == null && !AskerIsThere.Any(a => a.Id == c.AskedBy && a.OrganisationId == mine))
            );
    }

    /// <summary>Of those, what waits for the account to act: as <see cref="ConsultationRow.WaitsFor"/> says it, without what has only grown quiet.</summary>
    public IQueryable<Consultation> WaitingFor(CurrentAccount account)
    {
        var me = account.Id;
        return Visible(account)
            .Where(c => c.ErasedAt == null)
            .Where(c =>
                c.AskedBy == me ? c.EndedAt != null || c.LastBy == ConsultationSide.Recipient
                : c.TakenBy == me ? c.EndedAt == null && c.LastBy == ConsultationSide.Asker
                : true
            );
    }

    /// <returns>Null when there is none or the account may not know of it: both look the same outside.</returns>
    public async Task<ConsultationHandle?> FindAsync(Guid id, CurrentAccount account)
    {
        var opened = Openings.Live(db, id, account.Id, time.GetUtcNow().UtcDateTime);
        var rows = await (
            from consultation in Visible(account).AsNoTracking()
            where consultation.Id == id
            join o in opened on consultation.Id equals o.CaseId into openings
            from opening in openings.DefaultIfEmpty()
            select new
            {
                Consultation = consultation,
                Asker = db.Set<Account>().Where(a => a.Id == consultation.AskedBy).Select(a => a.DisplayName).FirstOrDefault(),
                Taker = db.Set<Account>().Where(a => a.Id == consultation.TakenBy).Select(a => a.DisplayName).FirstOrDefault(),
                AskerIsThere = AskerIsThere.Any(a => a.Id == consultation.AskedBy && a.OrganisationId == consultation.AskedFrom),
                TakerIsThere = TakerIsThere.Any(a => a.Id == consultation.TakenBy && a.OrganisationId == consultation.RecipientId),
                Opening = opening,
            }
        ).ToListAsync();
        if (rows.Count == 0)
        {
            return null;
        }

        var first = rows[0];
        var live = Openings.Together([.. rows.Select(r => r.Opening).OfType<Opening>()]);
        var handle = new ConsultationHandle(account, first.Consultation, first.Asker, first.Taker, first.AskerIsThere, first.TakerIsThere, live);
        // Who has given it back reads nothing more, however lately it was opened.
        return handle.MayRead ? handle : handle with { Opened = null };
    }

    private IQueryable<Account> AskerIsThere => Working(db, Asking);

    private IQueryable<Account> TakerIsThere => Working(db, [Role.IomCaseworker, Role.RegionalCoordinator]);

    /// <summary>Those who still hold one of the roles.</summary>
    public static IQueryable<Account> Working(HemvagDbContext db, Role[] roles) =>
        db.Set<Account>().Where(a => a.ClosedAt == null && db.Set<AccountRole>().Any(r => r.AccountId == a.Id && roles.Contains(r.Role)));
}
