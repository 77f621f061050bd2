using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Counting;
using Hemvag.Modules.Helpline.Hours;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>What somebody says of a talk.</summary>
internal sealed record NewTalk(DateOnly Day, SupportAsker Asker, string? CountyCode, SupportTopic Topic, TalkLength Length, SupportReferral Referral);

/// <summary>Writes and reads the support line's log. Each organisation sees its own rows; of all of them there are figures.</summary>
internal sealed class SupportLog(HemvagDbContext db, Operations operations, OrganisationCatalogue catalogue)
{
    public const int PageSize = 100;

    /// <exception cref="RefusedException">HelplineInFuture, HelplineTooLongAgo, SupportCountyUnknown.</exception>
    public Task AddAsync(CurrentAccount me, Guid operationId, NewTalk wanted) =>
        operations.RunAsync(
            operationId,
            Streams.SupportLine,
            "LogSupportTalk",
            me.Actor,
            work =>
            {
                LogDays.RequirePast(wanted.Day, HelplineHours.Today(work.Now), "Input.Day");
                if (wanted.CountyCode is { } county && catalogue.RegionOfCounty(county) is null)
                {
                    throw new RefusedException(HelplineRefusals.SupportCountyUnknown, "Input.CountyCode");
                }

                var talk = new SupportTalk
                {
                    Id = work.NewId(),
                    Day = wanted.Day,
                    Asker = wanted.Asker,
                    CountyCode = wanted.CountyCode,
                    Topic = wanted.Topic,
                    Length = wanted.Length,
                    Referral = wanted.Referral,
                    OrganisationId = me.OrganisationId,
                    LoggedBy = me.Id,
                    LoggedAt = work.Now,
                };
                work.Db.Add(talk);
                work.Record(talk.Logged());
                return Task.CompletedTask;
            }
        );

    /// <returns>False when there is no such row of this organisation.</returns>
    /// <exception cref="RefusedException">HelplineTakenBack.</exception>
    public async Task<bool> TakeBackAsync(CurrentAccount me, Guid operationId, Guid talkId, LogReversalReason reason)
    {
        if (!await Own(me).AnyAsync(t => t.Id == talkId))
        {
            return false;
        }

        await operations.RunAsync(
            operationId,
            Streams.SupportLine,
            "TakeBackSupportTalk",
            me.Actor,
            async work =>
            {
                if (await work.Db.Set<SupportReversal>().AnyAsync(r => r.Id == talkId))
                {
                    throw new RefusedException(HelplineRefusals.HelplineTakenBack);
                }

                work.Db.Add(
                    new SupportReversal
                    {
                        Id = talkId,
                        Reason = reason,
                        TakenBackBy = me.Id,
                        TakenBackAt = work.Now,
                    }
                );
                work.Record(new SupportTalkTakenBack(talkId, reason));
            }
        );
        return true;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<(SupportTalk Talk, SupportReversal? Reversal)>> ListAsync(CurrentAccount me)
    {
        var rows = await WithReversal(Own(me).OrderByDescending(t => t.Day).ThenByDescending(t => t.Id).Take(PageSize)).ToListAsync();
        return [.. rows.Select(r => (r.Talk, r.Reversal))];
    }

    /// <returns>Null when there is no such row of this organisation.</returns>
    public async Task<(SupportTalk Talk, SupportReversal? Reversal)?> FindAsync(CurrentAccount me, Guid talkId) =>
        await WithReversal(Own(me).Where(t => t.Id == talkId)).FirstOrDefaultAsync() is { } found ? (found.Talk, found.Reversal) : null;

    /// <summary>What is counted, of every organisation. What is taken back after its month was counted stays in the figures.</summary>
    public async Task<IReadOnlyList<SupportTalk>> CountedAsync(CountedYear year)
    {
        var (from, until) = (year.From, year.Until);
        var rows = await WithReversal(db.Set<SupportTalk>().AsNoTracking().Where(t => t.Day >= from && t.Day < until)).ToListAsync();
        return [.. rows.Where(r => CountedYear.Counts(r.Talk.Day, HelplineHours.DayOf(r.Reversal?.TakenBackAt))).Select(r => r.Talk)];
    }

    private IQueryable<SupportTalk> Own(CurrentAccount me)
    {
        var own = me.OrganisationId;
        return db.Set<SupportTalk>().AsNoTracking().Where(t => t.OrganisationId == own);
    }

    private IQueryable<Row> WithReversal(IQueryable<SupportTalk> talks) =>
        talks.Select(t => new Row { Talk = t, Reversal = db.Set<SupportReversal>().FirstOrDefault(r => r.Id == t.Id) });

    private sealed class Row
    {
        public required SupportTalk Talk { get; init; }

        public required SupportReversal? Reversal { get; init; }
    }
}
