using Hemvag.Auditing;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Links;

/// <summary>Issues and withdraws links within an operation of their account. There is one at most that works.</summary>
internal static class LinkIssue
{
    public const string MailJob = "LinkMail";

    /// <param name="mac">Of the token that is shown; null where the link is mailed, or waits for someone to be shown to.</param>
    /// <param name="mailed">A job makes the token and sends it.</param>
    public static async Task IssueAsync(OperationWork work, Guid accountId, LinkPurpose purpose, byte[]? mac, bool mailed)
    {
        await WithdrawAsync(work, accountId);
        var link = new AccountLink
        {
            Id = work.NewId(),
            AccountId = accountId,
            Purpose = purpose,
            TokenMac = mac,
            CreatedAt = work.Now,
            EndsAt = work.Now + AccountLink.Lasts,
        };
        work.Db.Add(link);
        work.Record(new LinkIssued(accountId, link.Id, purpose, link.EndsAt));
        if (mailed)
        {
            work.Db.Add(Job.At(work.Now, MailJob, link.Id, $"{MailJob}/{link.Id:N}"));
        }
    }

    public static async Task WithdrawAsync(OperationWork work, Guid accountId)
    {
        foreach (var link in await work.Db.Set<AccountLink>().Where(l => l.AccountId == accountId).ToListAsync())
        {
            if (link.IsLive(work.Now))
            {
                link.WithdrawnAt = work.Now;
            }
        }
    }

    /// <summary>The purpose of the link that works now; null when there is none.</summary>
    public static async Task<LinkPurpose?> LiveAsync(OperationWork work, Guid accountId) =>
        (await work.Db.Set<AccountLink>().Where(l => l.AccountId == accountId).ToListAsync()).Find(l => l.IsLive(work.Now))?.Purpose;
}
