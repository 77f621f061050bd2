using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Administration;

/// <summary>Jobs that were given up, to start again.</summary>
[ForRoles(Role.Administrator)]
internal sealed class DeadJobsModel(JobDesk desk) : AccountPageModel, ILoadsForRedisplay
{
    internal IReadOnlyList<DeadJobView> Dead { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid jobId)
    {
        await desk.StartAgainAsync(OperationId, Me.Actor, jobId);
        return Redirect("/admin/jobs");
    }

    public async Task LoadAsync() => Dead = await desk.DeadAsync();
}
