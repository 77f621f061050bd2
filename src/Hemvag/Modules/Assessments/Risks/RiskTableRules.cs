using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>A row as the gates see it.</summary>
/// <param name="HasOwner">Someone answers for it, a role or an account.</param>
/// <param name="HasNamedOwner">One account answers for it.</param>
internal sealed record RiskRowState(
    Guid Id,
    int Number,
    RiskLevel Current,
    bool IsOpen,
    bool HasMeasure,
    bool HasOwner,
    bool HasNamedOwner,
    bool HasDue
);

/// <summary>What a row lacks, in the order it is asked for.</summary>
internal enum RiskLack
{
    Measure,
    Owner,
    NamedOwner,
    Due,
}

/// <summary>What the gates ask of the risk table. Pure.</summary>
internal static class RiskTableRules
{
    /// <summary>The first open row that lacks measure, responsible or due date (S1.47); null when none does.</summary>
    public static (RiskRowState Row, RiskLack Lack)? FirstIncomplete(IEnumerable<RiskRowState> rows) =>
        First(
            rows.Where(r => r.IsOpen),
            r =>
                !r.HasMeasure ? RiskLack.Measure
                : !r.HasOwner ? RiskLack.Owner
                : !r.HasDue ? RiskLack.Due
                : null
        );

    /// <summary>The first open row that is high now and lacks a named owner, a measure or a due date; null when none does.</summary>
    public static (RiskRowState Row, RiskLack Lack)? FirstUnownedHigh(IEnumerable<RiskRowState> rows) =>
        First(
            rows.Where(r => r is { IsOpen: true, Current: RiskLevel.High }),
            r =>
                !r.HasNamedOwner ? RiskLack.NamedOwner
                : !r.HasMeasure ? RiskLack.Measure
                : !r.HasDue ? RiskLack.Due
                : null
        );

    private static (RiskRowState Row, RiskLack Lack)? First(IEnumerable<RiskRowState> rows, Func<RiskRowState, RiskLack?> lacks) =>
        rows.OrderBy(r => r.Number)
            .Select(r => lacks(r) is { } lack ? (r, lack) : ((RiskRowState Row, RiskLack Lack)?)null)
            .FirstOrDefault(found => found is not null);
}
