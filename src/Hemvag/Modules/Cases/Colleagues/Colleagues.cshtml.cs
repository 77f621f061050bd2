using Hemvag.Data;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Colleagues;

/// <summary>Who of the own organisation works on the case: take it on, share it, hand it over.</summary>
[Needs(CaseAction.ShareCase)]
internal sealed class ColleaguesModel(ColleagueService service, ColleagueQueries queries) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Guid? ColleagueId { get; set; }

    /// <summary>Whoever hands over goes on seeing the case.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    internal IReadOnlyList<ColleaguePart> Parts { get; private set; } = [];

    internal IReadOnlyList<Choice> Others { get; private set; } = [];

    /// <summary>Nobody there has taken the case on.</summary>
    internal bool Waits => Parts.Any(p => p.AccountId is null);

    /// <summary>It is the reader's own case, or that of someone they stand in for.</summary>
    internal bool IsMine => Parts.Any(p => p is { Own: true, AccountId: { } id } && Handle.Account.Whos.Contains(id));

    internal bool CanChange => Case.IsCaredFor;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostTakeOnAsync()
    {
        await service.TakeOnAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Colleagues));
    }

    public async Task<IActionResult> OnPostShareAsync()
    {
        await service.ShareAsync(Handle, OperationId, Chosen());
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Colleagues));
    }

    public async Task<IActionResult> OnPostEndSharingAsync()
    {
        await service.EndSharingAsync(Handle, OperationId, Chosen());
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Colleagues));
    }

    public async Task<IActionResult> OnPostHandOverAsync()
    {
        await service.HandOverAsync(Handle, OperationId, Chosen(), Keep);
        // Who has handed it over may not see it any more.
        return Redirect(Keep ? CaseLinks.To(Handle.CaseId, CaseLinks.Colleagues) : "/");
    }

    public async Task LoadAsync()
    {
        Parts = await queries.PartsAsync(Handle);
        Others = [.. (await queries.ColleaguesAsync(Handle)).Select(c => new Choice(c.Id.ToString(), c.Name))];
    }

    private Guid Chosen() => ColleagueId ?? throw new RefusedException(CaseRefusals.ColleagueMissing, nameof(ColleagueId));
}
