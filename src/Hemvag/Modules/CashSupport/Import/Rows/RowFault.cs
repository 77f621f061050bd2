using System.Globalization;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>What is wrong with a row. The words are stored in clear; what to do stands under "Fault.…" in both languages.</summary>
internal enum RowFaultKind
{
    /// <summary>See <see cref="Reading.RowShape"/>.</summary>
    BrokenQuotes,
    CellError,

    /// <summary>Something stands to the right of the last heading.</summary>
    TooManyCells,
    Missing,
    TooLong,

    /// <summary>A sign that stands for one that was lost when the file was saved.</summary>
    UnreadableSign,
    NotADay,
    DayAhead,

    /// <summary>A decision more than a year old, or a birth more than 120 years ago: a slip of the pen.</summary>
    TooLongAgo,

    /// <summary>The journey is planned for a day before the decision (S4.21).</summary>
    PlannedTooEarly,

    /// <summary>Two days of the row cannot both be right: the decision before the application, a birth after the decision.</summary>
    DayOrder,
    NotYesOrNo,
    UnknownOutcome,
    UnknownCountry,
    UnknownOffice,

    /// <summary>No office stands in the row, and the country has none or several; or several have the name that stands there.</summary>
    OfficeNeeded,
    OfficeElsewhere,
    UnknownLanguage,
    UnknownRelation,
    NotAnAmount,

    /// <summary>A field of the decision says something else than on its first row.</summary>
    DiffersFromFirst,
    NoApplicant,
    SecondApplicant,
    SecondSpouse,
    TooManyInFamily,

    /// <summary>The same person stands in another row too.</summary>
    PersonTwice,

    /// <summary>No version of the rules runs on the day of the decision.</summary>
    NoRulesThatDay,
    CriterionNotMet,
    ConsentMissing,
    ConsentTooOld,
    ConsentLanguage,
    CountryNotOnList,
    SwedishCitizen,
    NotAChild,
    AmountAboveMaximum,
    FamilyCeiling,

    /// <summary>A name of one part alone and no document: nobody could tell whether the person had support before.</summary>
    NothingToCompare,

    /// <summary>Everyone in the decision is under 18: nobody may receive the money.</summary>
    NoAdult,

    /// <summary>Found when the decision was to be entered: someone in it is there already, by the same document.</summary>
    AlreadySupported,

    /// <summary>A decision of that number is entered already.</summary>
    DecisionEnteredAlready,

    /// <summary>A person who is like this one is there: somebody must look, and enter the decision by hand.</summary>
    LooksLikeSomeone,

    /// <summary>Refused when it was to be entered, for a reason that a form can tell better: enter it by hand.</summary>
    EnterByHand,

    /// <summary>Another row of the same decision is bad.</summary>
    DecisionWaits,
}

/// <summary>One thing that is wrong with a row. Never holds a value of it.</summary>
/// <param name="OtherRow">The row that it is measured by, or that makes it wait.</param>
internal sealed record RowFault(RowFaultKind Kind, CashColumn? Column = null, int? OtherRow = null)
{
    /// <summary>More are not told: they show when these are corrected.</summary>
    public const int Most = 6;

    /// <summary>"NotADay:BirthDate;DiffersFromFirst:Country:17", as it is stored.</summary>
    public static string Write(IEnumerable<RowFault> faults) => string.Join(';', faults.Distinct().Take(Most).Select(f => f.ToString()));

    public static IReadOnlyList<RowFault> Read(string stored) =>
        stored.Length == 0 ? [] : [.. stored.Split(';').Select(s => s.Split(':')).Select(Of)];

    public override string ToString() =>
        OtherRow is { } row ? string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Column}:{row}")
        : Column is null ? $"{Kind}"
        : $"{Kind}:{Column}";

    private static RowFault Of(string[] parts) =>
        new(
            Enum.Parse<RowFaultKind>(parts[0]),
            parts.Length > 1 && parts[1].Length > 0 ? Enum.Parse<CashColumn>(parts[1]) : null,
            parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null
        );
}
