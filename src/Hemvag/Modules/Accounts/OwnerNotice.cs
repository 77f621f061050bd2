using Hemvag.Auditing;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>Tells the owner of an account what was done to it: a line in the list of notices and a mail that says nothing.</summary>
internal static class OwnerNotice
{
    public static async Task TellAsync(OperationWork work, Guid accountId, string kind)
    {
        work.Db.Add(
            new Notice
            {
                Id = work.NewId(),
                AccountId = accountId,
                CaseId = Guid.Empty,
                Kind = kind,
                CreatedAt = work.Now,
            }
        );
        var mail = NoticeMail.For(accountId, work.Now);
        if (!await work.Db.Set<Job>().AnyAsync(j => j.DedupeKey == mail.DedupeKey))
        {
            work.Db.Add(mail);
        }
    }
}
