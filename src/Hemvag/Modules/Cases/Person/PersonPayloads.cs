using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Who the person is. Sealed under Identity. Under a pseudonym all but the pseudonym may be empty.</summary>
/// <param name="Pronoun">The pronoun the person asked for; null for none said.</param>
/// <param name="DocumentNumber">Of the passport or another identity document, as it stands there.</param>
internal sealed record IdentityPayload(
    string? Pseudonym,
    string? GivenNames,
    string? FamilyName,
    DateOnly? BirthDate,
    string? Citizenship,
    string? Pronoun,
    string? DocumentNumber = null
) : ISealedPayload
{
    public const string Subject = "person.identity";

    public static string Kind => "person-identity";

    public static int SchemaVersion => 1;
}

/// <summary>How the person may be reached, and how not. Sealed under Contact; the rules bind everyone who calls.</summary>
internal sealed record ContactPayload(
    string? Phone,
    string? SafeTimes,
    string? IfSomeoneElseAnswers,
    string? CodeWord,
    string? NeverContact,
    string? Language,
    bool? NeedsInterpreter
) : ISealedPayload
{
    public const string Subject = "person.contact";

    /// <summary>Something is said of how the person may be reached, or not.</summary>
    public bool SaysSomething => new[] { Phone, SafeTimes, IfSomeoneElseAnswers, CodeWord, NeverContact }.Any(s => !string.IsNullOrWhiteSpace(s));

    public static string Kind => "person-contact";

    public static int SchemaVersion => 1;
}
