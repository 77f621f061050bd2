using System.Globalization;
using Hemvag.Data;

namespace Hemvag.Web.Formatting;

/// <summary>The only home of how an amount is written.</summary>
public static class Amounts
{
    /// <summary>1 200,00 USD · USD 1,200.00: in prose, headings and buttons.</summary>
    public static string Full(Amount money)
    {
        var figure = Exact(money);
        return Spelling.IsSwedish ? $"{figure}\u00A0{money.Currency}" : $"{money.Currency}\u00A0{figure}";
    }

    /// <summary>1 200,00 · 1,200.00: where the currency stands in the heading.</summary>
    public static string Exact(Amount money) => Write(money, Currencies.Exponent(money.Currency));

    /// <summary>1 200 · 1,200 when whole, else with its decimals: in tables.</summary>
    public static string Short(Amount money) => money.Minor % Currencies.UnitsPerWhole(money.Currency) == 0 ? Write(money, 0) : Exact(money);

    /// <summary>1 200 USD · USD 1,200 when whole, else with its decimals.</summary>
    public static string ShortFull(Amount money) =>
        Spelling.IsSwedish ? $"{Short(money)}\u00A0{money.Currency}" : $"{money.Currency}\u00A0{Short(money)}";

    /// <summary>1200.00 as typed in a field: no grouping, the decimal sign of the reader.</summary>
    public static string Plain(Amount money) => Write(money, Currencies.Exponent(money.Currency), group: "");

    /// <summary>A count with grouping: 12 400 · 12,400.</summary>
    public static string Count(long count) => Group(Int128.Abs(count).ToString(CultureInfo.InvariantCulture), count < 0, GroupSign);

    private static string GroupSign => Spelling.IsSwedish ? "\u00A0" : ",";

    private static string Write(Amount money, int decimals, string? group = null)
    {
        var perWhole = Currencies.UnitsPerWhole(money.Currency);
        var units = Int128.Abs(money.Minor);
        var whole = Group((units / perWhole).ToString(CultureInfo.InvariantCulture), money.Minor < 0, group ?? GroupSign);
        if (decimals == 0)
        {
            return whole;
        }
        var rest = ((long)(units % perWhole)).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
        return whole + (Spelling.IsSwedish ? "," : ".") + rest;
    }

    private static string Group(string digits, bool negative, string sign)
    {
        for (var at = digits.Length - 3; at > 0; at -= 3)
        {
            digits = digits.Insert(at, sign);
        }
        return negative ? "\u2212" + digits : digits;
    }
}
