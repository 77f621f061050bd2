using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>One row of the own organisation, and taking it back.</summary>
[ForRoles(Role.NationalCoordination, Role.RegionalCoordinator)]
internal sealed class SupportTalkModel(SupportLog log, SupportPlaces places, LineWords words) : AccountPageModel, ILoadsForRedisplay
{
    [FromRoute]
    public Guid TalkId { get; set; }

    public LogReversalReason? Reason { get; set; }

    internal LineWords Words => words;

    internal SupportPlaces Places => places;

    internal SupportTalk Talk { get; private set; } = null!;

    internal SupportReversal? Reversal { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await IsThereAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([Required] LogReversalReason? reason)
    {
        Reason = reason;
        return await log.TakeBackAsync(Me, OperationId, TalkId, reason!.Value) ? Redirect(HelplinePlaces.Talk(TalkId)) : NotFound();
    }

    public async Task LoadAsync()
    {
        if (!await IsThereAsync())
        {
            throw new NotThereException();
        }
    }

    private async Task<bool> IsThereAsync()
    {
        if (await log.FindAsync(Me, TalkId) is not { } found)
        {
            return false;
        }

        (Talk, Reversal) = found;
        return true;
    }
}
