using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What the pages of the money need besides their own: the programme, the parts people play, the closed compartment.</summary>
internal sealed class MoneyDesk(
    ProgrammeCatalogue programmes,
    OrganisationQueries organisations,
    IStringLocalizer<MoneyTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
)
{
    public ProgrammeVersion Programme(CaseHandle handle) => programmes.Get(handle.Case.ProgrammeId);

    /// <summary>The version whose amounts the case goes by, where its own names none (S0); else null.</summary>
    public ProgrammeVersion? TakenFrom(CaseHandle handle) => Programme(handle).Entitlements.TakenFrom is { } id ? programmes.Find(id) : null;

    public EntitlementDefinition Line(CaseHandle handle, EntitlementCategory category) =>
        EntitlementRules.Line(Programme(handle).Entitlements, category)
        ?? throw new InvalidOperationException($"{handle.Case.ProgrammeId} has no line {category}.");

    /// <summary>The same as it holds for whom the entitlement is.</summary>
    public EntitlementDefinition Line(CaseHandle handle, Entitlement entitlement) => LineRules.Of(Programme(handle), entitlement);

    public async Task<bool> MayRequestAsync(CaseHandle handle)
    {
        var office = handle.Case.LocalOfficeId is { } id ? await organisations.FindAsync(id) : null;
        return handle.May(CaseAction.RequestPayment)
            && MovesMoney(handle.Case)
            && PaymentParts.WhyNotRequest(handle.Account, handle.Case.LocalOfficeId, office?.SinglePerson ?? false) is null;
    }

    public static bool MayApprove(CaseHandle handle) =>
        handle.May(CaseAction.ApprovePayment) && MovesMoney(handle.Case) && PaymentParts.WhyNotApprove(handle.Account) is null;

    public static bool MayPay(CaseHandle handle) =>
        handle.May(CaseAction.PayPayment) && PaymentParts.WhyNotPay(handle.Account, handle.Case.LocalOfficeId) is null;

    /// <summary>Nothing is requested, approved or paid on a case that is held, ended or closed.</summary>
    public static bool MovesMoney(Case @case) => @case is { HeldAt: null, SupportEndedAt: null, ClosedAt: null };

    /// <param name="page">The page to come back to.</param>
    public SealedClosed ClosedBank(CaseHandle handle, string page) =>
        new(handle.CaseId, Compartment.Bank, words["Compartment.Bank"], texts["Sealed.Holds.Bank"], "money", page);
}
