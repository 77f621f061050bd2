using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>What the recipient of a package sees in an open window: nothing before they ask for it, then what is in it.</summary>
[AllowAnonymous]
internal sealed class HandedWindowModel(PackageWindows windows, TimeProvider time) : PageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Null when no window is open: the page says so.</summary>
    internal PackageWindow? Window { get; private set; }

    /// <summary>Null while it has not been opened.</summary>
    internal IReadOnlyList<PackagePart>? Parts { get; private set; }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Window?.Maker.Zone ?? "Europe/Stockholm");

    public Task OnGetAsync() => LoadAsync();

    public async Task LoadAsync()
    {
        Window = await FindAsync();
        Parts = Window is null ? null : await windows.ReadAsync(Window);
    }

    public Task<IActionResult> OnPostShowAsync() => InWindowAsync(window => windows.ShowAsync(window, OperationId));

    public Task<IActionResult> OnPostReceivedAsync() => InWindowAsync(window => windows.ReceiveAsync(window, OperationId));

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await InWindowAsync(window => windows.LeaveAsync(window, OperationId));
        PackagePlaces.Forget(HttpContext, time.GetUtcNow());
        return Redirect(PackagePlaces.Window);
    }

    private async Task<IActionResult> InWindowAsync(Func<PackageWindow, Task> act)
    {
        if (await FindAsync() is { } window)
        {
            await act(window);
        }

        return Redirect(PackagePlaces.Window);
    }

    private Task<PackageWindow?> FindAsync() => windows.FindAsync(PackagePlaces.WindowOf(HttpContext));
}
