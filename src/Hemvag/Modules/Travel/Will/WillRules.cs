using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Will;

/// <summary>Whether the person's yes still counts. Only the newest answer does: a later "no" or "wait" undoes an earlier yes.</summary>
internal static class WillRules
{
    /// <summary>Not from the seeds: how old a yes may be when the journey is booked.</summary>
    public const int DaysBeforeBooking = 30;

    public static bool HoldsForBooking(WillAnswer? newest, DateOnly today) =>
        newest is { Word: WillWord.Yes } && newest.AskedOn >= today.AddDays(-DaysBeforeBooking);

    /// <param name="departsOn">The planned day in the zone of departure; null while no journey is planned.</param>
    public static bool HoldsForTravel(WillAnswer? newest, DateOnly? departsOn) =>
        newest is { Word: WillWord.Yes } && departsOn is { } day && newest.AskedOn == day;

    public static WillAnswer? Newest(IEnumerable<WillAnswer> answers) =>
        answers.OrderBy(a => a.AskedOn).ThenBy(a => a.RecordedAt).ThenBy(a => a.Id).LastOrDefault();

    public static async Task<WillAnswer?> NewestAsync(HemvagDbContext db, Guid caseId) =>
        Newest(await db.Set<WillAnswer>().AsNoTracking().Where(a => a.CaseId == caseId).ToListAsync());

    /// <summary>The planned day of departure, which stands in clear only as the due date of the newest task to ask that day.</summary>
    public static Task<DateOnly?> DepartsOnAsync(HemvagDbContext db, Guid caseId) =>
        AskedOnTheDay(db).Where(w => w.CaseId == caseId).Select(w => w.DueOn).FirstOrDefaultAsync();

    /// <summary>The tasks to ask on the day of travel, of every case, the one that counts first.</summary>
    public static IQueryable<WorkItem> AskedOnTheDay(HemvagDbContext db) =>
        db.Set<WorkItem>()
            .AsNoTracking()
            .Where(w => w.Kind == WorkItemKind.ReconfirmWill)
            .OrderBy(w => w.DoneAt == null ? 0 : 1)
            .ThenByDescending(w => w.CreatedAt)
            .ThenByDescending(w => w.Id);
}
