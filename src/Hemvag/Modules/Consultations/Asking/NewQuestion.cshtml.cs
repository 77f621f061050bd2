using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Consultations.Noticed;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Asking;

/// <summary>Asks IOM Finland about the home country without saying who it is about (S1.44), or a region a general question.</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional)]
internal sealed class NewQuestionModel(ConsultationService service, OrganisationQueries organisations) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty, Required]
    public Guid? RecipientId { get; set; }

    [BindProperty]
    public WrittenForm Input { get; set; } = new();

    internal IReadOnlyList<Choice> Recipients { get; private set; } = [];

    internal LookedThrough? Noticed { get; private set; }

    internal bool TookOut { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        RecipientId = Recipients.Count == 1 ? Guid.Parse(Recipients[0].Value) : null;
    }

    public async Task<IActionResult> OnPostAsync() =>
        Redirect(QuestionLinks.To(await service.AskAsync(Me, OperationId, RecipientId!.Value, Input.ToWritten())));

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
        var all = await organisations.OfAsync(OrganisationKind.IomFinland, OrganisationKind.Region);
        Recipients =
        [
            .. all.Where(o => ConsultationService.CanAsk(Me, o))
                .OrderBy(o => o.Kind != OrganisationKind.IomFinland)
                .Select(o => new Choice(o.Id.ToString("D"), o.Name)),
        ];
        Noticed = LookedThrough.Of(Input.Text);
    }
}
