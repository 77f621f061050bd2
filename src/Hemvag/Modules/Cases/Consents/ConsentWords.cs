using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>The child's own answer where a guardian gives the consent (domain-facts §5). Not from the seeds.</summary>
internal enum ChildAssent
{
    Given,

    /// <summary>Too young to be asked; the guardian's yes stands alone.</summary>
    TooYoungToBeAsked,

    /// <summary>The child says no: then it is no consent.</summary>
    Refused,
}

/// <summary>The people around a consent and what was said, sealed under Protection: that a child gave it is told nowhere in clear.</summary>
/// <param name="Interpreter">Who read the wording out; the person accepts them.</param>
/// <param name="Witness">Who was there when it was given.</param>
/// <param name="Guardian">Who gave it for a child; null when the person did.</param>
/// <param name="GuardianNumber">The guardian of the case who gave it for a person under 18.</param>
/// <param name="Remarks">What the person said about it, in their own words.</param>
internal sealed record ConsentWords(
    string? Interpreter,
    string? Witness,
    string? Guardian,
    ChildAssent? Assent,
    string? Remarks,
    int? GuardianNumber = null
) : ISealedPayload
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 120;

    /// <summary>The longest remarks, in characters.</summary>
    public const int RemarksLength = 2000;

    public const string SubjectPrefix = "consent.";

    public static string Kind => "consent-words";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid consentId) => $"{SubjectPrefix}{consentId:N}.words";
}
