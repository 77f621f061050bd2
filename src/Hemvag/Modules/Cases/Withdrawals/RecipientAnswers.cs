using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Withdrawals;

/// <param name="Number">What the organisation has known the case by.</param>
/// <param name="Opened">When colleagues there opened which compartments: where to look.</param>
/// <param name="Minimum">The account still sees what is needed to meet the person or to account for money.</param>
internal sealed record AskedAnswer(RecipientAnswer Row, string Number, string NeutralName, IReadOnlyList<OpenedBefore> Opened, bool Minimum);

internal sealed record OpenedBefore(DateTime At, string By, CrossingKind Kind, Compartment Compartments);

/// <summary>The answers asked of an organisation that no longer sees the case. Whoever was not asked finds nothing.</summary>
internal sealed class RecipientAnswers(HemvagDbContext db, CaseAccess access, CaseOperations operations)
{
    public async Task<AskedAnswer?> FindAsync(CurrentAccount account, Guid id)
    {
        var roles = account.Roles.ToList();
        var whos = account.Whos;
        var found = await db.Set<RecipientAnswer>()
            .AsNoTracking()
            .Where(a => a.Id == id && a.OrganisationId == account.OrganisationId && roles.Contains(a.Role))
            .Where(a =>
                a.AccountId == null || whos.Contains(a.AccountId.Value) || db.Set<Account>().Any(x => x.Id == a.AccountId && x.ClosedAt != null)
            )
            .Join(
                db.Set<Case>(),
                a => a.CaseId,
                c => c.Id,
                (a, c) =>
                    new
                    {
                        Row = a,
                        c.Number,
                        c.NeutralName,
                    }
            )
            .FirstOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        var opened = await db.Set<Disclosure>()
            .AsNoTracking()
            .Where(d => d.ConsentId == found.Row.ConsentId && d.OrganisationId == account.OrganisationId)
            .OrderByDescending(d => d.At)
            .Select(d => new OpenedBefore(
                d.At,
                db.Set<Account>().Where(a => a.Id == d.By).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                d.Kind,
                d.Compartments
            ))
            .ToListAsync();
        var left = await access.FindAsync(found.Row.CaseId, account);
        return new AskedAnswer(found.Row, found.Number, found.NeutralName, opened, left is { IsMinimum: true });
    }

    /// <param name="asked">As <see cref="FindAsync"/> found it for this account.</param>
    /// <exception cref="RefusedException">AnswerGiven, KeptUnderMissing.</exception>
    public Task GiveAsync(CurrentAccount account, Guid operationId, AskedAnswer asked, RecipientAnswerKind answer, KeptUnder? under) =>
        operations.WithoutSightAsync(
            account,
            operationId,
            asked.Row.CaseId,
            "AnswerWithdrawal",
            async work =>
            {
                var row = await work.Db.Set<RecipientAnswer>().FirstAsync(a => a.Id == asked.Row.Id);
                work.Record(row.Give(answer, under, account.Id, work.Now));
                await work.DoneAsync(WorkItemKind.AnswerWithdrawal, row.Id);
                await work.DoneAsync(WorkItemKind.RecipientSilent, row.Id);
            }
        );
}
