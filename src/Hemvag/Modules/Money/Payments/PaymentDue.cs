using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>The days of a payment: an instalment when its month begins, everything else the next working day.</summary>
internal static class PaymentDue
{
    public static async Task<DateOnly> OfAsync(CaseWork work, Payment payment) =>
        await MonthBeginsAsync(work, payment) ?? LocalDates.NextWorkingDay(work.Today);

    /// <summary>
    /// The first month begins on the day of arrival, each other a month after the one before. Null for what is no instalment, and before the arrival.
    /// </summary>
    public static async Task<DateOnly?> MonthBeginsAsync(CaseWork work, Payment payment)
    {
        if (payment.Month is not { } month)
        {
            return null;
        }

        var met = await work
            .Db.Set<CaseMilestone>()
            .Where(m => m.CaseId == work.Case.Id && m.Kind == MilestoneKind.MetOnArrival)
            .Select(m => (DateOnly?)m.OccurredOn)
            .FirstOrDefaultAsync();
        return met is { } day ? MonthBegins(day, month) : null;
    }

    /// <param name="met">The day the person was met at home.</param>
    /// <param name="month">1 for the first instalment.</param>
    public static DateOnly MonthBegins(DateOnly met, int month) => met.AddMonths(month - 1);
}
