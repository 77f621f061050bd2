using Hemvag.Modules.Accounts;
using Hemvag.Modules.Consultations.Noticed;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Asking;

/// <summary>A further turn of either side.</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional, Role.IomCaseworker)]
internal sealed class WritePageModel(ConsultationService service, ConsultationQueries queries) : ConsultationPageModel, ILoadsForRedisplay
{
    [BindProperty]
    public WrittenForm Input { get; set; } = new();

    internal ThreadShown Shown { get; private set; } = null!;

    internal LookedThrough? Noticed { get; private set; }

    internal bool TookOut { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await service.WriteAsync(Handle, OperationId, Input.ToWritten());
        return Redirect(QuestionLinks.To(Handle.Id));
    }

    /// <summary>Shows the text without what was noticed; nothing is sent.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        ModelState.Clear();
        Input = new WrittenForm { Text = PersonalData.TakeOut(Input.Text!) };
        TookOut = true;
        await LoadAsync();
        return Page();
    }

    public async Task LoadAsync()
    {
        Shown = await ThreadShown.OfAsync(Handle, queries, Zone, "write");
        Noticed = LookedThrough.Of(Input.Text);
    }
}
