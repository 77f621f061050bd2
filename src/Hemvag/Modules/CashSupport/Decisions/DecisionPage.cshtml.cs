using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>A decision on cash support: its shares, how far each has come, and what can be done with it.</summary>
[Needs(CaseAction.SeeCash)]
internal sealed class DecisionPageModel(
    CashQueries queries,
    FamilyNames names,
    CashWords words,
    Presenting presenting,
    OrganisationQueries organisations,
    CombinationCheck combination,
    TimeProvider time
) : CashPageModel(queries, names, words, time)
{
    [BindProperty]
    public DoubtOutcome? Outcome { get; set; }

    internal OrganisationView? Office { get; private set; }

    /// <summary>Null for everyone who does not work on the other case themselves: that there is one is not theirs to know.</summary>
    internal CombinationAnswer? Combination { get; private set; }

    internal bool MayConfirm => Case.ClosedAt is null && Handle.May(CaseAction.ConfirmCash) && !Case.Has(MilestoneKind.ReceiptConfirmed);

    internal bool MayRecordVisit => Case.ClosedAt is null && Handle.May(CaseAction.RecordPresented) && !Case.Has(MilestoneKind.CashPaid);

    internal bool MayPay => Case.ClosedAt is null && Handle.May(CaseAction.PayCash) && View.Payable.Count > 0;

    internal bool MayEnd => Case.ClosedAt is null && !View.IsAllPaid && CashEndings.GroundsFor(Handle.Account).Count > 0;

    internal bool MaySettle => View.IsInDoubt && Handle.May(CaseAction.SettleDoubt);

    internal bool ShowsRecovery => View.Recoveries.Count > 0 || (Handle.May(CaseAction.RecoverCash) && View.PaidMinor > 0);

    internal CashFamilyMember? ReceiverOf(ShareView share) =>
        share.Member.ReceivedBy is { } id ? View.Shares.Select(s => s.Member).FirstOrDefault(m => m.Id == id) : null;

    /// <summary>Who of the family came, by name where that is open.</summary>
    internal string Came(CashVisit visit) =>
        string.Join("; ", View.Shares.Select(s => s.Member).Where(m => visit.HasCome(m.Ordinal)).Select(m => Words.Who(m, Names)));

    /// <summary>As it was recorded when the decision was taken in.</summary>
    /// <param name="criterion">Its id in the version (S4.18).</param>
    internal bool Meets(string criterion) =>
        criterion switch
        {
            "asylum-ended" => View.Decision.AsylumEnded,
            "voluntary-return" => View.Decision.ReturnsVoluntarily,
            "country" => View.Decision.CountryOnList,
            "applied-in-sweden" => View.Decision.AppliedInSweden,
            _ => false,
        };

    /// <summary>The payment's own page, where a receipt is added.</summary>
    internal string? PaymentPage(ShareView share) =>
        share.Payment is { } payment && Handle.May(CaseAction.SeePlanAndMoney)
            ? CaseLinks.To(Handle.CaseId, $"{CaseLinks.Money}/payments/{payment.Id:D}")
            : null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.SettleDoubt)]
    public async Task<IActionResult> OnPostSettleAsync(Guid visitId)
    {
        await LoadAsync();
        if (View.Visits.All(v => v.Id != visitId))
        {
            throw new NotThereException();
        }

        if (Outcome is not { } outcome)
        {
            throw new Data.RefusedException(CashRefusals.NobodyChosen, nameof(Outcome));
        }

        await presenting.SettleAsync(Handle, OperationId, visitId, outcome);
        return ToDecision();
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Office = Case.LocalOfficeId is { } office ? await organisations.FindAsync(office) : null;
        if (View.Decision.Combination is { } answer && Handle.May(CaseAction.ConfirmCash) && (await combination.NumbersAsync(Handle)).Count > 0)
        {
            Combination = answer;
        }
    }
}
