namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>How much a file may hold. Our own choice: ten times the decisions of a busy year.</summary>
internal static class SheetLimits
{
    /// <summary>5 MB: a row takes some 300 bytes.</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>Persons in one file.</summary>
    public const int Rows = 10_000;

    public const int CellsOfRow = 60;

    public const int CellSigns = 500;

    /// <summary>What a workbook may grow to when its parts are unpacked.</summary>
    public const long UnpackedBytes = 80 * 1024 * 1024;

    public const int WorkbookParts = 300;
}
