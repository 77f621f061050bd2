using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Which days a milestone can have. What happened can always be recorded; a day that cannot be is a slip of the pen, and a wrong year of
/// arrival would end months of contact before they begin.
/// </summary>
internal sealed class FactDays(HemvagDbContext db, Case @case, DateOnly today, string? zone)
{
    /// <summary>Not from the seeds: how long before its case was opened something that belongs to it can have happened.</summary>
    private const int MostYearsBeforeOpening = 1;

    // The steps of the return: none lies before the one it follows, and none before the case.
    public static readonly IReadOnlyList<(MilestoneKind Earlier, MilestoneKind Later)> Order =
    [
        (MilestoneKind.Departed, MilestoneKind.MetOnArrival),
        (MilestoneKind.Departed, MilestoneKind.OnwardJourneyDone),
        (MilestoneKind.MetOnArrival, MilestoneKind.OnwardJourneyDone),
        (MilestoneKind.MetOnArrival, MilestoneKind.FollowUpDone),
    ];

    private static readonly HashSet<MilestoneKind> OfTheReturn = [.. Order.SelectMany(o => new[] { o.Earlier, o.Later })];

    /// <summary>Something written down in a case: not in the future, and at most a year before the case began.</summary>
    /// <param name="field">The field of the form that holds the day.</param>
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly.</exception>
    public void Require(DateOnly day, string field) => Require(day, Began.AddYears(-MostYearsBeforeOpening), field);

    /// <summary>Something done in the case itself: not in the future, and not before it began.</summary>
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly.</exception>
    public void RequireWithin(DateOnly day, string field) => Require(day, Began, field);

    /// <exception cref="RefusedException">DateInFuture, DateTooEarly, DateBeforeEarlierStep, DateAfterLaterStep.</exception>
    public async Task RequireAsync(MilestoneKind kind, DateOnly day, string field)
    {
        if (kind == MilestoneKind.FirstContact)
        {
            // The matter is opened for it, and has a bound of its own.
            Require(day, DateOnly.MinValue, field);
            return;
        }

        if (!OfTheReturn.Contains(kind))
        {
            Require(day, field);
            return;
        }

        Require(day, Began, field);
        var days = await DaysAsync();
        if (Order.Any(o => o.Later == kind && days.TryGetValue(o.Earlier, out var earlier) && day < earlier))
        {
            throw new RefusedException(CaseRefusals.DateBeforeEarlierStep, field);
        }

        if (Order.Any(o => o.Earlier == kind && days.TryGetValue(o.Later, out var later) && day > later))
        {
            throw new RefusedException(CaseRefusals.DateAfterLaterStep, field);
        }
    }

    private void Require(DateOnly day, DateOnly first, string field)
    {
        if (day > today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, field);
        }

        if (day < first)
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, field);
        }
    }

    // A case that began on paper is older than its row.
    private DateOnly Began
    {
        get
        {
            var opened = LocalDates.Today(@case.OpenedAt, zone);
            return @case.BeganOn is { } began && began < opened ? began : opened;
        }
    }

    private async Task<Dictionary<MilestoneKind, DateOnly>> DaysAsync()
    {
        var stored = await db.Set<CaseMilestone>().Where(m => m.CaseId == @case.Id).ToListAsync();
        var added = db.Set<CaseMilestone>().Local.Where(m => m.CaseId == @case.Id);
        return stored.Union(added).ToDictionary(m => m.Kind, m => m.OccurredOn);
    }
}
