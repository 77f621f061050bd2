using Hemvag.Auditing;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Opening;

/// <summary>Opens compartments of a case: the one way in, so that nothing is opened without its row in the disclosure ledger.</summary>
internal sealed class CaseOpenings(Openings openings)
{
    /// <param name="purpose">One of <see cref="OpeningPurposes"/>; whoever reads in an emergency reads for no other task.</param>
    public Task OpenAsync(CaseHandle handle, Guid operationId, Compartment compartments, string purpose) =>
        openings.OpenAsync(
            operationId,
            handle.CaseId,
            handle.Account.Actor,
            compartments,
            handle.EmergencyUntil is null ? purpose : CaseLinks.BrokenGlass,
            work => Crossings.OpenedAsync(work, handle, compartments)
        );

    public Task CloseAsync(CaseHandle handle, Guid operationId) => openings.CloseAsync(operationId, handle.CaseId, handle.Account.Actor);
}
