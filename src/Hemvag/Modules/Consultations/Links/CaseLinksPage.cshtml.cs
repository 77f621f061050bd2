using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Links of one case: made, revoked, and what was written through them.</summary>
[Needs(CaseAction.MakeLink)]
internal sealed class CaseLinksPageModel(LinkService service, LinkQueries queries, IStringLocalizer<ConsultationsTexts> texts)
    : CasePageModel,
        ILoadsForRedisplay
{
    public string? Answer { get; set; }

    internal IReadOnlyList<LinkRow> Rows { get; private set; } = [];

    internal IReadOnlyList<LinkThread> Threads { get; private set; } = [];

    /// <summary>Shown on the answer to the form that made it, and never again.</summary>
    internal LinkSecret? Made { get; private set; }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal SealedClosed Closed =>
        new(Handle.CaseId, Compartment.Protection, texts["Links.Words"], texts["Links.Holds"], LinkPlaces.OfCase, LinkPlaces.OfCase);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostMakeAsync(Guid? follows)
    {
        Made = await service.MakeAsync(Handle, OperationId, follows);
        await LoadAsync();
        return Page();
    }

    public Task<IActionResult> OnPostRevokeAsync(Guid linkId) => BackAsync(service.RevokeAsync(Handle, OperationId, linkId));

    public Task<IActionResult> OnPostAnswerAsync(Guid linkId, TypedAnswer typed)
    {
        Answer = typed.Answer;
        return BackAsync(service.AnswerAsync(Handle, OperationId, linkId, typed.Answer!));
    }

    public Task<IActionResult> OnPostDoneAsync(Guid linkId) => BackAsync(service.DoneAsync(Handle, OperationId, linkId));

    public async Task LoadAsync()
    {
        Rows = await queries.OfCaseAsync(Handle);
        Threads = await queries.ThreadsAsync(Handle);
    }

    /// <summary>The newest link of a thread: an answer is given to it.</summary>
    internal OneTimeLink? NewestOf(LinkThread thread) => Rows.Select(r => r.Link).FirstOrDefault(l => l.ThreadId == thread.ThreadId);

    private async Task<IActionResult> BackAsync(Task done)
    {
        await done;
        return Redirect(CaseLinks.To(Handle.CaseId, LinkPlaces.OfCase));
    }

    /// <summary>A class, and no argument of the handler: the framework's log names the values of those.</summary>
    internal sealed class TypedAnswer
    {
        [Required, MaxLength(6000)]
        public string? Answer { get; set; }
    }
}
