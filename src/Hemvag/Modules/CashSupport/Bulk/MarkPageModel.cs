using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>A page on which decisions are marked and the same is done to each; each is answered by itself.</summary>
internal abstract class MarkPageModel(OrganisationQueries organisations, ProgrammeCatalogue programmes, IStringLocalizerFactory localizers)
    : AccountPageModel,
        ILoadsForRedisplay
{
    private readonly Dictionary<Guid, string> offices = [];

    /// <summary>Ids of the cases that were marked.</summary>
    [BindProperty]
    public List<Guid> Marked { get; set; } = [];

    internal IReadOnlyList<ToMark> Waiting { get; private set; } = [];

    /// <summary>Of the form that was just sent; empty before.</summary>
    internal IReadOnlyList<MarkedAnswer> Answers { get; private set; } = [];

    /// <summary>What the keys of its texts end with.</summary>
    internal abstract string Key { get; }

    /// <summary>Where the same is done to one decision, as the last part of its address.</summary>
    internal abstract string OnePage { get; }

    protected abstract Task<IReadOnlyList<ToMark>> WaitingAsync();

    protected abstract Task<IReadOnlyList<MarkedAnswer>> ActAsync();

    /// <param name="all">With it everything on the list is marked already; nothing is done before it is sent.</param>
    public async Task OnGetAsync(string? all)
    {
        await LoadAsync();
        Marked = all is not null ? [.. Waiting.Select(w => w.Id)] : [];
    }

    /// <exception cref="RefusedException">NobodyMarked, TooManyMarked.</exception>
    public async Task<PageResult> OnPostAsync()
    {
        Answers = await ActAsync();
        // The answers stand on the page alone: sent again, the form does nothing twice and is answered alike.
        await LoadAsync();
        Marked = [];
        ModelState.Clear();
        return Page();
    }

    public async Task LoadAsync()
    {
        Waiting = await WaitingAsync();
        foreach (var id in Waiting.Select(w => w.OfficeId).OfType<Guid>().Distinct())
        {
            offices[id] = await organisations.NameAsync(id);
        }
    }

    internal string OfficeOf(ToMark row) => row.OfficeId is { } id ? offices.GetValueOrDefault(id, "") : "";

    internal Amount TotalOf(ToMark row) => new(row.TotalMinor, programmes.Get(row.ProgrammeId).Entitlements.Currency);

    internal string Why(RefusedException refused) => localizers.Create(refused.Refusal.Texts)[refused.Refusal.Key, [.. refused.Arguments]];
}
