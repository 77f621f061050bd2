using System.Net.Mail;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Jobs;

/// <summary>Where mails go out: section <c>Smtp</c>. Without a host no mail is sent and the list in the application is all there is.</summary>
internal sealed record SmtpOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    public bool StartTls { get; init; }

    public string From { get; init; } = "hemvag@localhost";

    /// <summary>Where the reader signs in; written in the mail.</summary>
    public string Address { get; init; } = "http://localhost:5080";
}

/// <summary>Where to write to an account; Accounts answers, since it is above this floor.</summary>
internal interface INoticeAddresses
{
    /// <returns>Null when the account is closed or wants no mail.</returns>
    Task<NoticeAddress?> ForAsync(Guid accountId, CancellationToken stop);
}

/// <param name="Language">"sv" or "en".</param>
internal sealed record NoticeAddress(string Mail, string Language);

/// <summary>Sends "Something waits for you in Hemväg" and nothing else: no number, no name, no reason.</summary>
internal sealed class NoticeMail(HemvagDbContext db, INoticeAddresses addresses, SmtpOptions smtp) : IJobHandler
{
    public const string JobKind = "NoticeMail";

    public string Kind => JobKind;

    /// <summary>One mail an hour at most for each account, however much waits.</summary>
    public static Job For(Guid accountId, DateTime now) => Job.At(now, JobKind, accountId, $"{JobKind}/{accountId:N}/{now:yyyyMMddHH}");

    /// <summary>A mail of its own, whatever else was sent that hour; it says no more than the others.</summary>
    public static Job AtOnceFor(Guid accountId, Guid itemId, DateTime now) => Job.At(now, JobKind, accountId, $"{JobKind}/{accountId:N}/{itemId:N}");

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        if (smtp.Host is null || await addresses.ForAsync(job.SubjectId, stop) is not { } address)
        {
            return null;
        }

        if (!await db.Set<Notice>().AnyAsync(n => n.AccountId == job.SubjectId && n.ReadAt == null, stop))
        {
            return null;
        }

        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls };
        using var mail = new MailMessage(smtp.From, address.Mail, Subject(address.Language), Body(address.Language));
        // The same job sent twice is the same mail to the reader's server.
        mail.Headers.Add("Message-ID", $"<{job.Id:N}@hemvag>");
        await client.SendMailAsync(mail, stop);
        return null;
    }

    private static string Subject(string language) => language == "en" ? "Something waits for you in Hemväg" : "Något väntar på dig i Hemväg";

    private string Body(string language) =>
        language == "en"
            ? $"Something waits for you in Hemväg. Sign in to see what: {smtp.Address}"
            : $"Något väntar på dig i Hemväg. Logga in för att se vad: {smtp.Address}";
}
