using Hemvag.Modules.Accounts;
using Hemvag.Sealing;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>
/// A consultation that <see cref="ConsultationAccess"/> has found this account may know of. Reading it is for the asker and for the
/// colleague who has taken it; whoever sees it at the desk sees that it is there.
/// </summary>
/// <param name="TakerIsThere">Whether somebody who still works there has taken it.</param>
/// <param name="AskerIsThere">Whether the asker still works there.</param>
/// <param name="Opened">What the account has open in it now; null when nothing is.</param>
internal sealed record ConsultationHandle(
    CurrentAccount Account,
    Consultation Consultation,
    string? AskerName,
    string? TakerName,
    bool AskerIsThere,
    bool TakerIsThere,
    OpenedCompartment? Opened
)
{
    public Guid Id => Consultation.Id;

    public bool IsAsker => Consultation.AskedBy == Account.Id;

    public bool IsTaker => Consultation.TakenBy == Account.Id && Consultation.ErasedAt is null;

    /// <summary>Keys that are gone open for nobody.</summary>
    public bool MayRead => (IsAsker || IsTaker) && Consultation.ErasedAt is null;

    public bool MayTake => !IsAsker && !TakerIsThere && Consultation is { EndedAt: null } && Account.OrganisationId == Consultation.RecipientId;

    public bool MayTakeOver => !IsAsker && !AskerIsThere && Account.OrganisationId == Consultation.AskedFrom && Consultation.ErasedAt is null;

    public bool MayWrite => MayRead && Consultation.EndedAt is null;
}
