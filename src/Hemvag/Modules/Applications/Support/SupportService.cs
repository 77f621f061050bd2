using Hemvag.Data;
using Hemvag.Modules.Applications.Referrals;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Support;

/// <summary>The answer on one kind of support as it is given.</summary>
/// <param name="Reasons">Needed unless available.</param>
/// <param name="Alternatives">Needed when not available.</param>
internal sealed record SupportAnswered(SupportKind Kind, SupportAvailability? Availability, string? Reasons, string? Alternatives);

/// <summary>IOM Finland answers which support is available; after a "no" the person decides anew (S0.16, S1.31, S1.32).</summary>
internal sealed class SupportService(CaseOperations operations)
{
    /// <summary>Answers on every kind the programme offers, at once. Answering again is a new round.</summary>
    /// <exception cref="RefusedException">NotReferred, SupportUnanswered, ReasonsMissing, AlternativesMissing, MilestoneTooEarly, CaseHeld.</exception>
    public Task AnswerAsync(CaseHandle handle, Guid operationId, IReadOnlyList<SupportAnswered> answers) =>
        operations.RunAsync(
            handle,
            operationId,
            "AnswerSupport",
            OperationNature.Act,
            async work =>
            {
                var referral = await ReferralService.OfAsync(work) ?? throw new RefusedException(ApplicationRefusals.NotReferred);
                Require([.. work.Programme.Support.Select(s => s.Kind)], answers);
                var reply = await AddAsync(work, referral, answers, handle.Account.Id);
                if (!work.Reached.Contains(MilestoneKind.SupportAnswered))
                {
                    await work.ReachAsync(MilestoneKind.SupportAnswered, work.Today);
                }

                await work.DoneAsync(WorkItemKind.AnswerSupport);
                await work.DoneAsync(WorkItemKind.DecideAnew);
                if (reply.HasNo)
                {
                    await work.AskAsync(
                        new WorkAsked(
                            WorkItemKind.DecideAnew,
                            Urgency.Safety,
                            Role.RegionalCoordinator,
                            work.Case.RegionId,
                            work.Case.HolderId,
                            CaseLinks.Referral,
                            LocalDates.NextWorkingDay(work.Today),
                            reply.Id
                        )
                    );
                }
            }
        );

    /// <summary>Records what the person chose after a "no". To stop, the case is stopped as always; this only says why nothing moves.</summary>
    /// <exception cref="RefusedException">NothingToDecideAnew, AlreadyDecidedAnew, DateInFuture, DateTooEarly.</exception>
    public Task DecideAnewAsync(CaseHandle handle, Guid operationId, bool goesOn, DateOnly decidedOn) =>
        operations.RunAsync(
            handle,
            operationId,
            "DecideAnew",
            OperationNature.Fact,
            async work =>
            {
                var reply = await NewestAsync(work.Db, work.Case.Id);
                if (reply is not { HasNo: true })
                {
                    throw new RefusedException(ApplicationRefusals.NothingToDecideAnew);
                }

                await RequireUndecidedAsync(work, reply, decidedOn, LocalDates.Today(reply.AnsweredAt, handle.Account.Zone));
                var decision = new RenewedDecision
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ReplyId = reply.Id,
                    GoesOn = goesOn,
                    DecidedOn = decidedOn,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(decision);
                work.Record(new DecidedAnew(decision.Id, reply.Id, goesOn));
                await work.DoneAsync(WorkItemKind.DecideAnew);
            }
        );

    public static Task<SupportReply?> NewestAsync(HemvagDbContext db, Guid caseId) =>
        db.Set<SupportReply>().AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Round).FirstOrDefaultAsync();

    private static async Task<SupportReply> AddAsync(CaseWork work, Referral referral, IReadOnlyList<SupportAnswered> answers, Guid by)
    {
        var before = await NewestAsync(work.Db, work.Case.Id);
        int Count(SupportAvailability availability) => answers.Count(a => a.Availability == availability);
        var reply = new SupportReply
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            ReferralId = referral.Id,
            Round = (before?.Round ?? 0) + 1,
            HasNo = Count(SupportAvailability.NotAvailable) > 0,
            AnsweredAt = work.Now,
            AnsweredBy = by,
        };
        work.Db.Add(reply);
        foreach (var answer in answers)
        {
            work.Db.Add(
                new SupportAnswer
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ReplyId = reply.Id,
                    Kind = answer.Kind,
                    Availability = answer.Availability!.Value,
                }
            );
        }

        var reasons = answers.Where(a => (a.Reasons ?? a.Alternatives) is not null).Select(a => new SupportReason(a.Kind, a.Reasons, a.Alternatives));
        await work.SealAsync(Compartment.Protection, reply.Subject, new SupportReasons([.. reasons]), null);
        work.Record(
            new SupportReplied(
                reply.Id,
                reply.Round,
                Count(SupportAvailability.Available),
                Count(SupportAvailability.Limited),
                Count(SupportAvailability.NotAvailable)
            )
        );
        return reply;
    }

    private static void Require(IReadOnlyList<SupportKind> offered, IReadOnlyList<SupportAnswered> answers)
    {
        if (answers.Any(a => a.Availability is null) || !offered.Order().SequenceEqual(answers.Select(a => a.Kind).Order()))
        {
            var first = answers.Where(a => a.Availability is null).Select(a => $"Rows[{a.Kind}].Availability").FirstOrDefault();
            throw new RefusedException(ApplicationRefusals.SupportUnanswered, first);
        }

        if (answers.FirstOrDefault(a => a.Availability != SupportAvailability.Available && a.Reasons is null) is { } unexplained)
        {
            throw new RefusedException(ApplicationRefusals.ReasonsMissing, $"Rows[{unexplained.Kind}].Reasons");
        }

        if (answers.FirstOrDefault(a => a.Availability == SupportAvailability.NotAvailable && a.Alternatives is null) is { } bare)
        {
            throw new RefusedException(ApplicationRefusals.AlternativesMissing, $"Rows[{bare.Kind}].Alternatives");
        }
    }

    private static async Task RequireUndecidedAsync(CaseWork work, SupportReply reply, DateOnly decidedOn, DateOnly answeredOn)
    {
        if (await work.Db.Set<RenewedDecision>().AnyAsync(d => d.ReplyId == reply.Id))
        {
            throw new RefusedException(ApplicationRefusals.AlreadyDecidedAnew);
        }

        if (decidedOn > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Decision.DecidedOn");
        }

        if (decidedOn < answeredOn)
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, "Decision.DecidedOn");
        }
    }
}
