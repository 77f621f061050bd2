using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>The contacts of the months after the return.</summary>
[Needs(CaseAction.SeeFollowUp)]
internal sealed class FollowUpPageModel(ContactQueries queries, ContactPlanning planning, ProgrammeCatalogue programmes, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    public FollowUpView View { get; private set; } = new(null, false, null, [], 0);

    public DateOnly Day => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    public FollowUpDefinition Rules => programmes.Get(Case.ProgrammeId).FollowUp;

    public bool MayRecord => Handle.May(CaseAction.RecordFollowUp) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostPlanAsync()
    {
        await planning.PlanAsync(Handle, OperationId);
        return Back();
    }

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostKeepAsync()
    {
        await planning.KeepAsync(Handle, OperationId);
        return Back();
    }

    public async Task LoadAsync() => View = await queries.OverviewAsync(Handle, Day);

    private RedirectResult Back() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.FollowUp));
}
