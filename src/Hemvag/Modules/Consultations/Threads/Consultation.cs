using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>
/// A question without personal data, in a thread without a case: to IOM Finland about the home country, before any consent (S1.44), or a
/// general one to a region. What is written is sealed under keys of its own, which are destroyed when it has ended.
/// </summary>
internal sealed class Consultation : IChainedRow
{
    /// <summary>How long the asker can read what was answered after the one who answered has ended it. Not from the seeds.</summary>
    public const int DaysKept = 14;

    /// <summary>After so long without a word the asker is asked whether it is still needed. Not from the seeds.</summary>
    public const int DaysQuiet = 14;

    /// <summary>Also the owner of its keys and of its openings.</summary>
    public required Guid Id { get; init; }

    /// <summary>"Fråga 2026-0014": what people call it by.</summary>
    public required string Number { get; init; }

    /// <summary>Who asked; a colleague takes it over when they have left.</summary>
    public required Guid AskedBy { get; set; }

    public required Guid AskedFrom { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>IOM Finland, or a region.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>The colleague there who answers; null while it lies at the desk.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>Turns written so far.</summary>
    public int Turns { get; private set; }

    public ConsultationSide LastBy { get; private set; }

    public DateTime LastAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The last day it can be read, when the one who answers ended it.</summary>
    public DateOnly? KeptUntil { get; private set; }

    /// <summary>UTC. The keys are gone since then.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>The case it became part of by a consent; what it held is sealed there.</summary>
    public Guid? PartOfCaseId { get; private set; }

    public string ChainStream => Streams.Consultation(Id);

    /// <summary>The role that answers at an organisation.</summary>
    public static Role AnsweringRole(Guid organisationId) => organisationId == IomFinland.Id ? Role.IomCaseworker : Role.RegionalCoordinator;

    public bool IsToIom => RecipientId == IomFinland.Id;

    /// <summary>Words of either side, in turn.</summary>
    public ConsultationTurnWritten Write(Guid by, Guid recordId, DateTime now, int looksPersonal, KeptReason? kept)
    {
        var side = SideOf(by);
        RequireOpen();
        Turns++;
        LastBy = side;
        LastAt = now;
        return new ConsultationTurnWritten(Turns, side, recordId, looksPersonal, kept);
    }

    /// <summary>A colleague at the recipient answers for it from now on.</summary>
    /// <param name="from">Where the colleague works.</param>
    /// <param name="takerHasLeft">Whether the one who had taken it no longer works there.</param>
    /// <exception cref="RefusedException">ConsultationNotYours, ConsultationAlreadyTaken, ConsultationHasEnded.</exception>
    public ConsultationTaken Take(Guid by, Guid from, bool takerHasLeft)
    {
        RequireOpen();
        if (from != RecipientId || by == AskedBy)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNotYours);
        }

        if (TakenBy is not null && !takerHasLeft)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationAlreadyTaken);
        }

        TakenBy = by;
        return new ConsultationTaken(by);
    }

    /// <summary>Back to the desk: another colleague knows that country better.</summary>
    public ConsultationGivenBack GiveBack(Guid by)
    {
        RequireOpen();
        if (TakenBy != by)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNotYours);
        }

        TakenBy = null;
        return new ConsultationGivenBack(by);
    }

    /// <summary>A colleague of an asker who has left asks on.</summary>
    public ConsultationTakenOver TakeOver(Guid by, Guid from, bool askerHasLeft)
    {
        if (from != AskedFrom || !askerHasLeft || ErasedAt is not null)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNotYours);
        }

        AskedBy = by;
        return new ConsultationTakenOver(by);
    }

    /// <summary>The one who answers has nothing to add: the asker can read it for a while yet.</summary>
    public ConsultationEnded End(Guid by, DateTime now, DateOnly today)
    {
        if (SideOf(by) != ConsultationSide.Recipient)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNotYours);
        }

        RequireOpen();
        EndedAt = now;
        KeptUntil = today.AddDays(DaysKept);
        return new ConsultationEnded(by, KeptUntil);
    }

    /// <summary>The asker ends it, now or after the other side has: nothing can be read any more.</summary>
    public ConsultationEnded EndAndErase(Guid by, DateTime now)
    {
        RequireAsker(by);
        Erase(now);
        return new ConsultationEnded(by, null);
    }

    /// <summary>The day has passed that the asker was told of.</summary>
    public ConsultationEnded EraseWhenTime(DateTime now)
    {
        if (KeptUntil is null)
        {
            throw new InvalidOperationException("Nobody was told of a day.");
        }

        Erase(now);
        return new ConsultationEnded(null, null);
    }

    /// <summary>What it holds goes into a case, by the person's consent.</summary>
    public ConsultationJoined Join(Guid by, Guid caseId, DateTime now)
    {
        RequireAsker(by);
        if (!IsToIom)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNotToIom);
        }

        Erase(now);
        PartOfCaseId = caseId;
        return new ConsultationJoined(Id, caseId);
    }

    public bool WaitsFor(ConsultationSide side) => EndedAt is null && LastBy != side;

    private ConsultationSide SideOf(Guid account) =>
        account == AskedBy ? ConsultationSide.Asker
        : account == TakenBy ? ConsultationSide.Recipient
        : throw new RefusedException(ConsultationRefusals.ConsultationNotYours);

    private void RequireAsker(Guid by)
    {
        if (by != AskedBy)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationNotYours);
        }
    }

    private void RequireOpen()
    {
        if (EndedAt is not null)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationHasEnded);
        }
    }

    private void Erase(DateTime now)
    {
        if (ErasedAt is not null)
        {
            throw new RefusedException(ConsultationRefusals.ConsultationHasEnded);
        }

        EndedAt ??= now;
        ErasedAt = now;
    }
}
