using System.Diagnostics.CodeAnalysis;

namespace Hemvag.Data;

/// <summary>The closed set of currencies in use, with the number of minor units by ISO 4217.</summary>
public static class Currencies
{
    private static readonly Dictionary<string, int> Exponents = new(StringComparer.Ordinal)
    {
        ["EUR"] = 2,
        ["SEK"] = 2,
        ["USD"] = 2,
    };

    public static bool IsKnown([NotNullWhen(true)] string? code) => code is not null && Exponents.ContainsKey(code);

    /// <summary>Decimals of the currency. Throws <see cref="ArgumentException"/> for a code outside the set.</summary>
    public static int Exponent(string code) =>
        Exponents.TryGetValue(code, out var exponent) ? exponent : throw new ArgumentException("The currency is not in use.", nameof(code));

    /// <summary>Minor units in one whole unit: 100 for USD.</summary>
    public static long UnitsPerWhole(string code)
    {
        var units = 1L;
        for (var i = Exponent(code); i > 0; i--)
        {
            units *= 10;
        }
        return units;
    }
}
