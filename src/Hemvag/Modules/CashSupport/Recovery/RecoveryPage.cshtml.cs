using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Web.Binding;
using Hemvag.Web.Formatting;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Recovery;

/// <summary>What is to be paid back, and what was.</summary>
[Needs(CaseAction.SeeCash)]
internal sealed class RecoveryPageModel(CashQueries queries, FamilyNames names, CashWords words, Recovering recovering, TimeProvider time)
    : CashPageModel(queries, names, words, time)
{
    internal DecideForm Input { get; private set; } = new();

    internal RepaidForm Repaid { get; private set; } = new();

    internal WithdrawForm Withdrawn { get; private set; } = new();

    internal bool MayRecover => Handle.May(CaseAction.RecoverCash);

    internal bool MayDecide => MayRecover && View.PaidMinor > View.Recoveries.Sum(r => r.AmountMinor - r.WithdrawnMinor);

    /// <summary>Two on one ground are told apart by day and sum.</summary>
    internal Choice ChoiceOf(CashRecovery recovery) =>
        new(
            recovery.Id.ToString(),
            Words.Ground(recovery.Ground),
            Hint: $"{Dates.ShortDayNear(recovery.DecidedOn, Today)}: {Amounts.Full(Money(recovery.LeftMinor))}"
        );

    public Task OnGetAsync()
    {
        (Input.DecidedOn, Repaid.On) = (Today, Today);
        return LoadAsync();
    }

    [Needs(CaseAction.RecoverCash)]
    public async Task<IActionResult> OnPostDecideAsync([Bind(Prefix = "Input")] DecideForm input)
    {
        Input = input;
        await LoadAsync();
        await recovering.DecideAsync(Handle, OperationId, input.Ground!.Value, input.DecidedOn!.Value, input.Amount!.Value);
        return Back();
    }

    [Needs(CaseAction.RecoverCash)]
    public async Task<IActionResult> OnPostRepaidAsync([Bind(Prefix = "Repaid")] RepaidForm repaid)
    {
        Repaid = repaid;
        await LoadAsync();
        await recovering.RepayAsync(Handle, OperationId, repaid.Recovery!.Value, repaid.On!.Value, repaid.Amount!.Value);
        return Back();
    }

    [Needs(CaseAction.RecoverCash)]
    public async Task<IActionResult> OnPostWithdrawAsync([Bind(Prefix = "Withdrawn")] WithdrawForm withdrawn)
    {
        Withdrawn = withdrawn;
        await LoadAsync();
        await recovering.WithdrawAsync(Handle, OperationId, withdrawn.Recovery!.Value, withdrawn.Reason!.Value);
        return Back();
    }

    private RedirectResult Back() => Redirect(CaseLinks.To(Handle.CaseId, CashPages.Recovery));

    internal sealed class DecideForm
    {
        [Required]
        public RecoveryGround? Ground { get; set; }

        [Required]
        public DateOnly? DecidedOn { get; set; }

        [Required, MinorUnits("SEK")]
        public long? Amount { get; set; }
    }

    internal sealed class WithdrawForm
    {
        [Required]
        public Guid? Recovery { get; set; }

        [Required]
        public WithdrawalReason? Reason { get; set; }
    }

    internal sealed class RepaidForm
    {
        [Required]
        public Guid? Recovery { get; set; }

        [Required]
        public DateOnly? On { get; set; }

        [Required, MinorUnits("SEK")]
        public long? Amount { get; set; }
    }
}
