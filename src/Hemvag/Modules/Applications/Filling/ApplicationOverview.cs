using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Applications.Filling;

/// <summary>How the signature stands to what is filled in now.</summary>
internal enum SignatureState
{
    None,
    Stands,

    /// <summary>A section has been changed since.</summary>
    Outdated,
}

/// <summary>An application without anything opened: what is filled in by whom, signature and certificate.</summary>
/// <param name="Filled">By section id.</param>
internal sealed record ApplicationOverview(
    FormDefinition Form,
    IReadOnlyList<DeclarationWording> Declarations,
    IReadOnlyDictionary<string, FilledSection> Filled,
    SignedDigest Digest,
    ApplicationSignature? Signature,
    VoluntarinessCertificate? Certificate
)
{
    public SignatureState SignatureState =>
        Signature is null ? SignatureState.None
        : Digest.Is(Signature.Digest) ? SignatureState.Stands
        : SignatureState.Outdated;

    /// <summary>Everything that must be open to read the whole application.</summary>
    public Compartment Compartments =>
        Form.Sections.Where(s => Filled.ContainsKey(s.Id)).Aggregate(Compartment.None, (all, s) => all | s.Compartment);
}
