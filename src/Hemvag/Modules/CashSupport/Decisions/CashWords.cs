using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>How people and shares of a decision are called on every page.</summary>
internal sealed class CashWords(IStringLocalizer<CashTexts> texts, IStringLocalizer<ProgrammesTexts> words)
{
    /// <summary>The name where it is open, else "2. Make, maka eller sambo".</summary>
    public string Who(CashFamilyMember member, IReadOnlyDictionary<Guid, MemberName> names) =>
        names.TryGetValue(member.Id, out var name) ? name.Full : texts["Member", member.Ordinal, Relation(member)];

    /// <summary>"Sökande, vuxen".</summary>
    public string Relation(CashFamilyMember member) =>
        texts["Member.Is", texts[$"CashRelation.{member.Relation}"], texts[member.IsAdult ? "Member.Adult" : "Member.Child"]];

    public string State(ShareView share) =>
        share.Member.AmountMinor == 0 ? texts["Share.Nothing"]
        : share.Payment is not { } payment ? texts["Share.NotAsked"]
        : payment.State switch
        {
            PaymentState.Paid => texts["Share.Paid"],
            PaymentState.Receipted => texts["Share.Receipted"],
            PaymentState.AccountedFor => texts["Share.AccountedFor"],
            PaymentState.Cancelled => texts["Share.Cancelled"],
            PaymentState.Requested or PaymentState.SentBack or PaymentState.Approved or PaymentState.Reversed => texts["Share.Waits"],
        };

    /// <summary>Whether the number on the paper was the decision's.</summary>
    public string Number(CashVisit visit) =>
        visit.NumberFits switch
        {
            true => texts["Visit.NumberFits"],
            false => texts["Visit.NumberDiffers"],
            null => texts["Visit.NumberNotCompared"],
        };

    /// <summary>Why a visit was in doubt: the office says so, or the number did. Null where it was not.</summary>
    public string? Doubt(CashVisit visit) => visit.Recognised ? null : texts[visit.NumberFits == false ? "Visit.Unsettled" : "Visit.InDoubt"].Value;

    public string Ground(RecoveryGround ground) => texts[$"RecoveryGround.{ground}"];

    public IReadOnlyList<Choice> Choices<TEnum>()
        where TEnum : struct, Enum => Web.TagHelpers.Choices.Of<TEnum>(texts);

    /// <param name="page">The page of the case to come back to.</param>
    public SealedClosed Closed(CaseHandle handle, string page) =>
        new(handle.CaseId, Compartment.Identity, words["Compartment.Identity"], texts["Sealed.Holds"], CaseLinks.Cash, page);
}
