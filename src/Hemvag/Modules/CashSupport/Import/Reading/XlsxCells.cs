using System.Globalization;
using System.Text;
using System.Xml;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>Reads the cells of a workbook's sheet one by one, and of each no more than shows that it is too long.</summary>
internal static class XlsxCells
{
    /// <summary>A cell as it is written.</summary>
    /// <param name="Type">"s" a shared text, "inlineStr" one of its own, "e" an error, none or "n" a number.</param>
    internal sealed record WrittenCell(string? Reference, string? Type, string? Value, string Inline, bool HasFormula);

    public static WrittenCell CellOf(XmlReader reader)
    {
        var (reference, type) = (reader.GetAttribute("r"), reader.GetAttribute("t"));
        string? value = null;
        var inline = "";
        var formula = false;
        foreach (var name in Inside(reader))
        {
            switch (name)
            {
                case "v":
                    value = TextOf(reader);
                    break;
                case "is":
                    inline = TextsIn(reader);
                    break;
                case "f":
                    formula = true;
                    break;
            }
        }

        return new WrittenCell(reference, type, value, inline, formula);
    }

    // The plain text, or its runs in turn; how it is pronounced stands beside it and is no part of it.
    public static string TextsIn(XmlReader reader)
    {
        var text = new StringBuilder();
        foreach (var name in Inside(reader))
        {
            if (name == "rPh")
            {
                foreach (var _ in Inside(reader)) { }
            }
            else if (name == "t" && text.Length <= SheetLimits.CellSigns)
            {
                text.Append(TextOf(reader));
            }
        }

        return text.ToString();
    }

    // No more than shows that a cell is too long: one text can be as large as the whole part.
    private static string TextOf(XmlReader reader)
    {
        var kept = new char[SheetLimits.CellSigns + 1];
        var length = 0;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            for (int read; length < kept.Length && reader.HasValue && (read = reader.ReadValueChunk(kept, length, kept.Length - length)) > 0; )
            {
                length += read;
            }
        }

        return new string(kept, 0, length);
    }

    // The elements inside the one the reader stands on, each where it begins; afterwards the reader stands where that one ends.
    public static IEnumerable<string> Inside(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return reader.LocalName;
            }
        }
    }

    /// <returns>From 0.</returns>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = checked((column * 26) + letter - 'A' + 1);
        }

        return column > 0 ? column - 1 : throw new FormatException("A cell has no column.");
    }

    /// <returns>Null for an error, and for a formula that nothing has worked out.</returns>
    public static SheetCell? ValueOf(WrittenCell cell, List<string> shared) =>
        cell switch
        {
            { Type: "e" } => null,
            { Type: "inlineStr" } => new SheetCell(cell.Inline.Trim()),
            { Value: null } => cell.HasFormula ? null : new SheetCell(""),
            { Type: "s" } => new SheetCell(shared[int.Parse(cell.Value, CultureInfo.InvariantCulture)].Trim()),
            { Type: null or "n" } => NumberOf(cell.Value),
            _ => new SheetCell(cell.Value.Trim()),
        };

    // 1.5E+4 is how a workbook may write 15000.
    private static SheetCell NumberOf(string raw)
    {
        if (raw.Length == 0)
        {
            return new SheetCell("");
        }

        var number = decimal.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new SheetCell(number.ToString("0.############", CultureInfo.InvariantCulture), number);
    }
}
