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
            var talks = (await log.CountedAsync(year)).ToLookup(t => t.OrganisationId == Me.OrganisationId);
            var months = CountTable.OfMonths(
                words["Counts.ByMonth"],
                year,
                talks[false].Select(t => t.Day.Month),
                talks[true].Select(t => t.Day.Month)
            );
            Tables = months.Total is null
                ? [months]
                :
                [
                    months,
                    By(words["Support.Topic"], t => t.Topic),
                    Each(words["Counts.ByRegion"], places.Regions, t => places.RegionOf(t.CountyCode), places.NameOfRegion),
                    By(words["Support.Asker"], t => t.Asker),
                    By(words["Support.Length"], t => t.Length),
                    By(words["Support.Referral"], t => t.Referral),
                ];

            CountTable By<T>(string title, Func<SupportTalk, T> of)
                where T : struct, Enum => Each(title, Enum.GetValues<T>(), of, words.Of);

            CountTable Each<T>(string title, IReadOnlyList<T> kinds, Func<SupportTalk, T> of, Func<T, string> name)
                where T : notnull => CountTable.Of(title, kinds, talks[false].Select(of), talks[true].Select(of), name);
        }
    }
}
