using Hemvag.Data;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts.Covers;

/// <summary>Who stands in for an account and when: the owner's page, and the administrator's for someone who is away already.</summary>
internal abstract class CoverPageModel(Covering covering, CoverQueries queries, TimeProvider time) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Guid? ColleagueId { get; set; }

    [BindProperty]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    /// <summary>The cover to end.</summary>
    [BindProperty]
    public Guid? CoverId { get; set; }

    internal IReadOnlyList<CoverView> Covers { get; private set; } = [];

    internal IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    internal CoverQueries Queries => queries;

    internal DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone);

    /// <summary>Who is away. Looks whether the reader may arrange it for them.</summary>
    internal abstract ValueTask<Guid> WhoAsync();

    /// <summary>The page's own address.</summary>
    internal abstract string Path { get; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        FirstDay = Today;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var who = await WhoAsync();
        var colleague = ColleagueId ?? throw new RefusedException(AccountRefusals.CoverColleagueMissing, nameof(ColleagueId));
        var first = FirstDay ?? throw new RefusedException(AccountRefusals.CoverDays, nameof(FirstDay));
        var last = LastDay ?? throw new RefusedException(AccountRefusals.CoverDays, nameof(LastDay));
        await covering.ArrangeAsync(OperationId, Me.Actor, who, colleague, first, last, Today);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await covering.EndAsync(OperationId, Me.Actor, await WhoAsync(), CoverId ?? Guid.Empty);
        return Redirect(Path);
    }

    public virtual async Task LoadAsync()
    {
        var who = await WhoAsync();
        Covers = await queries.OfAsync(who, Today);
        Colleagues = await queries.ColleaguesAsync(who);
    }
}
