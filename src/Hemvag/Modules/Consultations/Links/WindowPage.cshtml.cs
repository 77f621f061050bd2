using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>What a professional without an account sees: the number, what was written through the link and the answer, and where to write.</summary>
[AllowAnonymous]
internal sealed class WindowPageModel(LinkWindows windows) : LinkWindowPageModel, ILoadsForRedisplay
{
    [BindProperty, Required, MaxLength(6000)]
    public string? Text { get; set; }

    /// <summary>Null while it has not been opened.</summary>
    internal IReadOnlyList<TurnShown>? Turns { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Window is { AsksForFirstContact: true })
        {
            return Redirect(LinkPlaces.FirstContact);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await windows.WriteAsync(Window!, OperationId, Text!);
        return Redirect(LinkPlaces.Window);
    }

    public async Task LoadAsync() => Turns = Window is null ? null : await windows.ReadAsync(Window);
}
