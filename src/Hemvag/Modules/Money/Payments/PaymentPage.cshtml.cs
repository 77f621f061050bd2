using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web;
using Hemvag.Web.Binding;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Money.Payments;

/// <summary>One payment: what it is, what the reader can do about it, and its history from the ledger.</summary>
[Needs(CaseAction.SeePlanAndMoney)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class PaymentPageModel(
    MoneyQueries queries,
    PaymentRequests requests,
    PaymentApprovals approvals,
    PaymentPayouts payouts,
    DocumentQueries documents,
    Crossings crossings,
    MoneyDesk desk,
    PaymentWords words,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true)]
    public Guid PaymentId { get; set; }

    public PaidForm Paid { get; set; } = new();

    public ReceiptForm Receipt { get; set; } = new();

    public ReasonForm Reason { get; set; } = new();

    public AgainForm Input { get; set; } = new();

    internal Payment Payment { get; private set; } = null!;

    internal IReadOnlyList<LedgerLine> History { get; private set; } = [];

    internal IReadOnlyDictionary<int, string> Reasons { get; private set; } = new Dictionary<int, string>();

    internal Unsealed<PaymentDetails>? Details { get; private set; }

    internal bool MayRequest { get; private set; }

    internal MoneyDesk Desk => desk;

    internal PaymentWords Words => words;

    /// <summary>Those of the line, and the one it was asked for under, which a plan item may have allowed.</summary>
    internal IReadOnlyList<Choice> Purposes =>
        [
            .. desk.Line(Handle, Payment.Category)
                .Purposes.Concat(Payment.Purpose is { } purpose ? [purpose] : [])
                .Distinct()
                .Select(p => new Choice(p.ToString(), words.Purpose(p))),
        ];

    internal string What => words.What(Payment, Details?.Value);

    internal bool MayCancel =>
        Handle.Case.ClosedAt is null
        && Payment.State is PaymentState.Requested or PaymentState.SentBack or PaymentState.Approved
        && (MayRequest || MoneyDesk.MayApprove(Handle));

    internal bool MayReverse =>
        Handle.May(CaseAction.ApprovePayment)
        && Handle.Case.ClosedAt is null
        && Payment.State is PaymentState.Paid or PaymentState.Receipted or PaymentState.AccountedFor;

    /// <summary>It waits for a receipt that may never come.</summary>
    internal bool MayAccountFor => Handle.May(CaseAction.AccountForPayment) && Handle.Case.ClosedAt is null && Payment.State == PaymentState.Paid;

    internal string Here => MoneyLinks.PaymentPage(PaymentId);

    internal Amount Amount(long minor) => new(minor, Payment.Currency);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await queries.FindAsync(Handle, PaymentId) is not { } found)
        {
            return NotFound();
        }

        await LoadAsync(found);
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        Paid = new PaidForm
        {
            On = today,
            Mode = Payment.Mode,
            Amount = Payment.AmountMinor,
        };
        Receipt = new ReceiptForm { On = today };
        Input = new AgainForm
        {
            Amount = Payment.AmountMinor,
            Mode = Payment.Mode,
            Purpose = Payment.Purpose,
            What = Details?.Value.What,
            PayTo = Details?.Value.PayTo,
        };
        return Page();
    }

    [Needs(CaseAction.ApprovePayment)]
    public Task<IActionResult> OnPostApproveAsync(int round) => AnswerAsync(new ApprovalRow(PaymentId, round, ApprovalChoice.Approve, null));

    [Needs(CaseAction.ApprovePayment)]
    public Task<IActionResult> OnPostSendBackAsync(int round, ReasonForm reason) =>
        AnswerAsync(new ApprovalRow(PaymentId, round, ApprovalChoice.SendBack, reason.Text));

    [Needs(CaseAction.PayPayment)]
    public async Task<IActionResult> OnPostPayAsync(PaidForm paid)
    {
        await payouts.PayAsync(Handle, OperationId, PaymentId, new PaidOrder(paid.On!.Value, paid.Mode!.Value, paid.Amount!.Value));
        return Done();
    }

    [Needs(CaseAction.PayPayment)]
    public async Task<IActionResult> OnPostReceiptAsync(ReceiptForm receipt)
    {
        var upload = await UploadedFile.ReadAsync(receipt.File, "Receipt.File");
        await payouts.AddReceiptAsync(Handle, OperationId, PaymentId, receipt.On!.Value, upload, receipt.CashReceiptSigned);
        return Done();
    }

    /// <summary>The receipt as a file, while its compartment is open. It is one of this case and of no other payment.</summary>
    [Needs(CaseAction.SeePlanAndMoney)]
    public async Task<IActionResult> OnPostDownloadAsync()
    {
        var receipt = (await queries.FindAsync(Handle, PaymentId))?.ReceiptFileId;
        if (receipt is not { } id || await documents.OpenAsync(Handle, Opened, id) is not { } file)
        {
            return NotFound();
        }

        await crossings.DownloadedAsync(Handle, OperationId, file.Compartment);
        return File(file.Content, "application/octet-stream", file.Label.Name);
    }

    [Needs(CaseAction.RequestPayment)]
    public async Task<IActionResult> OnPostAgainAsync(AgainForm input)
    {
        (PaymentDetails, int)? changed = input.DetailsVersion is { } version ? (new PaymentDetails(input.What, input.PayTo), version) : null;
        await requests.RequestAgainAsync(Handle, OperationId, PaymentId, input.Mode!.Value, input.Amount ?? 0, input.Purpose, changed);
        return Done();
    }

    [Needs(CaseAction.CancelPayment)]
    public async Task<IActionResult> OnPostCancelAsync(ReasonForm reason)
    {
        await requests.CancelAsync(Handle, OperationId, PaymentId, reason.Text);
        return Done();
    }

    [Needs(CaseAction.AccountForPayment)]
    public async Task<IActionResult> OnPostAccountForAsync(ReasonForm reason)
    {
        await payouts.AccountForAsync(Handle, OperationId, PaymentId, reason.Text);
        return Done();
    }

    [Needs(CaseAction.ApprovePayment)]
    public async Task<IActionResult> OnPostReverseAsync(ReasonForm reason)
    {
        await payouts.ReverseAsync(Handle, OperationId, PaymentId, reason.Text);
        return Done();
    }

    public async Task LoadAsync() => await LoadAsync(await queries.FindAsync(Handle, PaymentId) ?? throw new NotThereException());

    private async Task LoadAsync(Payment payment)
    {
        Payment = payment;
        History = await queries.HistoryAsync(Handle, PaymentId);
        MayRequest = await desk.MayRequestAsync(Handle);
        if (IsOpen(Compartment.Bank))
        {
            (Details, Reasons) = await queries.WordsAsync(Opened!, PaymentId);
        }
    }

    private async Task<IActionResult> AnswerAsync(ApprovalRow row)
    {
        var answers = await approvals.AnswerAsync(Handle, OperationId, [row]);
        return answers is [{ Refused: { } refused }]
            ? throw new RefusedException(refused, refused == MoneyRefusals.ReasonMissing ? "Reason.Text" : null)
            : Done();
    }

    private RedirectResult Done() => Redirect(CaseLinks.To(Handle.CaseId, Here));

    internal sealed class PaidForm
    {
        [Required]
        public DateOnly? On { get; set; }

        [Required]
        public PaymentMode? Mode { get; set; }

        [Required, MinorUnits("USD")]
        public long? Amount { get; set; }
    }

    internal sealed class ReceiptForm
    {
        [Required]
        public DateOnly? On { get; set; }

        public IFormFile? File { get; set; }

        public bool CashReceiptSigned { get; set; }
    }

    internal sealed class ReasonForm
    {
        [MaxLength(800)]
        public string? Text { get; set; }
    }

    internal sealed class AgainForm
    {
        [MinorUnits("USD")]
        public long? Amount { get; set; }

        [Required]
        public PaymentMode? Mode { get; set; }

        public SupportPurpose? Purpose { get; set; }

        [MaxLength(400)]
        public string? What { get; set; }

        [MaxLength(800)]
        public string? PayTo { get; set; }

        /// <summary>Posted where the words were open; else they stay as they are.</summary>
        public int? DetailsVersion { get; set; }
    }
}
