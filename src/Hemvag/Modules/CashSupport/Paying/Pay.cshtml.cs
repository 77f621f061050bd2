using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Paying;

/// <summary>The office pays the shares it hands over, as many as are chosen.</summary>
[Needs(CaseAction.PayCash)]
internal sealed class PayModel(
    CashQueries queries,
    FamilyNames names,
    CashWords words,
    CashPaying paying,
    IStringLocalizer<ProgrammesTexts> programme,
    TimeProvider time
) : CashPageModel(queries, names, words, time)
{
    [BindProperty]
    public Form Paid { get; set; } = new();

    internal IReadOnlyList<Choice> People =>
        [
            .. View.Payable.Select(s => new Choice(
                s.Member.Id.ToString("D"),
                Words.Who(s.Member, Names),
                Hint: Amounts.Full(Money(s.Member.AmountMinor))
            )),
        ];

    /// <summary>The adults who have come: one of them takes a child's share.</summary>
    internal IReadOnlyList<Choice> Receivers =>
        [
            .. View
                .Shares.Select(s => s.Member)
                .Where(m => m is { IsAdult: true, PresentedOn: not null })
                .Select(m => new Choice(m.Id.ToString("D"), Words.Who(m, Names))),
        ];

    internal bool AsksReceiver => Receivers.Count > 1 && View.Payable.Any(s => !s.Member.IsAdult);

    internal IReadOnlyList<Choice> Modes =>
        [.. Handle.Programme.Entitlements.Lines[0].Modes.Select(m => new Choice(m.ToString(), programme[$"PaymentMode.{m}"]))];

    public Task OnGetAsync()
    {
        Paid.On = Today;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await paying.PayAsync(
            Handle,
            OperationId,
            new CashPayment(Paid.On!.Value, Paid.Mode!.Value, Paid.Members, Paid.ReceiptSigned, Paid.ReceivedBy)
        );
        return ToDecision();
    }

    internal sealed class Form
    {
        [Required]
        public DateOnly? On { get; set; }

        [Required]
        public PaymentMode? Mode { get; set; }

        public List<Guid> Members { get; set; } = [];

        public Guid? ReceivedBy { get; set; }

        public bool ReceiptSigned { get; set; }
    }
}
