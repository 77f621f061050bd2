using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <param name="Number">In the file.</param>
/// <param name="Cells">In the order of the columns.</param>
internal sealed record CashRowCells(int Number, IReadOnlyList<string> Cells);

/// <summary>The rows of one decision as they stood in the file. Sealed under the import's own Identity.</summary>
internal sealed record CashRowsPayload(IReadOnlyList<CashRowCells> Rows) : ISealedPayload
{
    public static string Kind => "cash-import-rows";

    public static int SchemaVersion => 1;
}
