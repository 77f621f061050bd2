using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Organisations;

/// <summary>A named organisation with its contacts (S1.38, S1.78-S1.81).</summary>
/// <param name="Code">Stable code; programme files name parties by it.</param>
/// <param name="TimeZone">IANA zone.</param>
internal sealed record OrganisationEntry(
    string Code,
    OrganisationKind Kind,
    Bilingual Name,
    string TimeZone,
    IReadOnlyList<ContactEntry> Contacts,
    IReadOnlyList<string> Source
)
{
    /// <summary>The same in every database.</summary>
    public Guid Id => StableId.Of("organisation:" + Code);
}
