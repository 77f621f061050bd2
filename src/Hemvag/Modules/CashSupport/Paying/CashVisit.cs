using System.Globalization;
using Hemvag.Auditing;
using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Paying;

/// <summary>What was shown at the office.</summary>
internal enum ShownDocument
{
    Passport,
    IdentityCard,
    TravelDocument,
    OtherDocument,
    NoDocument,
}

/// <summary>What IOM Finland found out where a visit was in doubt.</summary>
internal enum DoubtOutcome
{
    /// <summary>It was the person: the office records them once more and pays.</summary>
    SamePerson,

    AnotherPerson,
}

/// <summary>Someone came to the office for cash support (S4.22). What the papers said is not kept, only whether they fit.</summary>
internal sealed class CashVisit : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The day, at the office.</summary>
    public required DateOnly On { get; init; }

    public required ShownDocument Document { get; init; }

    /// <summary>
    /// A keyed token of the number that was shown, to know the same paper again in this case; null where none was, and once what is sealed
    /// under Identity is erased. It keeps the version of the token key it was made under, and is looked for under all there are.
    /// </summary>
    public required byte[]? ShownToken { get; set; }

    /// <summary>Ordinals of the members of the family who came, with a space between them: no names.</summary>
    public required string Came { get; init; }

    /// <summary>Its number is the one in the decision; null where there was none to compare.</summary>
    public required bool? NumberFits { get; init; }

    /// <summary>False where the office was in doubt or the number differed: nothing is paid until that is settled.</summary>
    public required bool Recognised { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public DoubtOutcome? Doubt { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public bool IsInDoubt => !Recognised && SettledAt is null;

    public bool HasCome(int ordinal) => Came.Split(' ').Contains(ordinal.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static string Of(IEnumerable<int> ordinals) => string.Join(' ', ordinals.Order().Select(o => o.ToString(CultureInfo.InvariantCulture)));

    public CashDoubtSettled Settle(DoubtOutcome outcome, DateTime at)
    {
        (Doubt, SettledAt) = (outcome, at);
        return new CashDoubtSettled(Id, outcome);
    }
}

/// <param name="Came">Ids of the members of the family who came.</param>
internal sealed record CashVisitRecorded(
    Guid VisitId,
    DateOnly On,
    ShownDocument Document,
    bool? NumberFits,
    bool Recognised,
    IReadOnlyList<Guid> Came
) : IEvent;

internal sealed record CashDoubtSettled(Guid VisitId, DoubtOutcome Outcome) : IEvent;
