using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Matching;

/// <summary>A question as the arbiter sees it.</summary>
/// <param name="Number">Of the case in which it was asked.</param>
internal sealed record ArbiterRow(MetQuestion Question, string Number, string AskedBy, string Organisation);

/// <summary>
/// "Have we met?": compares the tokens of the open person with those of every other case. Who asks learns that the question has been put; the
/// arbiter alone learns yes, maybe or no; nothing is opened.
/// </summary>
internal sealed class MetQuestions(
    HemvagDbContext db,
    CaseOperations cases,
    Operations operations,
    PersonQueries persons,
    MatchTokens tokens,
    OrganisationQueries organisations
)
{
    /// <summary>Questions of one account in one day (not from the seeds).</summary>
    public const int DailyLimit = 5;

    /// <summary>Questions the arbiter is shown, those that wait first.</summary>
    private const int Shown = 100;

    /// <exception cref="RefusedException">MetNotOpen, MetNothingToCompare, MetLimitReached, MetNoArbiter, MetStillWaits.</exception>
    public async Task AskAsync(CaseHandle handle, Guid operationId, MetReason reason)
    {
        var asked = tokens.ToFind(await SubjectAsync(handle));
        if (asked.Count == 0)
        {
            throw new RefusedException(MatchingRefusals.MetNothingToCompare);
        }

        await cases.RunAsync(
            handle,
            operationId,
            "AskIfMet",
            OperationNature.Fact,
            async work =>
            {
                var arbiter = await Arbiters.CurrentAsync(work.Db) ?? throw new RefusedException(MatchingRefusals.MetNoArbiter);
                if (await work.Db.Set<MetQuestion>().AnyAsync(q => q.CaseId == work.Case.Id && q.AnsweredAt == null))
                {
                    throw new RefusedException(MatchingRefusals.MetStillWaits);
                }

                await CountAsync(work);
                var question = new MetQuestion
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    AskedBy = handle.Account.Id,
                    AskedAt = work.Now,
                    Reason = reason,
                    ArbiterId = arbiter.Id,
                    Outcome = await OutcomeAsync(work.Db, work.Case.Id, asked),
                };
                work.Db.Add(question);
                work.Record(new AskedIfMet(question.Id, reason, arbiter.Id));
            }
        );
    }

    /// <summary>The questions of a case, newest first, for those who may ask in it. The outcome is left to the arbiter.</summary>
    public async Task<IReadOnlyList<(DateTime AskedAt, MetReason Reason, MetAnswer? Answer)>> OfCaseAsync(CaseHandle handle) =>
        [
            .. (
                await db.Set<MetQuestion>()
                    .Where(q => q.CaseId == handle.CaseId)
                    .OrderByDescending(q => q.AskedAt)
                    .Select(q => new
                    {
                        q.AskedAt,
                        q.Reason,
                        q.Answer,
                    })
                    .ToListAsync()
            ).Select(q => (q.AskedAt, q.Reason, q.Answer)),
        ];

    /// <summary>For the arbiter of today: what waits, and what this account has answered.</summary>
    public async Task<IReadOnlyList<ArbiterRow>> ForArbiterAsync(CurrentAccount arbiter)
    {
        var rows = await (
            from question in db.Set<MetQuestion>().AsNoTracking()
            where question.AnsweredAt == null || question.ArbiterId == arbiter.Id
            join @case in db.Set<Case>() on question.CaseId equals @case.Id
            join asker in db.Set<Account>() on question.AskedBy equals asker.Id
            orderby question.AnsweredAt != null, question.AskedAt descending
            select new
            {
                Question = question,
                @case.Number,
                asker.DisplayName,
                asker.OrganisationId,
            }
        )
            .Take(Shown)
            .ToListAsync();
        var list = new List<ArbiterRow>();
        foreach (var row in rows)
        {
            list.Add(new ArbiterRow(row.Question, row.Number, row.DisplayName, await organisations.NameAsync(row.OrganisationId)));
        }

        return list;
    }

    /// <summary>The arbiter answers; a line in the asker's notices says that an answer is there.</summary>
    /// <returns>False when there is no such question for this account.</returns>
    /// <exception cref="RefusedException">MetAlreadyAnswered.</exception>
    public async Task<bool> AnswerAsync(CurrentAccount arbiter, Guid operationId, Guid questionId, MetAnswer answer)
    {
        var current = await Arbiters.CurrentAsync(db);
        var caseId = await db.Set<MetQuestion>().Where(q => q.Id == questionId).Select(q => (Guid?)q.CaseId).FirstOrDefaultAsync();
        if (current?.Id != arbiter.Id || caseId is null)
        {
            return false;
        }

        await operations.RunAsync(
            operationId,
            Streams.Case(caseId.Value),
            "AnswerIfMet",
            arbiter.Actor,
            async work =>
            {
                var question = await work.Db.Set<MetQuestion>().FirstAsync(q => q.Id == questionId);
                work.Record(question.AnswerWith(answer, work.Now));
                question.ArbiterId = arbiter.Id;
                await MetNotice.TellAsync(work, question);
            }
        );
        return true;
    }

    private async Task<MatchSubject> SubjectAsync(CaseHandle handle)
    {
        if (handle.Opened is not { } opened || !opened.Covers(Compartment.Identity) || !handle.MayOpen(Compartment.Identity))
        {
            throw new RefusedException(MatchingRefusals.MetNotOpen);
        }

        var identity = await persons.IdentityAsync(opened);
        var contact = opened.Covers(Compartment.Contact) && handle.MayOpen(Compartment.Contact) ? await persons.ContactAsync(opened) : null;
        return PersonTokens.SubjectOf(identity?.Value, contact?.Value);
    }

    private static async Task CountAsync(CaseWork work)
    {
        var key = $"met/{work.Account!.Id:N}/{work.Today:yyyyMMdd}";
        var counter = await work.Db.Set<CaseCounter>().FirstOrDefaultAsync(c => c.Key == key);
        if (counter is null)
        {
            counter = new CaseCounter { Key = key, Last = 0 };
            work.Db.Add(counter);
        }

        if (counter.Last >= DailyLimit)
        {
            throw new RefusedException(MatchingRefusals.MetLimitReached, null, DailyLimit);
        }

        counter.Last++;
    }

    private static async Task<MetOutcome> OutcomeAsync(HemvagDbContext db, Guid caseId, IReadOnlyList<MatchToken> asked)
    {
        var values = asked.Select(t => t.Value).ToList();
        var kinds = await db.Set<StoredToken>()
            .Where(t => t.CaseId != caseId && values.Contains(t.Value))
            // Who has been granted cash support is compared with others of that kind alone (S4.17).
            .Where(t => db.Set<Case>().Any(c => c.Id == t.CaseId && c.Kind == ProgrammeKind.AssistedReturn))
            .Select(t => t.Kind)
            .Distinct()
            .ToListAsync();
        return kinds.Any(k => k != MatchKind.NameLikeAndBirthYear) ? MetOutcome.Yes
            : kinds.Count > 0 ? MetOutcome.Maybe
            : MetOutcome.No;
    }
}
