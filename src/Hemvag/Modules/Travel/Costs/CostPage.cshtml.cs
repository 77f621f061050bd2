using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Programmes;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>One cost of the journey: approved in advance, invoiced, paid back.</summary>
[Needs(CaseAction.SeeTravelCosts)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class CostPageModel(
    TravelCostQueries queries,
    TravelSpending spending,
    DocumentQueries documents,
    Crossings crossings,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public Guid CostId { get; set; }

    /// <summary>The amount that the form had shown.</summary>
    [BindProperty]
    public long ShownMinor { get; set; }

    public ActualForm Actual { get; set; } = new();

    public RefundForm Corrected { get; set; } = new();

    public RefundForm Refund { get; set; } = new();

    internal TravelCost Cost { get; private set; } = null!;

    /// <summary>The leg or document it is for; null where it is for none in particular.</summary>
    internal string? Subject { get; private set; }

    internal bool MayApprove => Cost.WaitsForApproval && Handle.May(CaseAction.ApproveTravelCosts) && Case.ClosedAt is null;

    internal bool MayEdit => Handle.May(CaseAction.EditTravelCosts) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.ApproveTravelCosts)]
    public async Task<IActionResult> OnPostApproveAsync()
    {
        await LoadAsync();
        await spending.ApproveAsync(Handle, OperationId, CostId, ShownMinor);
        return Back();
    }

    [Needs(CaseAction.ApproveTravelCosts)]
    public async Task<IActionResult> OnPostRefuseAsync()
    {
        await LoadAsync();
        await spending.RefuseAsync(Handle, OperationId, CostId, ShownMinor);
        return Back();
    }

    [Needs(CaseAction.EditTravelCosts)]
    public async Task<IActionResult> OnPostActualAsync(ActualForm actual)
    {
        Actual = actual;
        await LoadAsync();
        var upload = await UploadedFile.ReadAsync(actual.File, "Actual.File");
        await spending.InvoiceAsync(Handle, OperationId, CostId, actual.Amount!.Value, upload);
        return Back();
    }

    [Needs(CaseAction.EditTravelCosts)]
    public async Task<IActionResult> OnPostCorrectAsync(RefundForm corrected)
    {
        Corrected = corrected;
        await LoadAsync();
        await spending.CorrectAsync(Handle, OperationId, CostId, ShownMinor, corrected.Amount!.Value);
        return Back();
    }

    [Needs(CaseAction.EditTravelCosts)]
    public async Task<IActionResult> OnPostRefundAsync(RefundForm refund)
    {
        Refund = refund;
        await LoadAsync();
        await spending.RefundAsync(Handle, OperationId, CostId, ShownMinor, refund.Amount!.Value);
        return Back();
    }

    [Needs(CaseAction.EditTravelCosts)]
    public async Task<IActionResult> OnPostCancelAsync()
    {
        await LoadAsync();
        await spending.CancelAsync(Handle, OperationId, CostId);
        return Back();
    }

    /// <summary>The invoice as a file, while its compartment is open: whoever approves more than was approved before reads what it is for.</summary>
    [Needs(CaseAction.SeeTravelCosts)]
    public async Task<IActionResult> OnPostDownloadAsync()
    {
        await LoadAsync();
        if (Cost.InvoiceFileId is not { } id || await documents.OpenAsync(Handle, Opened, id) is not { } file)
        {
            return NotFound();
        }

        await crossings.DownloadedAsync(Handle, OperationId, file.Compartment);
        return File(file.Content, "application/octet-stream", file.Label.Name);
    }

    public async Task LoadAsync()
    {
        var view = await queries.LoadAsync(Handle);
        Cost = view.Costs.FirstOrDefault(c => c.Id == CostId) ?? throw new NotThereException();
        Subject = CostWords.OfSubject(texts, view, Cost);
    }

    private RedirectResult Back() => Redirect(PathTo(TravelSpending.PageOf(CostId)));
}
