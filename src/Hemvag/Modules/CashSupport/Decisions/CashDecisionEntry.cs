namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>How someone belongs to the family of a decision (förordningen 2008:778, 3 §).</summary>
internal enum CashRelation
{
    Applicant,
    SpouseOrCohabitant,
    Child,

    /// <summary>In the household, for special reasons.</summary>
    OtherCloseRelative,
}

/// <summary>How the asylum case ended (S4.18, criterion 1).</summary>
internal enum AsylumOutcome
{
    Refused,
    Withdrawn,
}

/// <summary>One member of the family, as the decision names them.</summary>
/// <param name="Citizenship">Code of the country list; never Sweden (4 §).</param>
/// <param name="DocumentNumber">Of the passport or another identity document; null where there is none.</param>
/// <param name="AmountMinor">Öre, at most the maximum for the age on the day of the decision (6 §); 0 only where the ceiling leaves nothing.</param>
/// <param name="NotSame">The officer has looked: somebody who is like this one and had support is another person.</param>
internal sealed record CashPerson(
    CashRelation Relation,
    string GivenNames,
    string FamilyName,
    DateOnly BirthDate,
    string Citizenship,
    string? DocumentNumber,
    long AmountMinor,
    NotSamePersonReason? NotSame = null
);

/// <summary>A decision of Migrationsverket as it is entered or imported (S4.18, S4.21).</summary>
/// <param name="DecisionNumber">Migrationsverket's own, at most 30 signs.</param>
/// <param name="CountryCode">Code of the country list; must be on the version's list on <paramref name="DecidedOn"/>.</param>
/// <param name="OfficeId">The local office that pays, one of the country.</param>
/// <param name="ReturnsWithAssistance">Criterion 2: voluntarily, with Migrationsverket's assistance, and plans to live there.</param>
/// <param name="AppliedInSweden">Criterion 4: applied while in Sweden, on <paramref name="AppliedOn"/>.</param>
/// <param name="ConsentLanguage">In which the person read the two consents (to IOM Finland, to the office); null when not given.</param>
/// <param name="Language">Language the person speaks, of the spoken languages; null when not asked.</param>
/// <param name="ConsentedOn">The day both consents were given, at most a year ago; null where that was with the application (S4.20).</param>
internal sealed record CashDecisionEntry(
    string DecisionNumber,
    DateOnly DecidedOn,
    AsylumOutcome Outcome,
    DateOnly OutcomeOn,
    bool ReturnsWithAssistance,
    bool AppliedInSweden,
    DateOnly AppliedOn,
    string CountryCode,
    Guid OfficeId,
    DateOnly? PlannedReturnOn,
    string? Phone,
    string? Language,
    bool ConsentsToIom,
    bool ConsentsToOffice,
    string? ConsentLanguage,
    IReadOnlyList<CashPerson> Family,
    DateOnly? ConsentedOn = null
)
{
    /// <summary>The day both consents were given.</summary>
    public DateOnly ConsentsOn => ConsentedOn ?? AppliedOn;

    /// <summary>Criterion 1: the asylum case has ended, one way or the other, before the decision.</summary>
    public bool HasOutcome => Enum.IsDefined(Outcome) && OutcomeOn <= DecidedOn;
}

/// <summary>How two people who are like each other are known to be two (not from the seeds).</summary>
internal enum NotSamePersonReason
{
    OtherDocument,
    OtherBirthDate,
    OtherPhoto,
}
