using Hemvag.Modules.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Today.Calendar;

/// <summary>The secret address of one's own calendar: made, shown once, revoked.</summary>
[ForRoles]
internal sealed class CalendarPageModel(CalendarKeeping keeping) : AccountPageModel
{
    internal DateTime? LiveSince { get; private set; }

    /// <summary>Shown on the answer to the form that made it, and never again.</summary>
    internal string? Made { get; private set; }

    public async Task OnGetAsync() => LiveSince = await keeping.LiveSinceAsync(Me.Id);

    public async Task<IActionResult> OnPostMakeAsync()
    {
        Made = await keeping.MakeAsync(Me, OperationId);
        LiveSince = await keeping.LiveSinceAsync(Me.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        await keeping.RevokeAsync(Me, OperationId);
        return Redirect(CalendarKeeping.Page);
    }
}
