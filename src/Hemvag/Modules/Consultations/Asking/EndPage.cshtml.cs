using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Asking;

/// <summary>Either side ends it: the asker erases what it holds at once, after the other side's end it can be read for a while.</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional, Role.IomCaseworker)]
internal sealed class EndPageModel(ConsultationService service, TimeProvider time) : ConsultationPageModel
{
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>The last day the asker could read it, if it were ended today.</summary>
    internal DateOnly KeptUntil => LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone).AddDays(Threads.Consultation.DaysKept);

    internal bool MayEnd => Handle.MayRead && (Handle.IsAsker || Consultation.EndedAt is null);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await (Handle.IsAsker ? service.EndAndEraseAsync(Handle, OperationId, Confirmed) : service.EndAsync(Handle, OperationId));
        return Redirect(Handle.IsAsker ? QuestionLinks.To(Handle.Id) : QuestionLinks.List);
    }
}
