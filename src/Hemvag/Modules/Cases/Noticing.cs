using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>Tells those a work item waits for, as far as they see the case: a line in their list, and at most one mail an hour that says nothing; of silence and a stop on the way one each.</summary>
internal static class Noticing
{
    // A person who may be in danger is not behind the mail of the same hour.
    private static readonly WorkItemKind[] AtOnce = [WorkItemKind.NoSignOfLife, WorkItemKind.StoppedOnTheWay];

    private static readonly KnownQuery<Func<HemvagDbContext, Guid, Role, IAsyncEnumerable<Guid>>> Holding = new(() =>
        EF.CompileAsyncQuery(
            (HemvagDbContext db, Guid organisationId, Role role) =>
                db.Set<Account>()
                    .Where(a => a.OrganisationId == organisationId && a.ClosedAt == null)
                    .Where(a => db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == role))
                    .Select(a => a.Id)
        )
    );

    public static async Task TellAsync(CaseWork work, WorkItem item)
    {
        // Nobody needs to be told of what they have just set themselves.
        var told = (await AccountsFor(work, item)).Where(a => a != work.Account?.Id).ToList();
        work.Db.AddRange(
            told.Select(account => new Notice
            {
                Id = work.NewId(),
                AccountId = account,
                CaseId = item.CaseId,
                Kind = item.Kind.ToString(),
                CreatedAt = work.Now,
            })
        );
        var atOnce = AtOnce.Contains(item.Kind);
        await work.ScheduleAsync([
            .. told.Select(account => atOnce ? NoticeMail.AtOnceFor(account, item.Id, work.Now) : NoticeMail.For(account, work.Now)),
        ]);
    }

    /// <summary>Of what waits for nobody, since the case may be closed with it: told to the one who answers for the case, where somebody does.</summary>
    public static async Task TellHolderAsync(CaseWork work, string kind)
    {
        if (work.Case.HolderId is { } holder && holder != work.Account?.Id)
        {
            work.Db.Add(
                new Notice
                {
                    Id = work.NewId(),
                    AccountId = holder,
                    CaseId = work.Case.Id,
                    Kind = kind,
                    CreatedAt = work.Now,
                }
            );
            await work.ScheduleAsync(NoticeMail.For(holder, work.Now));
        }
    }

    private static async Task<IReadOnlyList<Guid>> AccountsFor(CaseWork work, WorkItem item)
    {
        var seers = await AskingWhoSees.SeersOfAsync(work.Seers, item);
        var pastRecipient = item.Kind == WorkItemKind.AnswerWithdrawal;
        if (seers.Count == 0 && !pastRecipient)
        {
            return [];
        }

        if (item.AccountId is { } one)
        {
            return [one];
        }

        var everyone = pastRecipient || seers.Any(p => p.AccountId is null);
        var named = seers.Select(p => p.AccountId).OfType<Guid>().ToList();
        var holding = await Holding.For(work.Db)(work.Db, item.OrganisationId, item.Role).ToListAsync();
        return everyone ? holding : [.. holding.Where(named.Contains)];
    }
}
