using Hemvag.Auditing;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>Tells those a consultation waits for: a line that names its number, and at most one mail an hour that says nothing.</summary>
internal static class ConsultationNotices
{
    public const string Asked = "ConsultationAsked";
    public const string Answered = "ConsultationAnswered";
    public const string AskedMore = "ConsultationAskedMore";
    public const string Ended = "ConsultationEnded";
    public const string Ownerless = "ConsultationOwnerless";

    /// <summary>Everyone who answers at the organisation.</summary>
    public static async Task TellDeskAsync(OperationWork work, Guid consultationId, Guid organisationId)
    {
        Role[] roles = [Consultation.AnsweringRole(organisationId)];
        await TellAllAsync(work, consultationId, organisationId, roles, Asked);
    }

    /// <summary>Everyone who works on cases where the asker did.</summary>
    public static Task TellColleaguesAsync(OperationWork work, Guid consultationId, Guid organisationId) =>
        TellAllAsync(work, consultationId, organisationId, [Role.RegionalCoordinator, Role.ReferringProfessional], Ownerless);

    public static async Task TellAsync(OperationWork work, Guid accountId, Guid consultationId, string kind)
    {
        work.Db.Add(
            new Notice
            {
                Id = work.NewId(),
                AccountId = accountId,
                CaseId = consultationId,
                Kind = kind,
                CreatedAt = work.Now,
            }
        );
        var mail = NoticeMail.For(accountId, work.Now);
        var known = work.Db.Set<Job>().Local.Any(j => j.DedupeKey == mail.DedupeKey);
        if (!known && !await work.Db.Set<Job>().AnyAsync(j => j.DedupeKey == mail.DedupeKey))
        {
            work.Db.Add(mail);
        }
    }

    private static async Task TellAllAsync(OperationWork work, Guid consultationId, Guid organisationId, Role[] roles, string kind)
    {
        var accounts = await ConsultationAccess
            .Working(work.Db, roles)
            .Where(a => a.OrganisationId == organisationId && a.Id != work.Actor.AccountId)
            .Select(a => a.Id)
            .ToListAsync();
        foreach (var account in accounts)
        {
            await TellAsync(work, account, consultationId, kind);
        }
    }
}
