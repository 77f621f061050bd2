using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Who works on a case: a named account, or whoever holds a role at an organisation. Where <see cref="RestsOn"/> is set,
/// the row shows nothing without a live consent of that purpose that names the organisation: another purpose opens nothing.
/// </summary>
internal sealed class CaseParticipant : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Null: everyone with the role at the organisation.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>The account, or where none is named the organisation: one column by which either finds its rows.</summary>
    public Guid WhoId
    {
        // What the column held, where the row was read: a value that fits no longer has to show in the row's digest.
        get => field == Guid.Empty ? AccountId ?? OrganisationId : field;
        private set;
    }

    public required Role Role { get; init; }

    /// <summary>Null where the work rests on no consent: the region that holds the case, and the professional who brought it.</summary>
    public required ConsentPurpose? RestsOn { get; init; }

    /// <summary>The colleague whose case it is and who let this account in; null for those whose own case it is, and for a role.</summary>
    public Guid? SharedBy { get; init; }

    /// <summary>Named to open Identity and Contact while the person's identity is protected; nothing otherwise.</summary>
    public bool ReadsProtected { get; set; }

    public required DateTime From { get; init; }

    public DateTime? Until { get; set; }
}
