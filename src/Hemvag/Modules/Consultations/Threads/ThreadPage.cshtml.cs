using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>One question and its answers.</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional, Role.IomCaseworker)]
internal sealed class ThreadPageModel(ConsultationService service, ConsultationQueries queries, OrganisationQueries organisations, Openings openings)
    : ConsultationPageModel,
        ILoadsForRedisplay
{
    /// <summary>The word under which openings of a thread stand in the trail.</summary>
    private const string Purpose = "question";

    internal ThreadShown Shown { get; private set; } = null!;

    internal string Recipient { get; private set; } = "";

    internal string From { get; private set; } = "";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOpenAsync(string? @return)
    {
        if (!Handle.MayRead)
        {
            return NotFound();
        }

        await openings.OpenAsync(OperationId, Handle.Id, Me.Actor, Compartment.Notes, Purpose);
        return Back(@return);
    }

    public async Task<IActionResult> OnPostCloseAsync(string? @return)
    {
        await openings.CloseAsync(OperationId, Handle.Id, Me.Actor);
        return Back(@return);
    }

    public Task<IActionResult> OnPostTakeAsync() => DoneAsync(service.TakeAsync(Handle, OperationId));

    public async Task<IActionResult> OnPostGiveBackAsync()
    {
        await service.GiveBackAsync(Handle, OperationId);
        return Redirect(QuestionLinks.List);
    }

    public Task<IActionResult> OnPostTakeOverAsync() => DoneAsync(service.TakeOverAsync(Handle, OperationId));

    public async Task LoadAsync()
    {
        Shown = await ThreadShown.OfAsync(Handle, queries, Zone, "");
        Recipient = await organisations.NameAsync(Consultation.RecipientId);
        From = await organisations.NameAsync(Consultation.AskedFrom);
    }

    private async Task<IActionResult> DoneAsync(Task done)
    {
        await done;
        return Redirect(QuestionLinks.To(Handle.Id));
    }

    private RedirectResult Back(string? page) => Redirect(QuestionLinks.To(Handle.Id, IsPage(page) ? page! : ""));
}
