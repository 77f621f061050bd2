using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>A case of someone under 18 is not carried until it can be carried rightly; nothing of it is saved.</summary>
internal static class AdultRule
{
    public const string BirthDateField = "birth-date";
    private const int AdultAge = 18;

    /// <exception cref="RefusedException">MinorNotYet, at the date of birth.</exception>
    public static void Require(FormKind form, IReadOnlyDictionary<string, FieldAnswer> answers, DateOnly today)
    {
        if (form == FormKind.Application
            && answers.GetValueOrDefault(BirthDateField) is { State: AnswerState.Answered } answer
            && TypedAnswers.TryDay(answer.Values[0], out var born, out _)
            && !IsAdult(born, today))
        {
            throw new RefusedException(CaseRefusals.MinorNotYet, PostedSection.NameOf(BirthDateField));
        }
    }

    /// <summary>True from the day of the 18th birthday; for someone born on 29 February from 1 March in other years.</summary>
    public static bool IsAdult(DateOnly born, DateOnly today)
    {
        var birthday = born.Month == 2 && born.Day == 29 && !DateTime.IsLeapYear(born.Year + AdultAge)
            ? new DateOnly(born.Year + AdultAge, 3, 1)
            : born.AddYears(AdultAge);
        return birthday <= today;
    }
}
