using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Person;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>Which yes counts for a child. Not from the seeds but OSL 12:3, and the law that custodians decide together.</summary>
internal static class CustodyRules
{
    /// <param name="standsFor">Those who stand for this child.</param>
    /// <exception cref="RefusedException">GuardianExcluded, GuardianUnknown, CustodyNotSole, CustodiansMissing, CompetentDecisionMissing.</exception>
    public static void Require(CustodyOrder order, IReadOnlyList<Guardian> standsFor)
    {
        var saidYes = standsFor.Where(g => order.SaidYes.Contains(g.Id)).ToList();
        if (saidYes.Count != order.SaidYes.Distinct().Count())
        {
            throw new RefusedException(ChildrenRefusals.GuardianUnknown, "Custody.SaidYes");
        }

        if (saidYes.Any(g => g.IsSuspected))
        {
            throw new RefusedException(CaseRefusals.GuardianExcluded, "Custody.SaidYes");
        }

        if (order.Ground == CustodyGround.CompetentDecision)
        {
            if (string.IsNullOrWhiteSpace(order.Authority))
            {
                throw new RefusedException(ChildrenRefusals.CompetentDecisionMissing, "Custody.Authority");
            }

            return;
        }

        RequireOfCustodians(order.Ground, saidYes, [.. standsFor.Where(g => g.Decides)]);
    }

    /// <summary>Whether what stands for the child rests on its custodians, so that it falls when one of them is suspected.</summary>
    public static bool RestsOnCustodians(CustodyGround? ground) => ground is CustodyGround.SoleCustodian or CustodyGround.AllCustodiansAgree;

    /// <summary>The first of the month in which a child turns seven: from then on it is asked.</summary>
    public static DateOnly TooYoungUntil(DateOnly born)
    {
        var seven = born.AddYears(MinorRule.AskedFromAge);
        return new DateOnly(seven.Year, seven.Month, 1);
    }

    public static ChildAge AgeOn(DateOnly born, DateOnly day) =>
        born.AddYears(MinorRule.AskedFromAge) > day ? ChildAge.UnderSeven
        : born.AddYears(15) > day ? ChildAge.SevenToFourteen
        : ChildAge.FifteenToSeventeen;

    private static void RequireOfCustodians(CustodyGround ground, IReadOnlyList<Guardian> saidYes, IReadOnlyList<Guardian> custodians)
    {
        if (custodians.Any(g => g.IsSuspected))
        {
            throw new RefusedException(CaseRefusals.GuardianExcluded, "Custody.Ground");
        }

        if (ground == CustodyGround.SoleCustodian && custodians.Count > 0)
        {
            throw new RefusedException(ChildrenRefusals.CustodyNotSole, "Custody.Ground");
        }

        if (ground == CustodyGround.AllCustodiansAgree && (custodians.Count == 0 || custodians.Except(saidYes).Any()))
        {
            throw new RefusedException(ChildrenRefusals.CustodiansMissing, "Custody.SaidYes");
        }
    }
}
