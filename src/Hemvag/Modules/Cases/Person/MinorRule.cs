using Hemvag.Data;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Tells from a date of birth that the person who returns is a child: from then on the rules for a child who returns alone hold.</summary>
internal static class MinorRule
{
    public const int AdultAge = 18;

    /// <summary>From this age a child is asked itself (not from the seeds).</summary>
    public const int AskedFromAge = 7;

    public const string BirthDateField = "birth-date";

    /// <summary>True when the person is under 18 on the day.</summary>
    public static bool IsMinor(DateOnly? birthDate, DateOnly today) => birthDate is { } born && born.AddYears(AdultAge) > today;

    /// <summary>Records that it is a child, where the date says so. A date that says otherwise changes nothing by itself: a worker confirms that.</summary>
    public static void Notice(CaseWork work, DateOnly? birthDate)
    {
        if (IsMinor(birthDate, work.Today))
        {
            work.Record(new ReturneeIsMinor());
        }
    }

    /// <summary>The same from what is answered in the application.</summary>
    public static void Notice(CaseWork work, FormKind form, IReadOnlyDictionary<string, FieldAnswer> answers)
    {
        if (
            form == FormKind.Application
            && answers.GetValueOrDefault(BirthDateField) is { State: AnswerState.Answered } answer
            && TypedAnswers.TryDay(answer.Values[0], out var born, out _)
        )
        {
            Notice(work, born);
        }
    }
}
