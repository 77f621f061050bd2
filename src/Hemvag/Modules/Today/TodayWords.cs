using System.Globalization;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Today;

/// <summary>How counts and days are said on the start page.</summary>
internal sealed class TodayWords(IStringLocalizer<TodayTexts> texts)
{
    private const int LargestInWords = 12;

    private const int DaysOfAWeek = 7;

    /// <summary>Sju, or 24: small counts in words.</summary>
    public string Number(int count) =>
        count is > 0 and <= LargestInWords ? texts[string.Create(CultureInfo.InvariantCulture, $"Today.Number.{count}")] : Amounts.Count(count);

    /// <summary>"Tisdag 10 mars. Sju uppgifter väntar på dig."</summary>
    public string Lead(DateOnly today, int waiting) =>
        waiting switch
        {
            0 => texts["Today.Lead.None", Capital(Dates.Weekday(today))],
            1 => texts["Today.Lead.One", Capital(Dates.Weekday(today))],
            _ => texts["Today.Lead.Many", Capital(Dates.Weekday(today)), Number(waiting)],
        };

    /// <summary>"13 till, efter 6 december".</summary>
    public string Later(int count, DateOnly today) =>
        texts["Today.Later", Amounts.Count(count), Dates.DayNear(today.AddDays(WaitingQueries.SoonDays), today)];

    public string OpenCases(int count) =>
        count switch
        {
            0 => texts["Today.Open.None"],
            1 => texts["Today.Open.One"],
            _ => texts["Today.Open.Many", Number(count)],
        };

    /// <summary>When it is due, how late it is, or since when it has waited.</summary>
    public string When(WaitingRow row, DateOnly today, TimeZoneInfo zone) =>
        row.DueOn is { } due ? Due(due, today) : Since(Moments.DayOf(row.CreatedAt, zone), today);

    /// <summary>ons 11 within a week, else 11 dec.</summary>
    public static string Ahead(DateOnly day, DateOnly today) =>
        day.DayNumber - today.DayNumber < DaysOfAWeek ? Dates.ShortWeekday(day) : Dates.ShortDayNear(day, today);

    /// <summary>Says first whose safety, money or date it is about.</summary>
    public string UrgencyOf(WaitingRow row) => texts[$"Urgency.{row.Urgency}"];

    private string Due(DateOnly due, DateOnly today) =>
        (due.DayNumber - today.DayNumber) switch
        {
            0 => texts["Today.Due.Today"],
            1 => texts["Today.Due.Tomorrow"],
            -1 => texts["Today.Due.Yesterday"],
            < 0 => texts["Today.Due.Late", today.DayNumber - due.DayNumber],
            _ => Capital(Dates.WeekdayNear(due, today)),
        };

    private string Since(DateOnly day, DateOnly today) =>
        (today.DayNumber - day.DayNumber) switch
        {
            0 => texts["Today.Since.Today"],
            1 => texts["Today.Since.Yesterday"],
            _ => texts["Today.Since.Day", Dates.DayNear(day, today)],
        };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
