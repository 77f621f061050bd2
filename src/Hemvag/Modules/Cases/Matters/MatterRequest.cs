using Hemvag.Modules.Cases.Person;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>What is recorded at a first contact. Only the consent, and whether the person is an adult and children travel along, are required.</summary>
/// <param name="OccurredOn">The day of the conversation.</param>
/// <param name="ConsentLanguage">ISO 639 code of the language the consent was read or said in.</param>
/// <param name="IsAdult">False for a person under 18, who may be a child returning alone.</param>
/// <param name="ChildCount">How many children travel along, where any do.</param>
/// <param name="TakeIt">A coordinator who records a call can take the matter in the same act.</param>
internal sealed record MatterRequest(
    Guid RegionId,
    DateOnly OccurredOn,
    ContactChannel Channel,
    bool IsAdult,
    bool ChildrenTravelAlong,
    bool ConsentsToContact,
    ConsentForm ConsentForm,
    string ConsentLanguage,
    string? Interpreter,
    bool InterpreterAccepted,
    IdentityPayload Identity,
    ContactPayload Contact,
    string? Question,
    bool TakeIt,
    int? ChildCount = null
);
