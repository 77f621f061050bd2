using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>How a consent was given.</summary>
internal enum ConsentForm
{
    Written,

    /// <summary>Said to the worker who recorded it.</summary>
    Oral,
}

/// <summary>How the wording reached the person: never in an unreviewed translation.</summary>
internal enum ConsentReading
{
    /// <summary>Read in a language with a reviewed text.</summary>
    ReviewedText,

    /// <summary>Read to the person by a named interpreter whom the person accepts; the name is sealed.</summary>
    ThroughInterpreter,
}

/// <summary>
/// A yes to something, to someone, about something. Never edited: it is renewed, narrowed or withdrawn.
/// Access of other organisations follows from live consents and nothing else (S1.44, S1.75; domain-facts §5).
/// </summary>
internal sealed class Consent : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>What the recipients may see at most.</summary>
    public required Compartment Compartments { get; init; }

    /// <summary>The programme version whose wording was read; it holds when the case is moved to another.</summary>
    public required string ProgrammeId { get; init; }

    public required int WordingVersion { get; init; }

    /// <summary>ISO 639 code of the language it was read in.</summary>
    public required string Language { get; init; }

    public required ConsentReading Reading { get; init; }

    public required ConsentForm Form { get; init; }

    public required ConsentPrompts Prompts { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day; null for as long as the case is open.</summary>
    public required DateOnly? EndsOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>The scanned sheet, when there is one.</summary>
    public required Guid? EvidenceFileId { get; init; }

    /// <summary>The guardian of the case who gave it for a person under 18; null when the person did.</summary>
    public required Guid? GuardianId { get; init; }

    /// <summary>The consent this one renews or narrows.</summary>
    public required Guid? Replaces { get; init; }

    /// <summary>It is what was left of the one it replaces: nothing was asked anew, and what is sealed beside that one holds for it.</summary>
    public bool IsNarrowed { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    /// <summary>Acts forward, at once.</summary>
    /// <exception cref="RefusedException">When it was withdrawn before.</exception>
    public ConsentWithdrawn Withdraw(DateTime now, Guid by)
    {
        End(now, by);
        return new ConsentWithdrawn(Id, Purpose);
    }

    /// <summary>Another for the same purpose takes its place in the same act.</summary>
    /// <exception cref="RefusedException">When it was withdrawn before.</exception>
    public ConsentReplaced Replace(Consent with, DateTime now, Guid by)
    {
        End(now, by);
        return new ConsentReplaced(Id, Purpose, with.Id);
    }

    private void End(DateTime now, Guid by)
    {
        if (WithdrawnAt is not null)
        {
            throw new RefusedException(CaseRefusals.ConsentAlreadyWithdrawn);
        }

        WithdrawnAt = now;
        WithdrawnBy = by;
    }

    public bool IsLive(DateOnly today) => WithdrawnAt is null && StartsOn <= today && (EndsOn is null || EndsOn >= today);
}

/// <summary>The seven prompts of a consent, answered one by one (HTCDS con_Consent; domain-facts §5).</summary>
[Flags]
internal enum ConsentPrompts
{
    None = 0,
    AgreesToTheConversation = 1,
    KnowsItsPurpose = 2,
    KnowsHowDataAreUsed = 4,

    /// <summary>May be "no" without any effect on the consent.</summary>
    AgreesToUseWithoutIdentity = 8,
    KnowsTheRightToSeeData = 16,
    KnowsHowLongDataAreKept = 32,
    KnowsHowToWithdraw = 64,

    /// <summary>Without these it is no consent.</summary>
    Needed = AgreesToTheConversation | KnowsItsPurpose | KnowsHowDataAreUsed | KnowsTheRightToSeeData | KnowsHowLongDataAreKept | KnowsHowToWithdraw,
}

/// <summary>An organisation a consent names. People come and go, organisations stay.</summary>
internal sealed class ConsentRecipient : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ConsentId { get; init; }

    public required Guid OrganisationId { get; init; }
}
