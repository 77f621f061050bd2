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

    /// <summary>
    /// The same for a summary that is printed with it, in one save: one row says that it was printed, and with it that it was opened. Nothing
    /// is printed in an emergency.
    /// </summary>
    /// <returns>False when this form was submitted before; nothing is recorded again.</returns>
    public Task<bool> OpenToPrintAsync(CaseHandle handle, Guid operationId, Compartment compartments, string purpose) =>
        openings.OpenAsync(
            operationId,
            handle.CaseId,
            handle.Account.Actor,
            compartments,
            purpose,
            work => Crossings.PrintedAsync(work, handle, compartments)
        );

    public Task CloseAsync(CaseHandle handle, Guid operationId) => openings.CloseAsync(operationId, handle.CaseId, handle.Account.Actor);
}
