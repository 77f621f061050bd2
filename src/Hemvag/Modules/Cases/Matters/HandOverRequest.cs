namespace Hemvag.Modules.Cases.Matters;

/// <summary>The person's yes to the contact with another region, recorded as the first one was.</summary>
/// <param name="CoordinatorId">Who holds the case there from now on; null before the referral, where it lies in the inbox.</param>
/// <param name="StartsOn">The day it was given.</param>
/// <param name="Interpreter">Sealed; needed where no reviewed text exists in the language.</param>
internal sealed record HandOverRequest(
    Guid RegionId,
    Guid? CoordinatorId,
    bool ConsentsToContact,
    ConsentForm ConsentForm,
    string ConsentLanguage,
    string? Interpreter,
    bool InterpreterAccepted,
    DateOnly StartsOn
);
