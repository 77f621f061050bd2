using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Import.Pages;

/// <summary>Uploads a file of decisions, and shows the reader's imports.</summary>
[ForRoles(Role.MigrationOfficer)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class ImportListModel(CashImports imports, CashImportQueries queries) : AccountPageModel, ILoadsForRedisplay
{
    // Somewhat more than the file, so that one that is too large is told so in the form.
    private const int MostBytes = SheetLimits.FileBytes + (1024 * 1024);
    private const string Field = "Upload";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    internal IReadOnlyList<CashImportLine> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    /// <exception cref="RefusedException">FileMissing, or what is wrong with the file as a whole.</exception>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is not { Length: > 0 } file)
        {
            throw new RefusedException(CashImportRefusals.FileMissing, Field);
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, HttpContext.RequestAborted);
        return Redirect(ImportPlaces.To(await imports.UploadAsync(Me, OperationId, memory.ToArray(), Field)));
    }

    public async Task LoadAsync() => Lines = await queries.ListAsync(Me);
}
