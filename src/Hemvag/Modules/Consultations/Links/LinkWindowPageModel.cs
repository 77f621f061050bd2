using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>A page of an open window; <see cref="LinkWindowFilter"/> has looked it up.</summary>
internal abstract class LinkWindowPageModel : PageModel
{
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Null when no window is open: the page says so. A post never gets that far.</summary>
    internal LinkWindow? Window { get; set; }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Window?.Maker.Zone ?? "Europe/Stockholm");
}
