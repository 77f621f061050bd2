using Hemvag.Data;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Tells the one who made a link what became of it.</summary>
internal static class LinkNotices
{
    public const string Died = "LinkDied";
    public const string MatterOpened = "LinkMatterOpened";

    public static async Task TellMakerAsync(HemvagDbContext db, OneTimeLink link, string kind, DateTime now, Guid id)
    {
        db.Add(
            new Notice
            {
                Id = id,
                AccountId = link.MadeBy,
                CaseId = link.CaseId,
                Kind = kind,
                CreatedAt = now,
            }
        );
        var mail = NoticeMail.For(link.MadeBy, now);
        var known = db.Set<Job>().Local.Any(j => j.DedupeKey == mail.DedupeKey);
        if (!known && !await db.Set<Job>().AnyAsync(j => j.DedupeKey == mail.DedupeKey))
        {
            db.Add(mail);
        }
    }
}
