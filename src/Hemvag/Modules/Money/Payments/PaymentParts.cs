using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Which office plays which part in a payment (S1.63, S1.64). That the three people differ is the payment's own rule.</summary>
internal static class PaymentParts
{
    /// <param name="localOfficeId">The office or partner that meets the person.</param>
    /// <param name="singlePerson">One person works there and pays, so IOM Finland requests for it.</param>
    /// <returns>Null when the account may request.</returns>
    public static Refusal? WhyNotRequest(CurrentAccount account, Guid? localOfficeId, bool singlePerson) =>
        IsOfHelsinki(account, Role.IomCaseworker) && singlePerson ? null
        : singlePerson ? MoneyRefusals.HelsinkiRequests
        : IsOfOffice(account, localOfficeId) ? null
        : MoneyRefusals.OfficeRequests;

    public static Refusal? WhyNotApprove(CurrentAccount account) => IsOfHelsinki(account, Role.IomApprover) ? null : MoneyRefusals.OnlyApprover;

    public static Refusal? WhyNotPay(CurrentAccount account, Guid? localOfficeId) =>
        IsOfOffice(account, localOfficeId) ? null : MoneyRefusals.OnlyOfficePays;

    /// <summary>Who at IOM Finland answers for what is paid: the approver; where a decision is the approval (S4.21) the caseworker.</summary>
    public static Role AnswersFor(ProgrammeKind kind) => kind == ProgrammeKind.CashSupport ? Role.IomCaseworker : Role.IomApprover;

    /// <returns>Null when the account may say that a receipt cannot be had.</returns>
    public static Refusal? WhyNotAccountFor(CurrentAccount account, ProgrammeKind kind) =>
        IsOfHelsinki(account, AnswersFor(kind)) ? null
        : kind == ProgrammeKind.CashSupport ? MoneyRefusals.OnlyIomAccounts
        : MoneyRefusals.OnlyApprover;

    /// <summary>What IOM Finland may no longer see, nobody there can answer for (S1.64): what moves money is held.</summary>
    /// <exception cref="RefusedException">IomNoLongerSees.</exception>
    public static async Task RequireIomAsync(CaseWork work)
    {
        if (!await work.Seers.SeesAsync(IomFinland.Id, AnswersFor(work.Case.Kind)))
        {
            throw new RefusedException(MoneyRefusals.IomNoLongerSees);
        }
    }

    public static void Require(Refusal? whyNot)
    {
        if (whyNot is not null)
        {
            throw new RefusedException(whyNot);
        }
    }

    private static bool IsOfOffice(CurrentAccount account, Guid? localOfficeId) =>
        account.Is(Role.LocalOfficeWorker) && account.OrganisationId == localOfficeId;

    private static bool IsOfHelsinki(CurrentAccount account, Role role) =>
        account.Is(role) && account.OrganisationId == IomFinland.Id && account.OrganisationKind == OrganisationKind.IomFinland;
}
