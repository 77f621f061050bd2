using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Trail.Reading;

/// <summary>The trail: what was done, by whom, when. Filters that can't be understood show nothing, never everything.</summary>
[ForRoles(Role.DataProtectionOfficer, Role.Auditor)]
internal sealed class TrailPageModel(TrailQueries queries, IEnumerable<TimelineTexts> timeline, IStringLocalizerFactory localizers)
    : AccountPageModel,
        ILoadsForRedisplay
{
    private const int LastPage = 10_000;

    public string? Number { get; set; }

    public DateOnly? Day { get; private set; }

    public string? CaseNumber { get; private set; }

    public TrailFilter? Filter { get; private set; }

    public IReadOnlyList<TrailRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync()
    {
        Filter = await ReadFilterAsync();
        if (Filter is not null)
        {
            var rows = await queries.ListAsync(Me, Filter);
            HasMore = rows.Count > TrailQueries.PageSize;
            Rows = [.. rows.Take(TrailQueries.PageSize)];
        }
    }

    /// <summary>By POST, so that no number stands in an address or a log.</summary>
    public async Task<IActionResult> OnPostAsync([Required, MaxLength(40)] string? number)
    {
        Number = number;
        var found = await queries.FindCaseAsync(Me, number!) ?? throw new RefusedException(CaseRefusals.CaseNumberUnknown, nameof(Number));
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/trail?case={found:D}"));
    }

    public Task LoadAsync() => Task.CompletedTask;

    public string KindOf(string kind) => TimelineTexts.For(timeline, localizers, kind);

    /// <summary>The same page with one thing changed.</summary>
    public string With(string? area = null, string? kind = null, int page = 1) =>
        QueryString
            .Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["area"] = area ?? Request.Query["area"].FirstOrDefault(),
                    ["kind"] = kind ?? Request.Query["kind"].FirstOrDefault(),
                    ["case"] = Request.Query["case"].FirstOrDefault(),
                    ["day"] = Request.Query["day"].FirstOrDefault(),
                    ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
                }.Where(p => !string.IsNullOrEmpty(p.Value))
            )
            .ToUriComponent()
            is { Length: > 0 } query
            ? "/trail" + query
            : "/trail";

    private async Task<TrailFilter?> ReadFilterAsync()
    {
        if (!TryRead<TrailArea>("area", out var area) || !TryDay(out var day) || !TryPage(out var page) || !TryCase(out var caseId))
        {
            return null;
        }

        if (caseId is { } id && (CaseNumber = await queries.NumberOfAsync(Me, id)) is null)
        {
            return null;
        }

        var kind = Request.Query["kind"].FirstOrDefault();
        return new TrailFilter(area, string.IsNullOrEmpty(kind) ? null : kind, caseId, day, page);
    }

    private bool TryRead<TEnum>(string name, out TEnum? value)
        where TEnum : struct, Enum
    {
        value = null;
        var text = Request.Query[name].FirstOrDefault();
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!Enum.GetNames<TEnum>().Contains(text, StringComparer.Ordinal))
        {
            return false;
        }

        value = Enum.Parse<TEnum>(text);
        return true;
    }

    private bool TryDay(out (DateTime, DateTime)? day)
    {
        day = null;
        var text = Request.Query["day"].FirstOrDefault();
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date == DateOnly.MaxValue)
        {
            return false;
        }

        Day = date;
        day = (Midnight(date), Midnight(date.AddDays(1)));
        return true;
    }

    private DateTime Midnight(DateOnly date) => TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), Zone);

    private bool TryPage(out int page)
    {
        page = 1;
        var text = Request.Query["page"].FirstOrDefault();
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= LastPage);
    }

    private bool TryCase(out Guid? caseId)
    {
        caseId = null;
        var text = Request.Query["case"].FirstOrDefault();
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = Guid.TryParseExact(text, "D", out var id);
        caseId = id;
        return read;
    }
}
