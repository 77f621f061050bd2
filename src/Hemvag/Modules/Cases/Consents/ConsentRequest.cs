using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>A consent as it is given.</summary>
/// <param name="Recipients">Organisations, at least one.</param>
/// <param name="Compartments">At most what the wording names.</param>
/// <param name="Language">ISO 639 code of the language it was read in.</param>
/// <param name="Interpreter">The interpreter the person accepts; needed where no reviewed text exists in the language. Sealed.</param>
/// <param name="EndsOn">Last day; null for as long as the case is open.</param>
/// <param name="Replaces">The consent it renews or narrows, which is withdrawn in the same act.</param>
/// <param name="EvidenceFileId">The scanned sheet, sealed in the same operation.</param>
internal sealed record ConsentRequest(
    ConsentPurpose Purpose,
    IReadOnlyList<Guid> Recipients,
    Compartment Compartments,
    string Language,
    string? Interpreter,
    ConsentForm Form,
    ConsentPrompts Prompts,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    Guid? Replaces,
    Guid? EvidenceFileId
);
