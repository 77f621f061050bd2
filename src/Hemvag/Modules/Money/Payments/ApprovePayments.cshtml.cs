using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Every payment of the case that waits for approval, with a choice of its own for each row.</summary>
[Needs(CaseAction.ApprovePayment)]
internal sealed class ApprovePaymentsModel(
    PaymentApprovals approvals,
    MoneyQueries queries,
    MoneyDesk desk,
    PaymentWords words,
    IStringLocalizerFactory localizers
) : CasePageModel, ILoadsForRedisplay
{
    /// <summary>An index that names no row is bound as nothing: it is left out.</summary>
    [BindProperty]
    public List<RowForm> Rows
    {
        get;
        set => field = [.. value.OfType<RowForm>()];
    } = [];

    internal MoneyView View { get; private set; } = new([], []);

    internal IReadOnlyList<Payment> Waiting { get; private set; } = [];

    internal IReadOnlyDictionary<Guid, Unsealed<PaymentDetails>> Details { get; private set; } = new Dictionary<Guid, Unsealed<PaymentDetails>>();

    internal IReadOnlyDictionary<Guid, ApprovalAnswer> Answers { get; private set; } = new Dictionary<Guid, ApprovalAnswer>();

    internal MoneyDesk Desk => desk;

    internal PaymentWords Words => words;

    internal string What(Payment payment) => words.What(payment, Details.GetValueOrDefault(payment.Id)?.Value);

    /// <summary>Why this row was not done, in the reader's language.</summary>
    internal string? WhyNot(Payment payment) =>
        Answers.GetValueOrDefault(payment.Id)?.Refused is { } refused ? localizers.Create(refused.Texts)[refused.Key].Value : null;

    /// <summary>Refused and no longer waiting: someone else was faster, or it was withdrawn. They have no row of their own any more.</summary>
    internal IReadOnlyList<Payment> Gone =>
        [.. View.Payments.Where(p => WhyNot(p) is not null && Waiting.All(w => w.Id != p.Id)).OrderBy(p => p.RequestedAt).ThenBy(p => p.Month)];

    internal int Done => Answers.Values.Count(a => a.Refused is null);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Rows.DistinctBy(r => r.PaymentId).Count() != Rows.Count)
        {
            return BadRequest();
        }

        var answers = await approvals.AnswerAsync(
            Handle,
            OperationId,
            [.. Rows.Select(r => new ApprovalRow(r.PaymentId, r.Round, r.Choice, r.Reason))]
        );
        if (answers.All(a => a.Refused is null))
        {
            return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Money));
        }

        // Some rows are done and some say why not: the page is shown again, with a new operation for what remains.
        Answers = answers.ToDictionary(a => a.PaymentId);
        await LoadAsync();
        Align();
        Response.Headers[RefusalFilter.Header] = string.Join(',', answers.Where(a => a.Refused is not null).Select(a => a.Refused!.Name).Distinct());
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task LoadAsync()
    {
        View = await queries.ReadAsync(Handle);
        Waiting = [.. View.Payments.Where(p => p.State == PaymentState.Requested).OrderBy(p => p.RequestedAt).ThenBy(p => p.Month)];
        if (IsOpen(Compartment.Bank))
        {
            Details = await queries.DetailsAsync(Opened!);
        }

        if (!Rows.Select(r => r.PaymentId).SequenceEqual(Waiting.Select(p => p.Id)))
        {
            Align();
        }
    }

    // What waits has changed since the form was shown: what was typed goes with its payment, whichever row that is now.
    private void Align()
    {
        var typed = Rows.DistinctBy(r => r.PaymentId).ToDictionary(r => r.PaymentId);
        ModelState.Clear();
        Rows =
        [
            .. Waiting.Select(p =>
                typed.GetValueOrDefault(p.Id) is { } row ? row with { Round = p.Round } : new RowForm { PaymentId = p.Id, Round = p.Round }
            ),
        ];
    }

    internal sealed record RowForm
    {
        public Guid PaymentId { get; set; }

        public int Round { get; set; }

        public ApprovalChoice Choice { get; set; }

        [MaxLength(800)]
        public string? Reason { get; set; }
    }
}
