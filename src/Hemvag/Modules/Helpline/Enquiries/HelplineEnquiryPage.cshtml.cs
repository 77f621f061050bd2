using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>One enquiry: calling back, the cases it belongs to among those the reader sees, taking it back.</summary>
[ForRoles(Role.IomCaseworker)]
internal sealed class HelplineEnquiryModel(EnquiryLog log, EnquiryLinking linking, EnquiryQueries queries, LineWords words)
    : AccountPageModel,
        ILoadsForRedisplay
{
    [FromRoute]
    public Guid EnquiryId { get; set; }

    public CallBackResult? Result { get; set; }

    public DateOnly? NextOn { get; set; }

    /// <summary>Of the case the enquiry belongs to. Bound and not handed over: what is handed to a handler stands in the finest log.</summary>
    [BindProperty, MaxLength(40)]
    public string? Number { get; set; }

    public LogReversalReason? Reason { get; set; }

    internal EnquiryShown Shown { get; private set; } = null!;

    internal LineWords Words => words;

    public async Task<IActionResult> OnGetAsync() => await IsThereAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostCallBackAsync([Required] CallBackResult? result, DateOnly? nextOn)
    {
        (Result, NextOn) = (result, nextOn);
        return Back(await log.CallBackAsync(Me, OperationId, EnquiryId, result!.Value, nextOn));
    }

    public async Task<IActionResult> OnPostLinkAsync() => Back(await linking.LinkAsync(Me, OperationId, EnquiryId, Number ?? ""));

    public async Task<IActionResult> OnPostUnlinkAsync([Required] Guid? link, [Required] LogReversalReason? why) =>
        Back(await linking.TakeBackAsync(Me, OperationId, EnquiryId, link!.Value, why!.Value));

    public async Task<IActionResult> OnPostTakeBackAsync([Required] LogReversalReason? reason)
    {
        Reason = reason;
        return Back(await log.TakeBackAsync(Me, OperationId, EnquiryId, reason!.Value));
    }

    public async Task LoadAsync()
    {
        if (!await IsThereAsync())
        {
            throw new NotThereException();
        }
    }

    private IActionResult Back(bool isThere) => isThere ? Redirect(HelplinePlaces.Enquiry(EnquiryId)) : NotFound();

    private async Task<bool> IsThereAsync()
    {
        if (await queries.FindAsync(Me, EnquiryId) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }
}
