using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>What the person wants about taking part in a trial in Sweden (S4.12). Summons and protection are sealed under Justice.</summary>
internal sealed class TrialPart : ICaseRow
{
    public const string SubjectPrefix = "trial.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ProceedingId { get; init; }

    public required TrialWish Wish { get; set; }

    /// <summary>The day the person said so.</summary>
    public required DateOnly AskedOn { get; set; }

    public static string SubjectOf(Guid proceedingId) => $"{SubjectPrefix}{proceedingId:N}";
}

/// <param name="Summons">What the court has called the person to, and when.</param>
/// <param name="Protection">What protects the person on the way and during the stay.</param>
internal sealed record TrialPayload(string? Summons, string? Protection) : ISealedPayload
{
    public static string Kind => "trial";

    public static int SchemaVersion => 1;
}

/// <summary>A cost of taking part, and who bears it.</summary>
internal sealed class TrialCost : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ProceedingId { get; init; }

    public required TrialCostKind Kind { get; init; }

    /// <summary>Minor units, more than 0.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>A code of <see cref="Currencies"/>.</summary>
    public required string Currency { get; init; }

    public required CostBearer Bearer { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>UTC. It was entered wrongly, or is borne otherwise: the row stays.</summary>
    public DateTime? RemovedAt { get; set; }
}

/// <summary>
/// Help with a journey on a day. Says nothing of why: IOM Finland plans it and the office on the spot helps. From where to where is sealed
/// under Travel, as for other journeys, and under Justice for those who see the thread alone.
/// </summary>
internal sealed class JourneyHelp : ICaseRow
{
    public const string SubjectPrefix = "journey-help.";

    public const string ThreadPrefix = "journey-of-thread.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ProceedingId { get; init; }

    public required JourneyLeg Leg { get; init; }

    public required DateOnly TravelsOn { get; init; }

    /// <summary>UTC. IOM Finland has planned it.</summary>
    public DateTime? PlannedAt { get; set; }

    /// <summary>UTC. The office on the spot is ready to help.</summary>
    public DateTime? OfficeReadyAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CancelledAt { get; set; }

    public string Subject => $"{SubjectPrefix}{Id:N}";

    /// <summary>Subject of the same places sealed under Justice, for those who see the case for its thread alone.</summary>
    public string SubjectForThread => $"{ThreadPrefix}{Id:N}";

    /// <param name="byOffice">The office on the spot answers; else IOM Finland.</param>
    /// <exception cref="RefusedException">JourneyHelpOver when it is cancelled, or answered already.</exception>
    public JourneyHelpReady Ready(bool byOffice, DateTime now)
    {
        if (CancelledAt is not null || (byOffice ? OfficeReadyAt : PlannedAt) is not null)
        {
            throw new RefusedException(JusticeRefusals.JourneyHelpOver);
        }

        OfficeReadyAt = byOffice ? now : OfficeReadyAt;
        PlannedAt = byOffice ? PlannedAt : now;
        return new JourneyHelpReady(Id, byOffice);
    }

    /// <exception cref="RefusedException">JourneyHelpOver.</exception>
    public JourneyHelpCancelled Cancel(DateTime now)
    {
        if (CancelledAt is not null)
        {
            throw new RefusedException(JusticeRefusals.JourneyHelpOver);
        }

        CancelledAt = now;
        return new JourneyHelpCancelled(Id);
    }
}

/// <summary>The journey's places, sealed under Travel. Never a reason.</summary>
internal sealed record JourneyHelpPayload(string? From, string? To, string? Meeting) : ISealedPayload
{
    public static string Kind => "journey-help";

    public static int SchemaVersion => 1;
}
