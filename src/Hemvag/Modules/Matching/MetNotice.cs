using Hemvag.Auditing;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Matching;

/// <summary>Tells the one who asked that the arbiter has answered, and no more.</summary>
internal static class MetNotice
{
    public const string Kind = "MetAnswered";

    public static async Task TellAsync(OperationWork work, MetQuestion question)
    {
        work.Db.Add(
            new Notice
            {
                Id = work.NewId(),
                AccountId = question.AskedBy,
                CaseId = question.CaseId,
                Kind = Kind,
                CreatedAt = work.Now,
            }
        );
        var mail = NoticeMail.For(question.AskedBy, work.Now);
        if (!await work.Db.Set<Job>().AnyAsync(j => j.DedupeKey == mail.DedupeKey))
        {
            work.Db.Add(mail);
        }
    }
}
