using System.Linq.Expressions;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>A module above says of which cases money is paid out and not accounted for yet. Registered by that module.</summary>
internal interface IMoneyUnsettled
{
    Expression<Func<Case, bool>> Holds(HemvagDbContext db);
}

/// <summary>A case that an account sees by the minimum view, with what it may do and open there.</summary>
internal sealed record MinimumFound(Case Case, long Version, IReadOnlySet<Role> Roles, IReadOnlySet<CaseAction> Actions, Compartment Compartments);

/// <summary>
/// What those in charge keep after the person has taken the consent back (security.md, promise 2): while the person is between departed and
/// met, the leg, the meeting place and the code word, and a word that the person has been in touch; while money that was paid waits for its receipt, the payment. Until that is done, and
/// nothing else.
/// </summary>
internal sealed class MinimumSight(IEnumerable<IMoneyUnsettled> money)
{
    /// <summary>The roles that meet the person and pay.</summary>
    public static readonly IReadOnlyList<Role> InCharge = [Role.IomCaseworker, Role.LocalOfficeWorker];

    /// <returns>Null for whoever never saw the case by a consent, and once nothing is left to be done.</returns>
    public async Task<MinimumFound?> FindAsync(HemvagDbContext db, Guid caseId, CurrentAccount account)
    {
        var whos = account.Whos;
        var roles = account.Roles.Intersect(InCharge).ToList();
        var parts = db.Set<CaseParticipant>()
            .Where(p => p.CaseId == caseId && p.Until == null && p.OrganisationId == account.OrganisationId)
            .Where(p => whos.Contains(p.WhoId) && roles.Contains(p.Role) && p.RestsOn != ConsentPurpose.AccessToJustice)
            .Where(p =>
                db.Set<Consent>()
                    .Any(c =>
                        c.CaseId == caseId
                        && c.Purpose == p.RestsOn
                        && c.WithdrawnAt != null
                        && c.WithdrawnAt >= p.From
                        && db.Set<ConsentRecipient>().Any(r => r.ConsentId == c.Id && r.OrganisationId == p.OrganisationId)
                    )
            );
        var stream = Streams.Case(caseId);
        var unsettled = UnsettledIds(db);
        var rows = await (
            from part in parts
            join @case in db.Set<Case>().AsNoTracking() on part.CaseId equals @case.Id
            where @case.ClosedAt == null
            select new
            {
                Part = part,
                Case = @case,
                Version = db.Set<StreamHead>().Where(h => h.Stream == stream).Select(h => h.Count).FirstOrDefault(),
                Unsettled = unsettled.Contains(@case.Id),
            }
        ).ToListAsync();
        if (rows is not [var found, ..] || !(found.Case.IsUnderWay || found.Unsettled))
        {
            return null;
        }

        var held = rows.Select(r => r.Part.Role).ToHashSet();
        var relation = found.Case.IsUnderWay ? CaseRelation.MinimumOnTheWay : CaseRelation.MinimumForMoney;
        var compartments = rows.Aggregate(
            Compartment.None,
            (all, r) => all | (CasePermissions.CompartmentsFor(r.Part.Role, relation) & Seeing.OpenIfProtected(r.Part, account.Id, r.Case))
        );
        return new MinimumFound(found.Case, found.Version, held, Actions(found.Case, found.Unsettled, held), compartments);
    }

    /// <summary>Whether a withdrawal now would leave anyone a minimum view.</summary>
    public async Task<bool> AppliesAsync(HemvagDbContext db, Case @case) => @case.IsUnderWay || await UnsettledIds(db).ContainsAsync(@case.Id);

    private IQueryable<Guid> UnsettledIds(HemvagDbContext db) =>
        money.Select(m => db.Set<Case>().Where(m.Holds(db)).Select(c => c.Id)).Aggregate((all, more) => all.Union(more));

    private static HashSet<CaseAction> Actions(Case @case, bool unsettled, HashSet<Role> held)
    {
        CaseAction[] wanted =
        [
            CaseAction.SeeMinimum,
            .. @case.IsUnderWay ? [CaseAction.OpenSealed, CaseAction.RecordArrival, CaseAction.TellOnTheWay] : Array.Empty<CaseAction>(),
            .. unsettled ? [CaseAction.PayPayment] : Array.Empty<CaseAction>(),
        ];
        return [.. wanted.Where(a => a == CaseAction.SeeMinimum || CasePermissions.RolesFor(a).Any(held.Contains))];
    }
}
