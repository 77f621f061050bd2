namespace Hemvag.Modules.Helpline.Hours;

/// <summary>A day on which Sweden is closed. Sundays as such are not named.</summary>
internal enum SwedishHoliday
{
    NewYearsDay,
    Epiphany,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    MayDay,
    AscensionDay,
    WhitSunday,
    NationalDay,
    MidsummerEve,
    MidsummerDay,
    AllSaintsDay,
    ChristmasEve,
    ChristmasDay,
    BoxingDay,
    NewYearsEve,
}

/// <summary>What makes the day one.</summary>
internal enum HolidayGround
{
    /// <summary>Lagen (1989:253) om allmänna helgdagar, section 1.</summary>
    Law,

    /// <summary>No public holiday by that law, but closed by custom (not from the seeds).</summary>
    Custom,
}

/// <summary>Swedish public holidays, computed. Holds from 2005, when the national day became one.</summary>
internal static class SwedishHolidays
{
    public static HolidayGround GroundOf(SwedishHoliday holiday) =>
        holiday is SwedishHoliday.MidsummerEve or SwedishHoliday.ChristmasEve or SwedishHoliday.NewYearsEve
            ? HolidayGround.Custom
            : HolidayGround.Law;

    /// <summary>Null for an ordinary day. When the national day falls on Whit Sunday, it is named as the latter.</summary>
    public static SwedishHoliday? On(DateOnly day) => ByEaster(day) ?? Fixed(day) ?? BySaturday(day);

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - b / 4 - g + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }

    private static SwedishHoliday? Fixed(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (1, 1) => SwedishHoliday.NewYearsDay,
            (1, 6) => SwedishHoliday.Epiphany,
            (5, 1) => SwedishHoliday.MayDay,
            (6, 6) => SwedishHoliday.NationalDay,
            (12, 24) => SwedishHoliday.ChristmasEve,
            (12, 25) => SwedishHoliday.ChristmasDay,
            (12, 26) => SwedishHoliday.BoxingDay,
            (12, 31) => SwedishHoliday.NewYearsEve,
            _ => null,
        };

    private static SwedishHoliday? ByEaster(DateOnly day) =>
        (day.DayNumber - Easter(day.Year).DayNumber) switch
        {
            -2 => SwedishHoliday.GoodFriday,
            0 => SwedishHoliday.EasterSunday,
            1 => SwedishHoliday.EasterMonday,
            39 => SwedishHoliday.AscensionDay,
            49 => SwedishHoliday.WhitSunday,
            _ => null,
        };

    // Midsummer day: the Saturday of 20–26 June, its eve the day before. All Saints: the Saturday of 31 October–6 November.
    private static SwedishHoliday? BySaturday(DateOnly day) =>
        (day.DayOfWeek, day.Month, day.Day) switch
        {
            (DayOfWeek.Friday, 6, >= 19 and <= 25) => SwedishHoliday.MidsummerEve,
            (DayOfWeek.Saturday, 6, >= 20 and <= 26) => SwedishHoliday.MidsummerDay,
            (DayOfWeek.Saturday, 10, 31) => SwedishHoliday.AllSaintsDay,
            (DayOfWeek.Saturday, 11, <= 6) => SwedishHoliday.AllSaintsDay,
            _ => null,
        };
}
