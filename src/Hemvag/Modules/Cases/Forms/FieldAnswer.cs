namespace Hemvag.Modules.Cases.Forms;

/// <summary>The answer to one field, written as the field's kind asks for.</summary>
/// <param name="Values">
/// Invariant texts: a date as 2026-03-13, yes or no, ids of choices, ISO codes, a whole number. One for most kinds,
/// several for a multiple choice, none unless <see cref="AnswerState.Answered"/>.
/// </param>
internal sealed record FieldAnswer(AnswerState State, IReadOnlyList<string> Values)
{
    public const string Yes = "yes";
    public const string No = "no";

    public static readonly FieldAnswer NotAsked = new(AnswerState.NotAsked, []);

    public static readonly FieldAnswer DoesNotWantToSay = new(AnswerState.DoesNotWantToSay, []);

    public static FieldAnswer Of(params string[] values) => new(AnswerState.Answered, values);
}
