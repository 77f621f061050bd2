using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>The professional who opened a matter is told what became of it, as long as they see it: a line that says nothing more.</summary>
internal sealed class MatterNotices : IReactTo<MatterTaken>, IReactTo<CaseClosed>
{
    public const string Taken = "MatterTaken";
    public const string Answered = "MatterAnswered";
    public const string Ended = "MatterEnded";
    public const string HandedOver = "MatterHandedOver";

    /// <summary>An answer to a matter that nobody had taken takes it too; one line is enough for both.</summary>
    public Task ReactAsync(MatterTaken happened, CaseWork work) => work.Case.ClosedAt is null ? TellAsync(work, Taken) : Task.CompletedTask;

    public Task ReactAsync(CaseClosed happened, CaseWork work) =>
        TellAsync(work, happened.Ground == ClosingGround.AnsweredAtFirstContact ? Answered : Ended);

    /// <summary>Another region answers from now on.</summary>
    public static Task TellHandedOverAsync(CaseWork work) => TellAsync(work, HandedOver);

    private static async Task TellAsync(CaseWork work, string kind)
    {
        var asker = work.Case.OpenedBy;
        if (asker == work.Account?.Id || !await StillSeesAsync(work, asker))
        {
            return;
        }

        work.Db.Add(
            new Notice
            {
                Id = work.NewId(),
                AccountId = asker,
                CaseId = work.Case.Id,
                Kind = kind,
                CreatedAt = work.Now,
            }
        );
        await work.ScheduleAsync(NoticeMail.For(asker, work.Now));
    }

    private static async Task<bool> StillSeesAsync(CaseWork work, Guid asker)
    {
        // Only whoever has a professional's part in it is asked about further; also one whose part ends with this very act is told of it.
        await work.Seers.PartsAsync();
        var hasPart = work
            .Db.Set<CaseParticipant>()
            .Local.Any(p => p.CaseId == work.Case.Id && p.AccountId == asker && p.Role == Role.ReferringProfessional);
        return hasPart
            && await Seeing
                .Participants(work.Db, work.Today)
                .AnyAsync(p =>
                    p.CaseId == work.Case.Id
                    && p.AccountId == asker
                    && p.Role == Role.ReferringProfessional
                    && work.Db.Set<Account>().Any(a => a.Id == asker && a.ClosedAt == null)
                );
    }
}
