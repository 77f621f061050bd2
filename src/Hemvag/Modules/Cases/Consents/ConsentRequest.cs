using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
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
)
{
    /// <summary>The yes to the contact with a region's coordinator (S1.37): the two prompts that are asked before anything is told.</summary>
    public static ConsentRequest ToContact(
        ProgrammeVersion programme,
        Guid regionId,
        string language,
        string? interpreter,
        bool interpreterAccepted,
        ConsentForm form,
        DateOnly startsOn,
        Guid? replaces
    ) =>
        new(
            ConsentPurpose.FirstContact,
            [regionId],
            programme.Consent(ConsentPurpose.FirstContact).Widest,
            language,
            interpreter,
            form,
            ConsentPromptsAsked.NeededFor(ConsentPurpose.FirstContact),
            startsOn,
            null,
            replaces,
            null
        )
        {
            InterpreterAccepted = interpreterAccepted,
        };

    /// <summary>Only an interpreter whom the person accepts reads a wording out.</summary>
    public bool InterpreterAccepted { get; init; }

    /// <summary>Who was there when it was given. Sealed.</summary>
    public string? Witness { get; init; }

    /// <summary>Who gives it for a child, with the child's own answer; null when the person does. Sealed.</summary>
    public string? Guardian { get; init; }

    /// <summary>The guardian of the case who gives it, where the person who returns is under 18. Sealed.</summary>
    public Guid? GuardianId { get; init; }

    public ChildAssent? Assent { get; init; }

    /// <summary>What the person said about it. Sealed.</summary>
    public string? Remarks { get; init; }

    /// <summary>What is sealed of it; null when nothing is.</summary>
    /// <param name="guardianNumber">Of the guardian of the case who gives it.</param>
    public ConsentWords? Words(int? guardianNumber) =>
        Interpreter is null && Witness is null && Guardian is null && guardianNumber is null && Remarks is null
            ? null
            : new ConsentWords(Interpreter, Witness, Guardian, Assent, Remarks, guardianNumber);
}
