using Hemvag.Data;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Money.Payments;

/// <summary>The sum of the table in words of figures: "650 + 190 + 1,735 + 1,425 = 4,000".</summary>
internal static class WrittenSum
{
    public static string Of(LedgerSums sums, string currency)
    {
        var parts = new[] { sums.Reserved, sums.Approved, sums.Paid, sums.Left };
        return string.Join(" + ", parts.Select(p => Amounts.Short(new Amount(p, currency))))
            + " = "
            + Amounts.Short(new Amount(sums.Ceiling, currency));
    }
}
