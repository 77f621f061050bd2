namespace Hemvag.Web.Binding;

/// <summary>
/// Marks a <c>long</c> or <c>long?</c> of a form as an amount of money in minor units: "150" and "150,00" are read as
/// 15000. The field helper shows it likewise. The currency is fixed by the page, never posted.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MinorUnitsAttribute(string currency) : Attribute
{
    /// <summary>ISO 4217 code that decides the number of decimals.</summary>
    public string Currency { get; } = currency;
}
