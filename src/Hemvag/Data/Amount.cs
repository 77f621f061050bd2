namespace Hemvag.Data;

/// <summary>An exact amount: whole minor units (cents, öre) and an ISO 4217 code. Never a floating number.</summary>
/// <param name="Minor">Minor units; may be negative for a difference. 15000 in USD is 150.00.</param>
/// <param name="Currency">A code of <see cref="Currencies"/>.</param>
public readonly record struct Amount(long Minor, string Currency)
{
    public static Amount Zero(string currency) => new(0, currency);

    /// <summary>The amount of so many whole units: <c>Whole(900, "USD")</c> is 900.00.</summary>
    public static Amount Whole(long units, string currency) => new(checked(units * Currencies.UnitsPerWhole(currency)), currency);

    public bool IsZero => Minor == 0;

    /// <summary>The sum. Throws when the currencies differ or the sum does not fit.</summary>
    public Amount Add(Amount other) => new(checked(Minor + SameCurrency(other)), Currency);

    /// <summary>The difference, negative when <paramref name="other"/> is greater. Throws when the currencies differ.</summary>
    public Amount Subtract(Amount other) => new(checked(Minor - SameCurrency(other)), Currency);

    /// <summary>Throws when the currencies differ.</summary>
    public bool IsMoreThan(Amount other) => Minor > SameCurrency(other);

    /// <summary>
    /// So many per cent of the amount. A fraction of a minor unit is rounded half up, away from zero: a share is
    /// never smaller for the person because of rounding.
    /// </summary>
    /// <param name="percent">0 to 100.</param>
    public Amount Percent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var hundredths = (Int128)Minor * percent;
        var half = hundredths < 0 ? -50 : 50;
        return new((long)((hundredths + half) / 100), Currency);
    }

    private long SameCurrency(Amount other) =>
        string.Equals(Currency, other.Currency, StringComparison.Ordinal)
            ? other.Minor
            : throw new InvalidOperationException("Amounts in different currencies can't be combined.");
}
