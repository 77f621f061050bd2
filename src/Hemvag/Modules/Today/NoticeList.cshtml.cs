using Hemvag.Modules.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Today;

/// <summary>What has come to the reader.</summary>
[ForRoles]
internal sealed class NoticeListModel(NoticeQueries notices, NoticeReading reading) : AccountPageModel
{
    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await notices.ListAsync(Me);

    public async Task<IActionResult> OnPostReadAsync(Guid id) => await reading.ReadAsync(Me.Id, id) ? RedirectToPage() : NotFound();

    public async Task<IActionResult> OnPostReadAllAsync()
    {
        await reading.ReadAllAsync(Me.Id);
        return RedirectToPage();
    }
}
