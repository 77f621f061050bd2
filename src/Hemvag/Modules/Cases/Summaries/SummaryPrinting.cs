using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>Records that a summary is printed, before it is shown: what is sealed of it is opened in the same save.</summary>
internal sealed class SummaryPrinting(CaseOpenings openings, Crossings crossings, CaseAccess access, TimeProvider time)
{
    /// <summary>
    /// What of a step's writings the account may have in print. Who the person is and how they are reached is left out where the identity is
    /// protected, for those who are named too: a paper goes on to people whom nobody has named.
    /// </summary>
    public static Compartment Printable(CaseHandle handle, Compartment holds) => holds & handle.Compartments & ~LeftOut(handle.Case);

    /// <summary>What no summary of the case holds.</summary>
    public static Compartment LeftOut(Case @case) => @case.IdentityProtection is null ? Compartment.None : IdentityProtecting.Guarded;

    /// <summary>Each showing is a printing of its own: a form that is sent again is recorded again.</summary>
    /// <param name="compartments">What is printed of what is sealed; none for the facts alone.</param>
    /// <returns>The case as it is to be read now, with the opening just recorded; null when the account no longer sees it.</returns>
    public async Task<CaseHandle?> PrintAsync(CaseHandle handle, Guid operationId, Compartment compartments)
    {
        if (!await RecordAsync(handle, operationId, compartments))
        {
            await RecordAsync(handle, Guid.CreateVersion7(time.GetUtcNow()), compartments);
        }

        return await access.FindAsync(handle.CaseId, handle.Account);
    }

    private Task<bool> RecordAsync(CaseHandle handle, Guid operationId, Compartment compartments) =>
        compartments == Compartment.None
            ? crossings.PrintedAsync(handle, operationId)
            : openings.OpenToPrintAsync(handle, operationId, compartments, OpeningPurposes.Summary);
}
