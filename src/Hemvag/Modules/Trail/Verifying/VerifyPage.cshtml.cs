using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Trail.Verifying;

/// <summary>Starts a verification and shows the last one; it can be left and come back to.</summary>
[ForRoles(Role.DataProtectionOfficer, Role.Auditor)]
internal sealed class VerifyPageModel(VerificationRuns runs) : AccountPageModel
{
    public VerificationRun? Last { get; private set; }

    public async Task OnGetAsync() => Last = await runs.LastAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await runs.StartAsync(Me, OperationId);
        return RedirectToPage();
    }
}
