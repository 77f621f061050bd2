using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Organisations;

/// <summary>A country or territory a person may be citizen of or return to; it need not have an office.</summary>
/// <param name="Code">What is stored: the ISO 3166-1 alpha-2 code, or <see cref="Kosovo"/>.</param>
/// <param name="Alpha2">ISO 3166-1 code; null for Kosovo, which has none.</param>
internal sealed record CountryEntry(string Code, string? Alpha2, Bilingual Name)
{
    /// <summary>Kosovo is not in ISO 3166-1, and a code of our own must not look like one.</summary>
    public const string Kosovo = "kosovo";
}
