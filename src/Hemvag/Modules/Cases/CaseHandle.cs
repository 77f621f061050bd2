using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>
/// A case that <see cref="CaseAccess"/> has found this account may see, with what it may do there. Services take this and never a bare id,
/// so what was not checked cannot be called. Made by <see cref="CaseAccess"/> alone; a test keeps it so.
/// </summary>
/// <param name="EmergencyUntil">UTC. The account sees the case in an emergency until then; null for everyone whose case it is.</param>
/// <param name="Opened">What the account has open in the case now, as far as it still may; null when nothing is open.</param>
internal sealed record CaseHandle(
    CurrentAccount Account,
    Case Case,
    long StreamVersion,
    IReadOnlySet<Role> Roles,
    IReadOnlySet<CaseAction> Actions,
    Compartment Compartments,
    OpenedCompartment? Opened,
    DateTime? EmergencyUntil = null
)
{
    public Guid CaseId => Case.Id;

    /// <summary>The version of the programme the case goes by.</summary>
    public required ProgrammeVersion Programme { get; init; }

    /// <summary>Seen by the minimum view alone (<see cref="MinimumSight"/>): what it does not hold is not there.</summary>
    public bool IsMinimum { get; init; }

    /// <summary>Seen by the consent to access to justice alone: what is not the thread's is not there.</summary>
    public bool IsThreadAlone { get; init; }

    public bool May(CaseAction action) => Actions.Contains(action);

    public bool MayOpen(Compartment compartment) => (Compartments & compartment) == compartment;
}
