using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Counting;
using Hemvag.Modules.Helpline.Hours;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>The organisation's own rows; to national coordination also the figures of everyone's.</summary>
[ForRoles(Role.NationalCoordination, Role.RegionalCoordinator)]
internal sealed class SupportListModel(SupportLog log, SupportPlaces places, LineWords words, TimeProvider time) : AccountPageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    internal LineWords Words => words;

    internal SupportPlaces Places => places;

    internal IReadOnlyList<(SupportTalk Talk, SupportReversal? Reversal)> Rows { get; private set; } = [];

    internal bool SeesCounts => Me.Is(Role.NationalCoordination);

    internal IReadOnlyList<int> Years => [.. CountedYear.Choices(Today)];

    /// <summary>Null for a year that is not to be chosen.</summary>
    internal IReadOnlyList<CountTable>? Tables { get; private set; }

    internal DateOnly Today => HelplineHours.Today(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync()
    {
        Rows = await log.ListAsync(Me);
        if (SeesCounts && ModelState.IsValid && CountedYear.Of(Year, Today) is { } year)
        {
            Year = year.Year;
            var talks = await log.CountedAsync(year.From, year.Until);
            Tables =
            [
                CountTable.Of(words["Counts.ByMonth"], year.Months, talks.Select(t => t.Day.Month), year.NameOf),
                By(words["Support.Topic"], talks.Select(t => t.Topic)),
                CountTable.Of(words["Counts.ByRegion"], places.Regions, talks.Select(t => places.RegionOf(t.CountyCode)), places.NameOfRegion),
                By(words["Support.Asker"], talks.Select(t => t.Asker)),
                By(words["Support.Length"], talks.Select(t => t.Length)),
                By(words["Support.Referral"], talks.Select(t => t.Referral)),
            ];
        }
    }

    private CountTable By<T>(string title, IEnumerable<T> found)
        where T : struct, Enum => CountTable.Of(title, Enum.GetValues<T>(), found, words.Of);
}
