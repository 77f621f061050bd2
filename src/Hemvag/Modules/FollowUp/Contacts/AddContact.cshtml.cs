using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.FollowUp.Contacts;

internal sealed class ExtraInput
{
    [Required]
    public DateOnly? PlannedOn { get; set; }
}

internal sealed class WatchInput
{
    /// <summary>Months after arrival.</summary>
    [Required]
    public int? UntilMonth { get; set; }
}

/// <summary>An extra contact, or the longer contact that the person has asked for.</summary>
[Needs(CaseAction.RecordFollowUp)]
internal sealed class AddContactModel(ContactPlanning planning, ProgrammeCatalogue programmes) : CasePageModel
{
    public ExtraInput Extra { get; set; } = new();

    public WatchInput Watch { get; set; } = new();

    public FollowUpOption? Option => programmes.Get(Case.ProgrammeId).FollowUp.Options is [var first, ..] ? first : null;

    public void OnGet() { }

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostExtraAsync(ExtraInput extra)
    {
        Extra = extra;
        await planning.AddAsync(Handle, OperationId, extra.PlannedOn!.Value);
        return Back();
    }

    [Needs(CaseAction.RecordFollowUp)]
    public async Task<IActionResult> OnPostWatchAsync(WatchInput watch)
    {
        Watch = watch;
        await planning.PlanWatchAsync(Handle, OperationId, watch.UntilMonth!.Value);
        return Back();
    }

    private RedirectResult Back() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.FollowUp));
}
