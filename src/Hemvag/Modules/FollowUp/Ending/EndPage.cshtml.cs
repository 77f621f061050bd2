using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.FollowUp.Ending;

internal sealed class EndInput
{
    [Required]
    public FollowUpEndGround? Ground { get; set; }

    [Required]
    public DateOnly? EndedOn { get; set; }

    public bool SeenOpen { get; set; }
}

/// <summary>Says that the follow-up is over, with what is still open shown.</summary>
[Needs(CaseAction.RecordFollowUp)]
internal sealed class EndPageModel(ContactQueries queries, FollowUpEnding ending, ProgrammeCatalogue programmes, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    public EndInput End { get; set; } = new();

    public FollowUpView View { get; private set; } = new(null, false, null, [], 0);

    public DateOnly Day => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    /// <summary>The day the programme's months are over.</summary>
    public DateOnly? LastDay => View.Arrival?.AddMonths(programmes.Get(Case.ProgrammeId).FollowUp.Months);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostAsync(EndInput end)
    {
        End = end;
        await ending.EndAsync(Handle, OperationId, end.Ground!.Value, end.EndedOn!.Value, end.SeenOpen);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.FollowUp));
    }

    public async Task LoadAsync() => View = await queries.OverviewAsync(Handle, Day);
}
