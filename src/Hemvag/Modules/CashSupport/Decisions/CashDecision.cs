using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>What was answered where someone may have been supported under both schemes (the seeds do not say whether that is allowed).</summary>
internal enum CombinationAnswer
{
    /// <summary>Asked, and it may be given.</summary>
    MayBeCombined,

    /// <summary>Asked, and it may not be given.</summary>
    MayNot,

    /// <summary>Asked, and not answered yet.</summary>
    Waits,
}

/// <summary>
/// Migrationsverket's decision on cash support as it stands in its case (S4.21). Its number and its days are sealed under Identity: beside the
/// country a day would tell of the journey.
/// </summary>
internal sealed class CashDecision : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The officer who entered it; approves in advance what it grants.</summary>
    public required Guid EnteredBy { get; init; }

    public required DateTime EnteredAt { get; init; }

    // The four criteria of S4.18, one by one.
    public required bool AsylumEnded { get; init; }

    public required bool ReturnsVoluntarily { get; init; }

    public required bool CountryOnList { get; init; }

    public required bool AppliedInSweden { get; init; }

    /// <summary>Öre, of the whole family.</summary>
    public required long TotalMinor { get; init; }

    /// <summary>Null where nothing was asked. Shown to nobody who does not work on the other case themselves: it tells that there is one.</summary>
    public CombinationAnswer? Combination { get; private set; }

    /// <summary>The caseworker who has put the receipt off, for whatever reason; null when nobody has.</summary>
    public Guid? WaitsFor { get; private set; }

    /// <summary>What the answer is now; the one before stays in its event.</summary>
    public CashCombinationAnswered Answer(CombinationAnswer answer, Guid by)
    {
        Combination = answer;
        WaitsFor = answer == CombinationAnswer.MayBeCombined ? null : by;
        return new CashCombinationAnswered(Id, answer);
    }

    /// <summary>It is confirmed later.</summary>
    public CashReceiptPutOff PutOff(Guid by)
    {
        WaitsFor = by;
        return new CashReceiptPutOff(Id);
    }

    /// <summary>The receipt is confirmed: nothing waits any more.</summary>
    public void GoOn() => WaitsFor = null;
}

/// <summary>Someone of the family of a decision. Who they are is sealed under Identity.</summary>
internal sealed class CashFamilyMember : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1 for the applicant.</summary>
    public required int Ordinal { get; init; }

    public required CashRelation Relation { get; init; }

    /// <summary>18 or older on the day of the decision (förordningen 2008:778, 6 §).</summary>
    public required bool IsAdult { get; init; }

    /// <summary>Öre; 0 where the family's ceiling leaves nothing.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Somebody like this one had support: how the officer knows that it is another person. Null where nobody had.</summary>
    public NotSamePersonReason? NotSame { get; set; }

    /// <summary>The day this person came to the office and was recognised; null before that.</summary>
    public DateOnly? PresentedOn { get; set; }

    /// <summary>The adult of the family to whom a child's share was handed; null for an adult's, and before that.</summary>
    public Guid? ReceivedBy { get; set; }

    /// <summary>By which the money knows them: the case's own id for the applicant.</summary>
    public Guid BeneficiaryId => Relation == CashRelation.Applicant ? CaseId : Id;
}
