using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Hours;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>Who is to be called back, the log, and when the helpline answers, on the caller's clock too.</summary>
[ForRoles(Role.IomCaseworker)]
internal sealed class HelplineListModel(EnquiryQueries queries, OrganisationCatalogue catalogue, LineWords words, TimeProvider time)
    : AccountPageModel
{
    private const int DaysShown = 7;

    [BindProperty(SupportsGet = true)]
    public HelplineChannel? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public HelplineLanguage? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public HelplineTopic? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public HelplineOutcome? Outcome { get; set; }

    /// <summary>Country of the caller: its office says the zone. Not kept.</summary>
    [BindProperty(SupportsGet = true), MaxLength(10)]
    public string? Place { get; set; }

    internal LineWords Words => words;

    internal DateTime Now => time.GetUtcNow().UtcDateTime;

    internal DateOnly Today => HelplineHours.Today(Now);

    internal OpenHours Next => HelplineHours.NowOrNext(Now);

    internal IReadOnlyList<HelplineDay> Days => [.. HelplineHours.Weekdays(Now, DaysShown)];

    internal IReadOnlyList<OpenCallBack> CallBacks { get; private set; } = [];

    /// <summary>Null when a filter can't be understood.</summary>
    internal IReadOnlyList<EnquiryLine>? Lines { get; private set; }

    internal OfficeEntry? Caller { get; private set; }

    internal TimeZoneInfo? CallerZone => Caller is { } office ? TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone) : null;

    internal IReadOnlyList<Choice> Places =>
        [.. catalogue.Offices.Select(o => new Choice(o.CountryCode, NameOf(o))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    public async Task OnGetAsync()
    {
        CallBacks = await queries.OpenCallBacksAsync();
        Caller = string.IsNullOrEmpty(Place) ? null : catalogue.OfficeIn(Place);
        // A filter that can't be understood shows nothing, never everything.
        if (ModelState.IsValid && (string.IsNullOrEmpty(Place) || Caller is not null))
        {
            Lines = await queries.ListAsync(new EnquiryFilter(Channel, Language, Topic, Outcome));
        }
    }

    internal static string NameOf(OfficeEntry office) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? office.Name.En : office.Name.Sv;
}
