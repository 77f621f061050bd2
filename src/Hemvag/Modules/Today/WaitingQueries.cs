using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Today;

/// <summary>What waits for an account, and how its cases stand. Never a name: number and neutral name alone.</summary>
internal sealed class WaitingQueries(HemvagDbContext db, CaseAccess access, ProgrammeCatalogue programmes, ConsultationAccess consultations)
{
    /// <summary>More than this is not a list for one day.</summary>
    public const int Shown = 100;

    /// <summary>What is due later than this waits apart: a list of today that holds next year's dates is not read.</summary>
    public const int SoonDays = 14;

    private const int AheadShown = 6;

    private HeaderCounts? header;

    /// <summary>
    /// The open work items of cases the account may see that wait for it, or for a role it holds at its organisation; and what it is asked
    /// as a past recipient: what it has done with what it has, and while the person is on the way where they are.
    /// </summary>
    public IQueryable<WorkItem> For(CurrentAccount account)
    {
        var visible = access.VisibleIds(account);
        return WorkSight
            .Own(db, account)
            .AsNoTracking()
            .Where(w => visible.Contains(w.CaseId) || w.Kind == WorkItemKind.AnswerWithdrawal || w.Page == CaseLinks.Minimum);
    }

    /// <summary>What is due soon or has no date first; then safety, money, dates; within each what is due first, then what has waited longest.</summary>
    public async Task<IReadOnlyList<WaitingRow>> ListAsync(CurrentAccount account, DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        var alone = Seeing.ThreadAlone(db, account, today);
        return await For(account)
            .Join(
                db.Set<Case>(),
                w => w.CaseId,
                c => c.Id,
                (w, c) =>
                    new
                    {
                        Item = w,
                        c.Number,
                        c.NeutralName,
                        c.HeldAt,
                    }
            )
            .OrderBy(x => x.Item.DueOn != null && x.Item.DueOn > soon)
            // Stored as words, so the order of the page is said here.
            .ThenBy(x =>
                x.Item.Urgency == Urgency.Safety ? 0
                : x.Item.Urgency == Urgency.Money ? 1
                : 2
            )
            .ThenBy(x => x.Item.DueOn == null)
            .ThenBy(x => x.Item.DueOn)
            .ThenBy(x => x.Item.CreatedAt)
            .Take(Shown)
            .Select(x => new WaitingRow(
                x.Item.CaseId,
                x.Number,
                x.NeutralName,
                x.Item.Kind,
                x.Item.Urgency,
                x.Item.Page,
                x.Item.SubjectId,
                x.Item.AccountId == account.Id,
                x.HeldAt != null && !alone.Contains(x.Item.CaseId),
                x.Item.CreatedAt,
                x.Item.DueOn
            ))
            .ToListAsync();
    }

    /// <summary>Open cases by step of their programme, with the steps that hold none.</summary>
    public async Task<IReadOnlyList<StepCount>> StepsAsync(CurrentAccount account, DateOnly today)
    {
        var alone = Seeing.ThreadAlone(db, account, today);
        var counts = await access
            .Visible(account)
            .Where(c => c.ClosedAt == null && !alone.Contains(c.Id))
            .GroupBy(c => new { c.ProgrammeId, c.Step })
            .Select(g => new
            {
                g.Key.ProgrammeId,
                g.Key.Step,
                Count = g.Count(),
            })
            .ToListAsync();
        return
        [
            .. counts
                .Select(c => c.ProgrammeId)
                .Distinct()
                .SelectMany(id => programmes.Get(id).Steps.Select(s => (Programme: id, s.Order, Name: s.Name.Shown)))
                .Select(s => (s.Order, s.Name, Count: counts.Where(c => c.ProgrammeId == s.Programme && c.Step == s.Order).Sum(c => c.Count)))
                .GroupBy(s => (s.Order, s.Name))
                .OrderBy(g => g.Key.Order)
                .Select(g => new StepCount(g.Key.Order, g.Key.Name, g.Sum(s => s.Count))),
        ];
    }

    /// <summary>
    /// What is due on the next days in the cases the account may see: whoever it waits for, where the account may see the journey;
    /// else what waits for itself, since the day of another's task can be the day of departure.
    /// </summary>
    public async Task<IReadOnlyList<AheadRow>> AheadAsync(CurrentAccount account, DateOnly today)
    {
        var visible = access.Visible(account);
        return await WorkSight
            .Shown(db, account, today)
            .AsNoTracking()
            .Where(w => w.DueOn > today)
            .Join(
                visible.Where(c => c.ClosedAt == null || c.JusticeOpenSince != null),
                w => w.CaseId,
                c => c.Id,
                (w, c) =>
                    new
                    {
                        w.DueOn,
                        w.CaseId,
                        c.NeutralName,
                        w.Kind,
                    }
            )
            .Distinct()
            .OrderBy(x => x.DueOn)
            .ThenBy(x => x.NeutralName)
            .Take(AheadShown)
            .Select(x => new AheadRow(x.DueOn!.Value, x.CaseId, x.NeutralName, x.Kind))
            .ToListAsync();
    }

    /// <summary>
    /// What the header counts, in one query: of what waits, what is due soon or has no date. Asked once for a request: the start page shows
    /// some of it too.
    /// </summary>
    public async Task<HeaderCounts> CountsAsync(CurrentAccount account, DateOnly today) => header ??= await CountAsync(account, today);

    private Task<HeaderCounts> CountAsync(CurrentAccount account, DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        var waiting = For(account).Where(w => w.DueOn == null || w.DueOn <= soon);
        var matters = access.Visible(account).Where(c => c.State == CaseState.Matter && c.RegionId == account.OrganisationId);
        var questions = consultations.WaitingFor(account);
        return db.Set<Account>()
            .Where(a => a.Id == account.Id)
            .Select(a => new HeaderCounts(
                waiting.Count(),
                matters.Count(),
                questions.Count(),
                db.Set<Notice>().Count(n => n.AccountId == a.Id && n.ReadAt == null)
            ))
            .FirstAsync();
    }
}

/// <param name="Mine">Assigned to the reader; else to whoever holds the role at the office.</param>
/// <param name="Held">The case is stopped.</param>
internal sealed record WaitingRow(
    Guid CaseId,
    string Number,
    string NeutralName,
    WorkItemKind Kind,
    Urgency Urgency,
    string Page,
    Guid? SubjectId,
    bool Mine,
    bool Held,
    DateTime CreatedAt,
    DateOnly? DueOn
)
{
    /// <summary>Who is asked after a withdrawal need not see the case any more.</summary>
    public string Path => Kind == WorkItemKind.AnswerWithdrawal ? $"/recipient-answers/{SubjectId:D}" : CaseLinks.To(CaseId, Page);

    public bool IsLate(DateOnly today) => DueOn < today;

    public bool IsSoon(DateOnly today) => DueOn is not { } due || due <= today.AddDays(WaitingQueries.SoonDays);
}

internal sealed record StepCount(int Order, string Name, int Count);

internal sealed record AheadRow(DateOnly DueOn, Guid CaseId, string NeutralName, WorkItemKind Kind);

/// <param name="Waiting">Work items of the account.</param>
/// <param name="Matters">First contacts that no one in the region has taken.</param>
/// <param name="Questions">Questions without a case that wait for the account.</param>
/// <param name="UnreadNotices">Shown on the start page.</param>
internal sealed record HeaderCounts(int Waiting, int Matters, int Questions, int UnreadNotices);
