using Hemvag.Modules.CashSupport.Decisions;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>A row with everything that was found to be wrong with it.</summary>
internal sealed class ReadRow(TableRow row)
{
    private readonly List<RowFault> faults = [.. row.Faults];

    public TableRow Row { get; } = row;

    public int Number => Row.Number;

    public string this[CashColumn column] => Row[column];

    public IReadOnlyList<RowFault> Faults => faults;

    /// <summary>Bad of its own, and not for another row's sake.</summary>
    public bool IsBad => faults.Any(f => f.Kind != RowFaultKind.DecisionWaits);

    public void Add(RowFaultKind kind, CashColumn? column = null, int? otherRow = null) => faults.Add(new RowFault(kind, column, otherRow));
}

/// <summary>The rows of one decision, the first of which is the applicant's.</summary>
/// <param name="Ordinal">1, 2, 3 … in the order of the file.</param>
/// <param name="Entry">Null when a row is bad.</param>
internal sealed record ReadDecision(int Ordinal, IReadOnlyList<ReadRow> Rows, CashDecisionEntry? Entry)
{
    public bool IsBad => Rows.Any(r => r.Faults.Count > 0);
}
