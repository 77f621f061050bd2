using Hemvag.Sealing;

namespace Hemvag.Modules.Programmes.Definition;

/// <summary>The text a person consents to. A changed text is a new version.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="Compartments">The most this consent can let the recipient see; a given consent may name fewer.</param>
internal sealed record ConsentWording(
    ConsentPurpose Purpose,
    int Version,
    Bilingual Title,
    Bilingual Text,
    IReadOnlyList<Compartment> Compartments,
    IReadOnlyList<string> Source
)
{
    /// <summary>The compartments as flags.</summary>
    public Compartment Widest => Compartments.Aggregate(Compartment.None, (all, one) => all | one);
}
