using Hemvag.Data;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>The form of the first contact for a professional without an account: it opens the matter that the link is for.</summary>
[AllowAnonymous]
internal sealed class FirstContactByLinkModel(LinkWindows windows, ProgrammeCatalogue programmes, TimeProvider time) : LinkWindowPageModel
{
    [BindProperty]
    public FirstContactForm Input { get; set; } = new();

    internal string Wording => programmes.InForce(Day).Consent(ConsentPurpose.FirstContact).Text.Shown;

    private DateOnly Day => LocalDates.Today(time.GetUtcNow().UtcDateTime, Window?.Maker.Zone);

    public IActionResult OnGet()
    {
        Input.OccurredOn = Day;
        return Window is { AsksForFirstContact: true } ? Page() : Redirect(LinkPlaces.Window);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await windows.OpenMatterAsync(Window!, OperationId, Input.ToRequest(Window!.Link.RegionId));
        return Redirect(LinkPlaces.Window);
    }
}
