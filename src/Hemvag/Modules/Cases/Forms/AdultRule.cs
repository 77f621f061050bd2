using Hemvag.Data;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>A case of someone under 18 is not carried until it can be carried rightly; nothing of it is saved.</summary>
internal static class AdultRule
{
    public const string BirthDateField = "birth-date";

    /// <exception cref="RefusedException">MinorNotYet, at the date of birth.</exception>
    public static void Require(FormKind form, IReadOnlyDictionary<string, FieldAnswer> answers, DateOnly today)
    {
        if (
            form == FormKind.Application
            && answers.GetValueOrDefault(BirthDateField) is { State: AnswerState.Answered } answer
            && TypedAnswers.TryDay(answer.Values[0], out var born, out _)
            && MatterService.IsMinor(born, today)
        )
        {
            throw new RefusedException(CaseRefusals.MinorNotYet, PostedSection.NameOf(BirthDateField));
        }
    }
}
