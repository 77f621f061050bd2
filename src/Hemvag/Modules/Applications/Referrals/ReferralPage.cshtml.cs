using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Applications.Support;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>The referral to IOM Finland: sent, received, answered, decided anew. Both sides look at the same page.</summary>
[Needs(CaseAction.SeeApplication)]
internal sealed class ReferralPageModel(
    ReferralQueries queries,
    ReferralService referrals,
    SupportService support,
    IStringLocalizerFactory localizers
) : CasePageModel, ILoadsForRedisplay
{
    /// <summary>What the letter, the receipt and the reasons are sealed in.</summary>
    private const Compartment Written = Compartment.Notes | Compartment.Protection;

    internal ReferralState? State { get; private set; }

    internal IReadOnlyList<GateState> Gates { get; private set; } = [];

    internal ReferralWritings Writings { get; private set; } = ReferralWritings.None;

    internal IReadOnlyList<SupportDefinition> Support => queries.KindsOf(Case);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>What of the writings this account may open.</summary>
    internal Compartment MayBeOpened => Written & Handle.Compartments;

    internal bool IsWrittenOpen => MayBeOpened != Compartment.None && IsOpen(MayBeOpened);

    internal string Detail(GateState gate) => localizers.Create(gate.Texts)[gate.Detail, [.. gate.Args]];

    /// <summary>An open gate's link names the act; a met one's says "show".</summary>
    internal string? LinkText(GateState gate)
    {
        var text = localizers.Create(gate.Texts)[gate.Detail + ".Link", [.. gate.Args]];
        return gate.Met || text.ResourceNotFound ? null : text.Value;
    }

    internal SealedClosed Closed(IStringLocalizer texts) =>
        new(Handle.CaseId, MayBeOpened, texts["Writings.Title"], texts["Writings.Contains"], CaseLinks.Referral, CaseLinks.Referral);

    internal string SentText(ReferralState state, IStringLocalizer texts) =>
        state.Referral.SentBy is null
            ? texts["Referral.OnPaper", Dates.Day(DateOnly.FromDateTime(state.Referral.SentAt), year: true)]
            : $"{Moments.DayAndTime(state.Referral.SentAt, Zone)}, {state.SentBy}";

    internal ReceiptInput Receipt { get; private set; } = new();

    internal DecisionInput Decision { get; private set; } = new();

    internal LetterInput Letter { get; private set; } = new();

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.Refer)]
    public async Task<IActionResult> OnPostSendAsync(LetterInput letter)
    {
        Letter = letter;
        await referrals.SendAsync(Handle, OperationId, letter.Text);
        return Again();
    }

    [Needs(CaseAction.ConfirmReceipt)]
    public async Task<IActionResult> OnPostReceiptAsync(ReceiptInput receipt)
    {
        Receipt = receipt;
        await referrals.ConfirmReceiptAsync(Handle, OperationId, receipt.ReceivedOn!.Value, receipt.Text!);
        return Again();
    }

    [Needs(CaseAction.Refer)]
    public async Task<IActionResult> OnPostDecideAsync(DecisionInput decision)
    {
        Decision = decision;
        await support.DecideAnewAsync(Handle, OperationId, decision.GoesOn!.Value, decision.DecidedOn!.Value);
        return decision.GoesOn.Value ? Again() : Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Stop));
    }

    public async Task LoadAsync()
    {
        State = await queries.StateAsync(Handle.CaseId);
        if (State is null)
        {
            Gates = await queries.GatesAsync(Handle);
        }
        else if (Opened is not null && IsWrittenOpen)
        {
            Writings = await queries.WritingsAsync(Handle, Opened, State);
        }
    }

    private RedirectResult Again() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Referral));
}

/// <summary>What the coordinator writes along.</summary>
internal sealed class LetterInput
{
    [MaxLength(4000)]
    public string? Text { get; set; }
}

/// <summary>The written receipt.</summary>
internal sealed class ReceiptInput
{
    [Required]
    public DateOnly? ReceivedOn { get; set; }

    [Required, MaxLength(2000)]
    public string? Text { get; set; }
}

/// <summary>What the person chose after a "no".</summary>
internal sealed class DecisionInput
{
    [Required]
    public bool? GoesOn { get; set; }

    [Required]
    public DateOnly? DecidedOn { get; set; }
}
