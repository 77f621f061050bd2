namespace Hemvag.Sealing;

/// <summary>
/// Proof that an account has a live opening of compartments of a case: without it nothing sealed can be read.
/// Only <c>Openings</c> makes one; a test keeps it so.
/// </summary>
/// <param name="Compartments">What may be read.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="ClosesAt">UTC, ten minutes after it was opened.</param>
internal sealed record OpenedCompartment(Guid CaseId, Compartment Compartments, DateTime OpenedAt, DateTime ClosesAt)
{
    /// <summary>The same opening with no more than these compartments.</summary>
    public OpenedCompartment Within(Compartment allowed) => this with { Compartments = Compartments & allowed };

    public bool Covers(Compartment compartment) => (Compartments & compartment) == compartment;
}
