using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.CashSupport.Import.Rows;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>What became of a row. Each row has one, so that the counts always add up to the rows of the file.</summary>
internal enum CashRowState
{
    /// <summary>Can be entered.</summary>
    Ready,

    /// <summary>Something is wrong with it or with another row of its decision.</summary>
    Bad,

    /// <summary>Its decision is a case now.</summary>
    Done,

    /// <summary>Was ready when the import was ended, and is not entered.</summary>
    Skipped,
}

/// <summary>One row of an imported file: where it stood and what became of it. What it held is sealed with its decision.</summary>
internal sealed class CashImportRow : IChainedRow
{
    public const string SubjectPrefix = "decision.";

    public required Guid Id { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>In the file, as a spreadsheet shows it.</summary>
    public required int Number { get; init; }

    /// <summary>1, 2, 3 … by decision, in the order of the file.</summary>
    public required int Decision { get; init; }

    /// <summary>Of the sealed record that holds the rows of the decision.</summary>
    public required string Subject { get; init; }

    public CashRowState State { get; private set; }

    /// <summary>What is wrong, as <see cref="RowFault.Write"/> writes it: words of the program and columns, never a value. Empty when nothing is.</summary>
    public string Faults { get; private set; } = "";

    /// <summary>The case its decision became.</summary>
    public Guid? EnteredAs { get; private set; }

    public string ChainStream => Streams.CashImport(ImportId);

    public static string SubjectOf(int decision) => string.Create(CultureInfo.InvariantCulture, $"{SubjectPrefix}{decision:00000}");

    public void MarkBad(IEnumerable<RowFault> faults)
    {
        State = CashRowState.Bad;
        Faults = RowFault.Write(faults);
    }

    public void MarkDone(Guid caseId)
    {
        State = CashRowState.Done;
        EnteredAs = caseId;
    }

    public void Skip() => State = CashRowState.Skipped;
}
