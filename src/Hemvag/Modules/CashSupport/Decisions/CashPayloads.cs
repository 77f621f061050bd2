using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>Migrationsverket's number, and the days. Sealed under Identity.</summary>
internal sealed record CashDecisionPayload(
    string DecisionNumber,
    DateOnly DecidedOn,
    AsylumOutcome Outcome,
    DateOnly OutcomeOn,
    DateOnly AppliedOn,
    DateOnly? PlannedReturnOn
) : ISealedPayload
{
    public const string Subject = "cash.decision";

    public static string Kind => "cash-decision";

    public static int SchemaVersion => 1;
}

/// <summary>Someone of the family beside the applicant, whose identity is the case's own. Sealed under Identity.</summary>
internal sealed record CashMemberPayload(string GivenNames, string FamilyName, DateOnly BirthDate, string Citizenship, string? DocumentNumber)
    : ISealedPayload
{
    public const string SubjectPrefix = "cash.member.";

    public static string Kind => "cash-member";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid memberId) => $"{SubjectPrefix}{memberId:N}";
}
