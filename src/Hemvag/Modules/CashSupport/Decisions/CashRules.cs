using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>What a version of the cash support grants to whom. Pure.</summary>
internal static class CashRules
{
    public const int AdultAge = 18;

    /// <summary>Not from the seeds: more is a slip of the pen.</summary>
    public const int LargestFamily = 20;

    public const string Sweden = "SE";

    public static bool IsAdult(DateOnly birthDate, DateOnly decidedOn) => birthDate.AddYears(AdultAge) <= decidedOn;

    /// <summary>The most that someone of the age gets, in minor units.</summary>
    public static long MaximumMinor(EntitlementSet set, bool isAdult) =>
        isAdult
            ? EntitlementRules.AdultCeilingMinor(set, EntitlementCategory.CashSupport)!.Value
            : EntitlementRules.ChildCeilingMinor(set, EntitlementCategory.CashSupport)!.Value;

    /// <summary>
    /// What is proposed for each: the maximum, in the order of the family, until the family's ceiling is reached. The order is ours; the
    /// decision states each one's amount.
    /// </summary>
    public static IReadOnlyList<long> ProposeMinor(EntitlementSet set, IEnumerable<bool> adults)
    {
        var left = set.FamilyCeilingMinor ?? long.MaxValue;
        var proposed = new List<long>();
        foreach (var adult in adults)
        {
            var share = Math.Min(left, MaximumMinor(set, adult));
            proposed.Add(share);
            left -= share;
        }

        return proposed;
    }

    public static bool IsOnList(ProgrammeVersion version, string code, DateOnly decidedOn) =>
        (version.Eligibility.Countries ?? []).Any(country => country.Code == code && country.Holds(decidedOn));

    /// <exception cref="RefusedException">ShareMissing, AmountAboveMaximum, FamilyCeilingExceeded.</exception>
    public static void CheckAmounts(EntitlementSet set, IReadOnlyList<(bool IsAdult, long AmountMinor)> family)
    {
        var sum = family.Sum(one => (decimal)one.AmountMinor);
        var ceiling = set.FamilyCeilingMinor ?? long.MaxValue;
        for (var index = 0; index < family.Count; index++)
        {
            var (isAdult, amount) = family[index];
            var most = MaximumMinor(set, isAdult);
            if (amount > most)
            {
                throw new RefusedException(CashRefusals.AmountAboveMaximum, CashFields.Amount(index), Written(set, most));
            }

            // Nothing is left for the last ones where the ceiling is reached, and only there.
            if (amount < 0 || (amount == 0 && sum < ceiling))
            {
                throw new RefusedException(CashRefusals.ShareMissing, CashFields.Amount(index));
            }
        }

        if (sum > ceiling)
        {
            throw new RefusedException(CashRefusals.FamilyCeilingExceeded, CashFields.Amount(family.Count - 1), Written(set, ceiling));
        }
    }

    private static string Written(EntitlementSet set, long minor) => Web.Formatting.Amounts.ShortFull(new Amount(minor, set.Currency));
}

/// <summary>The fields of the form, by which a refusal names what it is about.</summary>
internal static class CashFields
{
    public static string Of(string field) => $"Input.{field}";

    public static string OfMember(int index, string field) => $"Input.Family[{index}].{field}";

    public static string Amount(int index) => OfMember(index, "Amount");
}
