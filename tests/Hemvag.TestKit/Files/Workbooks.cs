using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Hemvag.TestKit.Files;

/// <summary>Workbooks made of their bare parts, so that they can be as broken or hostile as a test needs.</summary>
public static class Workbooks
{
    /// <summary>One sheet. Whole numbers become cells of numbers, days of the ISO form serial days, all else shared strings.</summary>
    public static byte[] Of(IEnumerable<string[]> rows) => Zip(Parts([.. rows]));

    /// <param name="sheet">What stands between the tags of sheetData.</param>
    public static byte[] WithRows(string sheet, string workbook = "") => Zip(Parts(sheet, [], workbook));

    public static byte[] WithPart(IEnumerable<string[]> rows, string name, byte[] content) => Zip([.. Parts([.. rows]), (name, content)]);

    public static byte[] WithTwoSheets(IEnumerable<string[]> first, IEnumerable<string[]> second)
    {
        var parts = Parts([.. first]);
        var one = Sheet([.. second], []);
        return Zip([
            .. parts.Where(p => p.Name is not ("xl/workbook.xml" or "xl/_rels/workbook.xml.rels" or "[Content_Types].xml")),
            ("xl/worksheets/sheet2.xml", Xml(one)),
            ("xl/workbook.xml", Xml(Book("""<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId3"/>""", ""))),
            (
                "xl/_rels/workbook.xml.rels",
                Xml(
                    Relations(
                        """<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>"""
                    )
                )
            ),
            (
                "[Content_Types].xml",
                Xml(
                    Types(
                        """<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""
                    )
                )
            ),
        ]);
    }

    private static List<(string Name, byte[] Content)> Parts(string[][] rows)
    {
        var shared = new List<string>();
        return Parts(SheetRows(rows, shared), shared, "");
    }

    private static List<(string Name, byte[] Content)> Parts(string sheetRows, List<string> shared, string workbook) =>
        [
            ("[Content_Types].xml", Xml(Types(""))),
            (
                "_rels/.rels",
                Xml(
                    """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
                )
            ),
            ("xl/workbook.xml", Xml(Book("""<sheet name="Beslut" sheetId="1" r:id="rId1"/>""", workbook))),
            ("xl/_rels/workbook.xml.rels", Xml(Relations(""))),
            ("xl/worksheets/sheet1.xml", Xml(SheetOf(sheetRows))),
            (
                "xl/sharedStrings.xml",
                Xml(
                    $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{string.Concat(shared.Select(s => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></si>"))}</sst>"""
                )
            ),
        ];

    private static string Types(string more) =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>{more}</Types>""";

    private static string Book(string sheets, string more) =>
        $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{more}<sheets>{sheets}</sheets></workbook>""";

    private static string Relations(string more) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>{more}</Relationships>""";

    private static string Sheet(string[][] rows, List<string> shared) => SheetOf(SheetRows(rows, shared));

    private static string SheetOf(string rows) =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""";

    private static string SheetRows(string[][] rows, List<string> shared)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var xml = new StringBuilder();
        for (var r = 0; r < rows.Length; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c].Length > 0)
                {
                    xml.Append(Cell(Column(c) + (r + 1).ToString(CultureInfo.InvariantCulture), rows[r][c], shared, known));
                }
            }

            xml.Append("</row>");
        }

        return xml.ToString();
    }

    private static string Cell(string at, string text, List<string> shared, Dictionary<string, int> known)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>");
        }

        if (text.Length < 7 && text.All(char.IsAsciiDigit))
        {
            return $"<c r=\"{at}\"><v>{text}</v></c>";
        }

        if (!known.TryGetValue(text, out var index))
        {
            known[text] = index = shared.Count;
            shared.Add(text);
        }

        return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" t=\"s\"><v>{index}</v></c>");
    }

    private static string Column(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static byte[] Xml(string content) => Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + content);

    private static byte[] Zip(List<(string Name, byte[] Content)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }
}
