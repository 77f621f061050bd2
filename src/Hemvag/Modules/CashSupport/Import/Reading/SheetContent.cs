namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>What is wrong with a row before its cells are looked at.</summary>
internal enum RowShape
{
    Whole,

    /// <summary>A quotation mark that is never closed, or one in the middle of a cell.</summary>
    BrokenQuotes,

    /// <summary>A cell holds an error of the spreadsheet (#N/A, #REF!) or a formula without a value.</summary>
    CellError,
}

/// <summary>One cell as it stands in the file.</summary>
/// <param name="Number">Of a workbook alone: the value of a cell that holds a number, in which a day is counted from the workbook's first one.</param>
internal readonly record struct SheetCell(string Text, decimal? Number = null);

/// <param name="Number">Of the line or row in the file, as a spreadsheet shows it: the headings' is usually 1.</param>
internal sealed record SheetRow(int Number, RowShape Shape, IReadOnlyList<SheetCell> Cells)
{
    public bool IsEmpty => Shape == RowShape.Whole && Cells.All(c => string.IsNullOrWhiteSpace(c.Text));
}

/// <summary>The rows of a file that hold anything, headings first.</summary>
/// <param name="DaysFrom1904">Whether a workbook counts its days from 1904 (Mac) and not from 1900.</param>
internal sealed record SheetContent(IReadOnlyList<SheetRow> Rows, bool DaysFrom1904 = false);
