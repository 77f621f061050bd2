using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Counting;
using Hemvag.Modules.Helpline.Hours;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>How many enquiries came to the helpline: figures alone, the small ones hidden.</summary>
[ForRoles(Role.IomCaseworker, Role.NationalCoordination, Role.Auditor)]
internal sealed class HelplineCountsModel(EnquiryQueries queries, LineWords words, TimeProvider time) : AccountPageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    internal IReadOnlyList<int> Years => [.. CountedYear.Choices(Today)];

    /// <summary>Null for a year that is not to be chosen.</summary>
    internal IReadOnlyList<CountTable>? Tables { get; private set; }

    internal DateOnly Today => HelplineHours.Today(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync()
    {
        if (ModelState.IsValid && CountedYear.Of(Year, Today) is { } year)
        {
            Year = year.Year;
            var rows = await queries.CountedAsync(year);
            var months = CountTable.OfMonths(words["Counts.ByMonth"], year, rows.Select(r => HelplineHours.Today(r.HappenedAt).Month), []);
            Tables = months.Total is null
                ? [months]
                :
                [
                    months,
                    By(words["Helpline.Channel"], rows.Select(r => r.Channel)),
                    By(words["Helpline.Language"], rows.Select(r => r.Language)),
                    By(words["Helpline.Topic"], rows.Select(r => r.Topic)),
                    By(words["Helpline.Outcome"], rows.Select(r => r.Outcome)),
                ];
        }
    }

    private CountTable By<T>(string title, IEnumerable<T> found)
        where T : struct, Enum => CountTable.Of(title, Enum.GetValues<T>(), found, [], words.Of);
}
