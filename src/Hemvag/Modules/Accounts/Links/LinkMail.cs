using System.Net.Mail;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Links;

/// <summary>
/// Mails a link to the owner of the account: one sentence and the address, neither name nor reason. The token is made here and kept
/// nowhere, so a mail that has to be sent again carries another, and the one before does not work.
/// </summary>
internal sealed class LinkMail(
    HemvagDbContext db,
    Operations operations,
    INoticeAddresses addresses,
    LinkTokens tokens,
    SmtpOptions smtp,
    TimeProvider time
) : IJobHandler
{
    public string Kind => LinkIssue.MailJob;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var link = await db.Set<AccountLink>().AsNoTracking().FirstAsync(l => l.Id == job.SubjectId, stop);
        if (smtp.Host is null || !link.IsLive(now) || await addresses.ForAsync(link.AccountId, stop) is not { } address)
        {
            return null;
        }

        var token = LinkTokens.New();
        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Account(link.AccountId),
            "SendLink",
            Actor.System(Kind),
            async work =>
            {
                var row = await work.Db.Set<AccountLink>().FirstAsync(l => l.Id == link.Id);
                row.TokenMac = tokens.Mac(token);
                work.Record(new LinkSent(row.AccountId, row.Id));
            }
        );
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls };
        using var mail = new MailMessage(smtp.From, address.Mail, "Hemväg", Body(address.Language, LinkTokens.Address(smtp.Address, token)));
        mail.Headers.Add("Message-ID", $"<{job.Id:N}.{job.Attempts}@hemvag>");
        await client.SendMailAsync(mail, stop);
        return null;
    }

    private static string Body(string language, string address) =>
        language == "en"
            ? $"Open this link within three days to get into Hemväg: {address}"
            : $"Öppna länken inom tre dagar för att komma in i Hemväg: {address}";
}
