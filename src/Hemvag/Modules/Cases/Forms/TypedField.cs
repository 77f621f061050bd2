namespace Hemvag.Modules.Cases.Forms;

/// <summary>What stands in a field on the screen: what was typed, right or wrong, or what was saved.</summary>
/// <param name="Values">As typed or chosen. For single choices the name of a state stands beside the other answers.</param>
/// <param name="DoesNotWantToSay">The box under fields that are typed.</param>
internal sealed record TypedField(IReadOnlyList<string> Values, bool DoesNotWantToSay)
{
    public static readonly TypedField Empty = new([], false);

    public static TypedField Of(FieldAnswer answer) =>
        answer.State == AnswerState.Answered
            ? new TypedField(answer.Values, false)
            : new TypedField([], answer.State == AnswerState.DoesNotWantToSay);
}
