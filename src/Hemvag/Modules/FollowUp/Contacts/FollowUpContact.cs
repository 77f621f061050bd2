using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>A contact after the return: planned, then held, or missed and tried again. Never closed by a clock.</summary>
internal sealed class FollowUpContact : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required ContactOrigin Origin { get; init; }

    /// <summary>1 to n months after arrival for the plan and the watch; null for an extra contact.</summary>
    public required int? Month { get; init; }

    /// <summary>The day agreed, in the zone of the office that keeps the contact.</summary>
    public required DateOnly PlannedOn { get; set; }

    public ContactState State { get; set; }

    /// <summary>Tries without an answer so far.</summary>
    public int MissedTries { get; set; }

    /// <summary>Who a missed contact waits for now.</summary>
    public ClimbLevel Level { get; set; }

    public DateOnly? HeldOn { get; set; }

    public ContactWay? Way { get; set; }

    /// <summary>The person asked for more support; what for is sealed.</summary>
    public bool MoreSupportAsked { get; set; }

    public ContactCancelReason? CancelledBecause { get; set; }

    public bool IsOpen => State is ContactState.Planned or ContactState.Missed;

    /// <summary>Subject of what was said, sealed under Protection.</summary>
    public string Subject => SubjectOf(Id);

    public const string SubjectPrefix = "contact.";

    public static string SubjectOf(Guid id) => $"{SubjectPrefix}{id:N}";

    /// <exception cref="RefusedException">ContactNotOpen, DateInFuture.</exception>
    public void Hold(DateOnly on, ContactWay way, bool moreSupportAsked, DateOnly today)
    {
        RequireOpen();
        if (on > today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Held.HeldOn");
        }

        State = ContactState.Held;
        HeldOn = on;
        Way = way;
        MoreSupportAsked = moreSupportAsked;
        Level = ClimbLevel.None;
    }

    /// <summary>One more try without an answer.</summary>
    /// <exception cref="RefusedException">ContactNotOpen, DateInFuture.</exception>
    public void Miss(DateOnly triedOn, DateOnly today)
    {
        RequireOpen();
        if (triedOn > today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Missed.TriedOn");
        }

        State = ContactState.Missed;
        MissedTries++;
    }

    /// <summary>Another day is agreed. What was tried before stays on record.</summary>
    /// <exception cref="RefusedException">ContactNotOpen, ContactInThePast.</exception>
    /// <returns>The day it was before.</returns>
    public DateOnly Move(DateOnly to, DateOnly today)
    {
        RequireOpen();
        if (to < today)
        {
            throw new RefusedException(FollowUpRefusals.ContactInThePast, "Move.PlannedOn");
        }

        var before = PlannedOn;
        PlannedOn = to;
        State = ContactState.Planned;
        Level = ClimbLevel.None;
        return before;
    }

    /// <exception cref="RefusedException">ContactNotOpen.</exception>
    public void Cancel(ContactCancelReason reason)
    {
        RequireOpen();
        State = ContactState.Cancelled;
        CancelledBecause = reason;
        Level = ClimbLevel.None;
    }

    /// <summary>The person wants to keep a contact that was cancelled for another reason than their own wish.</summary>
    public void Keep()
    {
        State = ContactState.Planned;
        CancelledBecause = null;
    }

    private void RequireOpen()
    {
        if (!IsOpen)
        {
            throw new RefusedException(FollowUpRefusals.ContactNotOpen);
        }
    }
}
