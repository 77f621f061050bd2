using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Organisations;

/// <summary>An IOM office of the list of 142 countries and regions (S3.40).</summary>
/// <param name="Code">Stable code, e.g. <c>iom-md</c>.</param>
/// <param name="SeedName">The name as the seed writes it.</param>
/// <param name="Alpha2">ISO 3166-1 code; null for Kosovo, which has none.</param>
/// <param name="Name">Today's name.</param>
/// <param name="TimeZone">IANA zone of the capital.</param>
internal sealed record OfficeEntry(string Code, string SeedName, string? Alpha2, Bilingual Name, string TimeZone)
{
    /// <summary>The same in every database.</summary>
    public Guid Id => StableId.Of("office:" + Code);

    /// <summary>Code of the office's country in the country list.</summary>
    public string CountryCode => Alpha2 ?? CountryEntry.Kosovo;
}
