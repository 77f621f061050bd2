using System.Globalization;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>How many cases a programme has had in a year; and, under <c>names</c>, how many neutral names were given.</summary>
internal sealed class CaseCounter
{
    public required string Key { get; init; }

    public required int Last { get; set; }
}

/// <summary>Gives a case its number and its neutral name. Numbers are never used again.</summary>
internal static class CaseNumbers
{
    private static readonly string[] Trees =
    [
        "Björk",
        "Ek",
        "Rönn",
        "Al",
        "Ask",
        "Alm",
        "Lönn",
        "Hassel",
        "Sälg",
        "Lind",
        "Tall",
        "Gran",
        "En",
        "Asp",
        "Bok",
        "Hägg",
        "Oxel",
        "Pil",
        "Lärk",
        "Idegran",
    ];

    /// <param name="prefix">The programme's, "ÅMP".</param>
    /// <param name="year">In the region's zone.</param>
    public static async Task<(string Number, string NeutralName)> TakeAsync(HemvagDbContext db, string prefix, int year)
    {
        var number = await TakeNumberAsync(db, prefix, year);
        var name = await TakeNextAsync(db, "names") - 1;
        return (number, NameOf(name));
    }

    /// <summary>The number alone, for what has no neutral name.</summary>
    public static async Task<string> TakeNumberAsync(HemvagDbContext db, string prefix, int year)
    {
        var number = await TakeNextAsync(db, string.Create(CultureInfo.InvariantCulture, $"{prefix}/{year}"));
        return string.Create(CultureInfo.InvariantCulture, $"{prefix} {year}-{number:0000}");
    }

    /// <summary>Each count has a name of its own; neighbours in time get names that are far apart, so that nobody mistakes one for the next.</summary>
    /// <param name="count">From 0.</param>
    internal static string NameOf(int count)
    {
        const int perRound = 9;
        const int stride = 37;
        var round = Trees.Length * perRound;
        var place = count % round * stride % round;
        var number = (place / Trees.Length) + 1 + (count / round * perRound);
        return string.Create(CultureInfo.InvariantCulture, $"{Trees[place % Trees.Length]} {number}");
    }

    private static async Task<int> TakeNextAsync(HemvagDbContext db, string key)
    {
        // What is saved together has counted on already.
        var counter =
            db.Set<CaseCounter>().Local.FirstOrDefault(c => c.Key == key) ?? await db.Set<CaseCounter>().FirstOrDefaultAsync(c => c.Key == key);
        if (counter is null)
        {
            counter = new CaseCounter { Key = key, Last = 0 };
            db.Add(counter);
        }

        return ++counter.Last;
    }
}
