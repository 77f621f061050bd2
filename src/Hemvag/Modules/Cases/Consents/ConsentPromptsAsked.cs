using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Which of the seven prompts are asked for a purpose, and which need a yes. At the first contact nothing is told of anyone yet: two are.</summary>
internal static class ConsentPromptsAsked
{
    private const ConsentPrompts AtFirstContact = ConsentPrompts.AgreesToTheConversation | ConsentPrompts.KnowsItsPurpose;

    public static ConsentPrompts NeededFor(ConsentPurpose purpose) => purpose == ConsentPurpose.FirstContact ? AtFirstContact : ConsentPrompts.Needed;

    /// <summary>In their order.</summary>
    public static IEnumerable<ConsentPrompts> For(ConsentPurpose purpose) =>
        Enum.GetValues<ConsentPrompts>()
            .Where(p => p is not (ConsentPrompts.None or ConsentPrompts.Needed))
            .Where(p => purpose != ConsentPurpose.FirstContact || AtFirstContact.HasFlag(p));
}
