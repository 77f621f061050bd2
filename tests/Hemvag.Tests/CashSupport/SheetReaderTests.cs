using System.Text;
using Hemvag.Data;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.TestKit.Files;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>Files as rows of cells: encodings, separators, workbooks, and what is refused as a whole.</summary>
public sealed class SheetReaderTests
{
    private const string Headings = "förnamn;efternamn;ort\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("utf-16")]
    [InlineData("utf-16-be")]
    [InlineData("windows-1252")]
    public void Swedish_letters_are_read_in_every_encoding_that_is_certain(string encoding)
    {
        const string text = Headings + "Åsa;Öberg;Växjö\r\n";
        Encoding chosen = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(false, true),
            "utf-16-be" => new UnicodeEncoding(true, true),
            _ => Encoding.Latin1,
        };
        Rows([.. chosen.GetPreamble(), .. chosen.GetBytes(text)])[1].ShouldBe((2, "Åsa|Öberg|Växjö"));
    }

    [Fact]
    public void Arabic_and_cyrillic_letters_come_through() =>
        Rows(Encoding.UTF8.GetBytes(Headings + "فاطمة;Олена;Duhok\r\n"))[1].ShouldBe((2, "فاطمة|Олена|Duhok"));

    [Fact]
    public void Letters_that_may_be_others_are_refused()
    {
        // 0xE6 is æ in Windows-1252, ć in Windows-1250 and ж in Windows-1251.
        Refusal([.. Encoding.UTF8.GetBytes("a;b\r\n"), 0xE6, (byte)'\n']).ShouldBe("ImportEncodingUnclear");
        Refusal([0xEF, 0xBB, 0xBF, (byte)'a', 0xFF]).ShouldBe("ImportEncodingUnclear");
        Refusal([(byte)'a', 0, (byte)'b', 0]).ShouldBe("ImportFileKindUnknown");
        Refusal([0xFF, 0xFE, 0, 0, (byte)'a', 0, 0, 0]).ShouldBe("ImportFileKindUnknown");
        Refusal([0x89, 0x50, 0x4E, 0x47, 0, 0]).ShouldBe("ImportFileKindUnknown");
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void The_separator_is_seen_from_the_headings(char separator) =>
        Rows(Encoding.UTF8.GetBytes($"a{separator}b{separator}c\n1{separator}\"x{separator}y\"{separator}3\n"))[1]
            .ShouldBe((2, $"1|x{separator}y|3"));

    [Fact]
    public void An_unclosed_quotation_mark_spoils_its_own_row_alone()
    {
        var sheet = SheetReader.Read(Encoding.UTF8.GetBytes("a;b\n1;\"x\n2;y\n\n;;\n3;\"z \"\"w\"\"\"\n4;x\"y\"\n"), "File");
        sheet
            .Rows.Select(r => (r.Number, r.Shape))
            .ShouldBe([(1, RowShape.Whole), (2, RowShape.BrokenQuotes), (3, RowShape.Whole), (6, RowShape.Whole), (7, RowShape.BrokenQuotes)]);
        sheet.Rows[1].Cells[0].Text.ShouldBe("1");
        sheet.Rows[3].Cells[1].Text.ShouldBe("z \"w\"");
    }

    [Fact]
    public void A_line_break_in_a_cell_makes_bad_rows_and_loses_none()
    {
        var sheet = SheetReader.Read(Encoding.UTF8.GetBytes("a;b\r\n1;\"x\r\ny\"\r\n2;z\r\n"), "File");
        sheet
            .Rows.Select(r => (r.Number, r.Shape))
            .ShouldBe([(1, RowShape.Whole), (2, RowShape.BrokenQuotes), (3, RowShape.BrokenQuotes), (4, RowShape.Whole)]);
    }

    [Fact]
    public void A_workbook_gives_numbers_days_and_texts()
    {
        var sheet = SheetReader.Read(
            Workbooks.Of([
                ["a", "b", "c"],
                ["2026-03-13", "15000", "Åsa & Bo"],
            ]),
            "File"
        );
        sheet.Rows[1].Cells.Select(c => c.Text).ShouldBe(["46094", "15000", "Åsa & Bo"]);
        sheet.Rows[1].Cells[0].Number.ShouldBe(46094);
        sheet.Rows[1].Cells[2].Number.ShouldBeNull();
        sheet.DaysFrom1904.ShouldBeFalse();
    }

    [Fact]
    public void A_workbook_says_where_its_rows_and_cells_stand_and_holds_errors_and_formulas()
    {
        const string rows =
            """<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><r><t>b</t></r><r><t>c</t></r></is></c></row>"""
            + """<row r="5"><c r="B5"><f>1+1</f><v>2</v></c></row><row r="7"><c r="A7" t="e"><v>#N/A</v></c></row>"""
            + """<row r="8"><c r="A8"><f>NOW()</f></c></row><row r="9"><c r="A9"><v>1.5E+4</v></c><c r="B9" t="b"><v>1</v></c></row>""";
        var sheet = SheetReader.Read(Workbooks.WithRows(rows, """<workbookPr date1904="1"/>"""), "File");
        sheet
            .Rows.Select(r => (r.Number, r.Shape, string.Join('|', r.Cells.Select(c => c.Text))))
            .ShouldBe([
                (1, RowShape.Whole, "a|bc"),
                (5, RowShape.Whole, "|2"),
                (7, RowShape.CellError, "#N/A"),
                (8, RowShape.CellError, ""),
                (9, RowShape.Whole, "15000|1"),
            ]);
        sheet.DaysFrom1904.ShouldBeTrue();
    }

    [Fact]
    public void One_giant_row_and_one_giant_cell_take_no_more_than_any_other()
    {
        const string cell = """<c t="inlineStr"><is><t>x</t></is></c>""";
        var wide = Workbooks.WithRows($"""<row r="1">{string.Concat(Enumerable.Repeat(cell, 500_000))}</row><row r="2">{cell}</row>""");
        var (sheet, wideTook) = Measured(wide);
        sheet.Rows.Select(r => (r.Number, r.Cells.Count)).ShouldBe([(1, SheetLimits.CellsOfRow + 1), (2, 1)]);
        var text = new string('x', 40_000_000);
        var (deep, deepTook) = Measured(
            Workbooks.WithRows(
                $"""<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c><c r="B1" t="str"><v>b</v></c></row><row r="2">{cell}</row>"""
            )
        );
        deep.Rows[0].Cells.Select(c => c.Text.Length).ShouldBe([SheetLimits.CellSigns + 1, 1]);
        wideTook.ShouldBeLessThan(30_000_000);
        deepTook.ShouldBeLessThan(30_000_000);

        static (SheetContent Sheet, long Bytes) Measured(byte[] content)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = SheetReader.Read(content, "File");
            return (read, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void What_a_workbook_must_not_hold_is_refused()
    {
        string[][] rows =
        [
            ["a", "b"],
            ["1", "x"],
        ];
        Refusal(Workbooks.WithPart(rows, "xl/vbaProject.bin", [1, 2, 3])).ShouldBe("ImportWorkbookHasMacros");
        Refusal(Workbooks.WithPart(rows, "xl/embeddings/oleObject1.bin", [1])).ShouldBe("ImportWorkbookHasMacros");
        Refusal(Workbooks.WithPart(rows, "xl/externalLinks/externalLink1.xml", [1])).ShouldBe("ImportWorkbookHasLinks");
        Refusal(Workbooks.WithPart(rows, "xl/connections.xml", [1])).ShouldBe("ImportWorkbookHasLinks");
        Refusal(Workbooks.WithTwoSheets(rows, rows)).ShouldBe("ImportWorkbookManySheets");
        Refusal(Workbooks.WithPart(rows, "xl/media/huge.bin", new byte[SheetLimits.UnpackedBytes + 1])).ShouldBe("ImportWorkbookTooLarge");
        Refusal(
                Workbooks.Of([
                    ["a", "b"],
                ])
            )
            .ShouldBe("ImportNoRows");
        Refusal("PK\x03\x04 and no more"u8.ToArray()).ShouldBe("ImportWorkbookBroken");
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).ShouldBe("ImportWorkbookProtected");
        Refusal(Workbooks.WithRows("""<row r="1"><c r="A1" t="s"><v>7</v></c></row>""")).ShouldBe("ImportWorkbookBroken");
        Refusal(Workbooks.WithRows("<row>")).ShouldBe("ImportWorkbookBroken");
        Refusal(Workbooks.WithRows("""<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"""))
            .ShouldBe("ImportWorkbookBroken");
        Refusal(Workbooks.WithRows("""<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>"""))
            .ShouldBe("ImportWorkbookBroken");
        Refusal(Workbooks.WithRows("""<!DOCTYPE x [<!ENTITY y "z">]><row r="1"><c r="A1"><v>&y;</v></c></row>""")).ShouldBe("ImportWorkbookBroken");
    }

    [Fact]
    public void A_sheet_that_is_filled_beside_an_empty_one_is_read()
    {
        string[][] rows =
        [
            ["a", "b"],
            ["1", "x"],
        ];
        SheetReader.Read(Workbooks.WithTwoSheets(rows, []), "File").Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_empty_too_long_or_too_large_is_refused()
    {
        Refusal([]).ShouldBe("ImportNoRows");
        Refusal(Encoding.UTF8.GetBytes(Headings)).ShouldBe("ImportNoRows");
        Refusal(Encoding.UTF8.GetBytes(Headings + string.Concat(Enumerable.Repeat("a;b;c\n", SheetLimits.Rows + 1)))).ShouldBe("ImportTooManyRows");
        Refusal(new byte[SheetLimits.FileBytes + 1]).ShouldBe("ImportFileTooLarge");
    }

    [Fact]
    public void Cut_and_changed_workbooks_are_refused_or_read_and_never_more() =>
        Hemvag.TestKit.SeededRandom.Run(random =>
        {
            var whole = Workbooks.Of([
                ["a", "b"],
                ["1", "2026-03-13"],
            ]);
            for (var i = 0; i < 300; i++)
            {
                var changed = whole[..random.Next(1, whole.Length + 1)];
                for (var byteChanged = 0; byteChanged < random.Next(4); byteChanged++)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                try
                {
                    SheetReader.Read(changed, "File");
                }
                catch (RefusedException refused)
                {
                    refused.Refusal.Name.ShouldStartWith("Import");
                }
            }
        });

    private static List<(int Number, string Cells)> Rows(byte[] content) =>
        [.. SheetReader.Read(content, "File").Rows.Select(r => (r.Number, string.Join('|', r.Cells.Select(c => c.Text))))];

    private static string Refusal(byte[] content) => Should.Throw<RefusedException>(() => SheetReader.Read(content, "File")).Refusal.Name;
}
