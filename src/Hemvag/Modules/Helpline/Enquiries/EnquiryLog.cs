using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Hours;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>What a caseworker says of an enquiry.</summary>
/// <param name="Time">By the Swedish clock, as the day.</param>
internal sealed record NewEnquiry(
    DateOnly Day,
    TimeOnly Time,
    HelplineChannel Channel,
    HelplineLanguage Language,
    HelplineTopic Topic,
    HelplineOutcome Outcome,
    DateOnly? CallBackOn
);

/// <summary>Writes the helpline's log: operations of its own stream. Nothing in it is changed; what is wrong is taken back.</summary>
internal sealed class EnquiryLog(HemvagDbContext db, Operations operations)
{
    /// <exception cref="RefusedException">HelplineTimeNotThere, HelplineInFuture, HelplineTooLongAgo, HelplineCallBackNeedsDay, HelplineCallBackDayWrong, HelplineDayNotNeeded.</exception>
    public Task AddAsync(CurrentAccount me, Guid operationId, NewEnquiry wanted) =>
        operations.RunAsync(
            operationId,
            Streams.Helpline,
            "LogHelplineEnquiry",
            me.Actor,
            work =>
            {
                var enquiry = Made(work, me, wanted);
                work.Db.Add(enquiry);
                work.Record(enquiry.Logged());
                return Task.CompletedTask;
            }
        );

    /// <returns>False when there is no such enquiry.</returns>
    /// <exception cref="RefusedException">HelplineTakenBack, HelplineNothingToCallBack, HelplineCallBackNeedsDay, HelplineCallBackDayWrong, HelplineDayNotNeeded.</exception>
    public Task<bool> CallBackAsync(CurrentAccount me, Guid operationId, Guid enquiryId, CallBackResult result, DateOnly? nextOn) =>
        ChangeAsync(
            me,
            operationId,
            enquiryId,
            "CallBackEnquirer",
            async (work, enquiry) =>
            {
                var attempts = work.Db.Set<HelplineAttempt>();
                var isOver = await attempts.AnyAsync(a => a.EnquiryId == enquiryId && a.Result != CallBackResult.Tried);
                if (enquiry.Outcome != HelplineOutcome.CallBack || isOver)
                {
                    throw new RefusedException(HelplineRefusals.HelplineNothingToCallBack);
                }

                RequireDay(result == CallBackResult.Tried, nextOn, work.Now, "NextOn");
                attempts.Add(
                    new HelplineAttempt
                    {
                        Id = work.NewId(),
                        EnquiryId = enquiryId,
                        Result = result,
                        NextOn = nextOn,
                        AttemptedBy = me.Id,
                        AttemptedAt = work.Now,
                    }
                );
                work.Record(new HelplineCalledBack(enquiryId, result, nextOn));
            }
        );

    /// <returns>False when there is no such enquiry.</returns>
    /// <exception cref="RefusedException">HelplineTakenBack.</exception>
    public Task<bool> TakeBackAsync(CurrentAccount me, Guid operationId, Guid enquiryId, LogReversalReason reason) =>
        ChangeAsync(
            me,
            operationId,
            enquiryId,
            "TakeBackEnquiry",
            (work, _) =>
            {
                work.Db.Add(
                    new HelplineReversal
                    {
                        Id = enquiryId,
                        Reason = reason,
                        TakenBackBy = me.Id,
                        TakenBackAt = work.Now,
                    }
                );
                work.Record(new HelplineEnquiryTakenBack(enquiryId, reason));
                return Task.CompletedTask;
            }
        );

    private async Task<bool> ChangeAsync(
        CurrentAccount me,
        Guid operationId,
        Guid enquiryId,
        string kind,
        Func<OperationWork, HelplineEnquiry, Task> change
    )
    {
        if (!await db.Set<HelplineEnquiry>().AnyAsync(e => e.Id == enquiryId))
        {
            return false;
        }

        await operations.RunAsync(
            operationId,
            Streams.Helpline,
            kind,
            me.Actor,
            async work =>
            {
                if (await work.Db.Set<HelplineReversal>().AnyAsync(r => r.Id == enquiryId))
                {
                    throw new RefusedException(HelplineRefusals.HelplineTakenBack);
                }

                await change(work, await work.Db.Set<HelplineEnquiry>().AsNoTracking().FirstAsync(e => e.Id == enquiryId));
            }
        );
        return true;
    }

    private static HelplineEnquiry Made(OperationWork work, CurrentAccount me, NewEnquiry wanted)
    {
        LogDays.RequirePast(wanted.Day, HelplineHours.Today(work.Now), "Input.Day");
        var at =
            HelplineHours.PastToUtc(wanted.Day, wanted.Time, work.Now)
            ?? throw new RefusedException(HelplineRefusals.HelplineTimeNotThere, "Input.Time");
        if (at > work.Now)
        {
            throw new RefusedException(HelplineRefusals.HelplineInFuture, "Input.Time");
        }

        RequireDay(wanted.Outcome == HelplineOutcome.CallBack, wanted.CallBackOn, work.Now, "Input.CallBackOn");
        return new HelplineEnquiry
        {
            Id = work.NewId(),
            HappenedAt = at,
            Channel = wanted.Channel,
            Language = wanted.Language,
            Topic = wanted.Topic,
            Outcome = wanted.Outcome,
            CallBackOn = wanted.CallBackOn,
            LoggedBy = me.Id,
            LoggedAt = work.Now,
        };
    }

    private static void RequireDay(bool isNeeded, DateOnly? day, DateTime now, string field)
    {
        if (isNeeded)
        {
            LogDays.RequireAhead(day, HelplineHours.Today(now), field);
        }
        else if (day is not null)
        {
            throw new RefusedException(HelplineRefusals.HelplineDayNotNeeded, field);
        }
    }
}
