using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit;
using Hemvag.TestKit.Files;
using Hemvag.Tests.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>Rows as decisions: every way of being bad is named with its row and column, and the rest of the decision waits.</summary>
public sealed class DecisionReadingTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeTime.Start.UtcDateTime);

    [Fact]
    public void Good_rows_become_decisions() =>
        SeededRandom.Run(random =>
        {
            var decisions = DecisionRows.Decisions(random, Today, 200);
            var read = Read(DecisionRows.Csv(decisions.SelectMany(d => d)));
            read.SelectMany(d => d.Rows).SelectMany(r => r.Faults).ShouldBeEmpty();
            read.Count.ShouldBe(decisions.Count);
            read.Sum(d => d.Entry!.Family.Count).ShouldBe(200);
            foreach (var (entry, rows) in read.Select(d => d.Entry!).Zip(decisions))
            {
                entry.DecisionNumber.ShouldBe(rows[0][0]);
                entry.Family[0].Relation.ShouldBe(CashRelation.Applicant);
                entry
                    .Family.Select(p => p.AmountMinor / 100)
                    .ShouldBe(rows.Select(r => long.Parse(r[DecisionRows.At("belopp_sek")], CultureInfo.InvariantCulture)));
                entry.ConsentLanguage.ShouldBe("en");
            }
        });

    [Fact]
    public void A_workbook_and_a_text_file_say_the_same() =>
        SeededRandom.Run(random =>
        {
            var rows = DecisionRows.Decisions(random, Today, 60).SelectMany(d => d).ToList();
            var csv = Read(DecisionRows.Csv(rows));
            var xlsx = Read(Workbooks.Of(rows.Prepend(DecisionRows.Headings)));
            xlsx.Select(d => Written(d.Entry!)).ShouldBe(csv.Select(d => Written(d.Entry!)));
        });

    public static TheoryData<string> WayNames => [.. BadRows.Ways(Today).Select(w => w.ToString())];

    [Theory]
    [MemberData(nameof(WayNames))]
    public void Every_way_of_being_bad_is_named_with_its_row_and_column(string name) =>
        SeededRandom.Run(random =>
        {
            var way = BadRows.Ways(Today).Single(w => w.ToString() == name);
            var decisions = new List<List<string[]>>
            {
                DecisionRows.Decision(random, Today, 1, 2),
                DecisionRows.Decision(random, Today, 2, way.Size),
                DecisionRows.Decision(random, Today, 3, 1),
            };
            way.Spoil(decisions[1]);
            var read = Read(DecisionRows.Csv(decisions.SelectMany(d => d)));
            var bad = read.SelectMany(d => d.Rows).Where(r => r.IsBad).ToList();
            // The headings are row 1, the first decision rows 2 and 3.
            var at = 4 + way.Row;
            bad.Select(r => r.Number).ShouldBe([at]);
            bad[0].Faults.Select(f => f.Kind.ToString()).ShouldContain(way.Fault);
            var fault = bad[0].Faults.First(f => f.Kind.ToString() == way.Fault);
            (fault.Column is { } column ? CashColumns.Heading(column, swedish: true) : "").ShouldBe(way.Column);
            var waiting = read.SelectMany(d => d.Rows).Where(r => r.Faults.Count > 0 && !r.IsBad).ToList();
            waiting.ShouldAllBe(r => r.Faults[0].Kind == RowFaultKind.DecisionWaits && r.Faults[0].OtherRow == at);
            // A row that may belong to the one above makes that one wait too.
            var loose = way.Fault is "BrokenQuotes" or "NoApplicant" or "UnknownRelation" ? 2 : 0;
            waiting.Count.ShouldBe(way.Size - 1 + loose);
            read.Count(d => d.Entry is null).ShouldBe(loose > 0 ? 2 : 1);
            RowFault.Read(RowFault.Write(bad[0].Faults)).ShouldBe(bad[0].Faults.Distinct().Take(RowFault.Most));
        });

    [Theory]
    [InlineData("", "barn")]
    [InlineData("---", "barn")]
    [InlineData("-", "sökande")]
    public void A_row_without_a_number_makes_the_decision_above_wait_and_says_so_itself(string number, string relation)
    {
        var rows = DecisionRows.Decision(new Random(1), Today, 1, 3);
        rows[2][0] = number;
        rows[2][DecisionRows.At("relation")] = relation;
        var read = Read(DecisionRows.Csv(rows));
        read.Select(d => d.Rows.Count).ShouldBe([2, 1]);
        read[1].Rows[0].Faults.ShouldContain(new RowFault(RowFaultKind.Missing, CashColumn.DecisionNumber));
        read[0].Rows.ShouldAllBe(r => r.Faults.Single() == new RowFault(RowFaultKind.DecisionWaits, null, 4));
    }

    [Theory]
    [InlineData("MV 00001")]
    [InlineData("mv00001")]
    [InlineData("ＭＶ–00001")]
    public void A_number_that_is_spelled_in_another_way_is_the_same_decision(string spelled)
    {
        var rows = DecisionRows.Decision(new Random(1), Today, 1, 3);
        rows[2][0] = spelled;
        Read(DecisionRows.Csv(rows)).Single().Entry!.Family.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("MV-00010", "barn", "NoApplicant")]
    [InlineData("MV-00010", "bam", "UnknownRelation")]
    [InlineData("–", "barn", "NoApplicant")]
    public void A_slip_in_the_number_of_a_child_makes_the_decision_above_wait(string slip, string relation, string fault)
    {
        var family = DecisionRows.Decision(new Random(1), Today, 1, 3);
        family[1][0] = slip;
        family[1][DecisionRows.At("relation")] = relation;
        var read = Read(DecisionRows.Csv([.. family, .. DecisionRows.Decision(new Random(2), Today, 2, 1)]));
        read.Select(d => d.Rows.Count).ShouldBe([2, 1, 1]);
        read[1].Rows[0].Faults.Select(f => f.Kind.ToString()).ShouldContain(fault);
        read[0].Entry.ShouldBeNull();
        read[0].Rows.ShouldAllBe(r => r.Faults.Single() == new RowFault(RowFaultKind.DecisionWaits, null, 3));
        read[2].Entry.ShouldNotBeNull();
    }

    [Fact]
    public void A_slip_in_the_number_of_the_applicant_makes_the_decision_wait()
    {
        var family = DecisionRows.Decision(new Random(1), Today, 1, 3);
        family[0][0] = "MV-00010";
        var read = Read(DecisionRows.Csv(family));
        read.ShouldAllBe(d => d.Entry == null);
        read[0].Rows.Single().Faults.ShouldBe([new RowFault(RowFaultKind.DecisionWaits, null, 3)]);
    }

    [Fact]
    public void The_same_person_in_two_decisions_is_named_in_both()
    {
        var random = new Random(2);
        var first = DecisionRows.Decision(random, Today, 1, 1);
        var second = DecisionRows.Decision(random, Today, 2, 2);
        second[1][DecisionRows.At("handlingsnummer")] = first[0][DecisionRows.At("handlingsnummer")].Insert(2, "-");
        var read = Read(DecisionRows.Csv(first.Concat(second)));
        read[0].Rows[0].Faults.ShouldBe([new RowFault(RowFaultKind.PersonTwice, CashColumn.DocumentNumber, 4)]);
        read[1].Rows[1].Faults.ShouldBe([new RowFault(RowFaultKind.PersonTwice, CashColumn.DocumentNumber, 2)]);
        read[1].Rows[0].Faults.ShouldBe([new RowFault(RowFaultKind.DecisionWaits, null, 4)]);
    }

    [Fact]
    public void What_is_wrong_with_a_row_is_told_at_once()
    {
        var row = DecisionRows.Decision(new Random(3), Today, 1, 1)[0];
        row[DecisionRows.At("land")] = "Atlantis";
        row[DecisionRows.At("födelsedatum")] = "i fjol";
        row[DecisionRows.At("belopp_sek")] = "";
        Read(DecisionRows.Csv([row]))[0]
            .Rows[0]
            .Faults.ShouldBe(
                [
                    new RowFault(RowFaultKind.Missing, CashColumn.Amount),
                    new RowFault(RowFaultKind.UnknownCountry, CashColumn.Country),
                    new RowFault(RowFaultKind.NotADay, CashColumn.BirthDate),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Fields_of_the_decision_may_stand_on_its_first_row_alone_and_headings_in_any_order()
    {
        var rows = DecisionRows.Decision(new Random(4), Today, 1, 3);
        foreach (var row in rows.Skip(1))
        {
            Array.Fill(row, "", 1, 14);
        }

        var reversed = rows.Prepend(CashColumns.All.Select(c => c.En.Replace('_', ' ').ToUpperInvariant()).ToArray())
            .Select(r => r.Reverse().ToArray());
        var csv = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', reversed.Select(r => DecisionRows.Line(r))));
        Read(csv).Single().Entry!.Family.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("15000", 1_500_000L)]
    [InlineData("15 000", 1_500_000L)]
    [InlineData("15\u00A0000,50", 1_500_050L)]
    [InlineData("15000.5", 1_500_050L)]
    [InlineData("15,000", null)]
    [InlineData("15.000", null)]
    [InlineData("-15000", null)]
    [InlineData("1e4", null)]
    [InlineData("15 00", null)]
    [InlineData("١٥٠٠٠", null)]
    [InlineData("99999999999999999999", null)]
    public void An_amount_is_read_only_where_it_means_one_thing(string text, long? minor) => RowWords.ReadAmount(text).ShouldBe(minor);

    [Fact]
    public void Headings_are_asked_for_by_name()
    {
        Refusal("beslutsnummer;beslutsnummer\n1;2\n").ShouldBe("ImportHeadingTwice");
        Refusal("beslutsnummer;telefonkatalog\n1;2\n").ShouldBe("ImportHeadingUnknown");
        Refusal("beslutsnummer;land\n1;2\n").ShouldBe("ImportHeadingsMissing");
    }

    [Fact]
    public void The_template_and_the_file_of_bad_rows_are_read_again()
    {
        var rows = DecisionRows.Decision(new Random(5), Today, 1, 2);
        rows[1][DecisionRows.At("efternamn")] = "=cmd|' /C calc'!A0";
        var written = DecisionFile.BadRows(swedish: false, rows.Select((r, i) => (i + 2, (IReadOnlyList<string>)r, "-wrong; see")));
        var text = System.Text.Encoding.UTF8.GetString(written);
        text.ShouldContain("'=cmd");
        text.ShouldContain("'+4670");
        text.ShouldNotContain(";=");
        text.ShouldNotContain(";+");
        text.ShouldContain("what_is_wrong");
        var read = Read(written);
        read.Single().Entry!.Family[1].FamilyName.ShouldBe("=cmd|' /C calc'!A0");
        read.Single().Entry!.Phone.ShouldBe(rows[0][DecisionRows.At("telefon")]);
        SheetReader.Read([.. DecisionFile.Template(swedish: true), .. "x;y\r\n"u8], "File").Rows[0].Cells.Count.ShouldBe(CashColumns.All.Count);
    }

    [Fact]
    public void A_name_that_several_offices_of_the_country_have_names_none()
    {
        var row = DecisionRows.Decision(new Random(6), Today, 1, 1)[0];
        row[DecisionRows.At("land")] = "IQ";
        row[DecisionRows.At("kontor")] = "Byrån";
        OrganisationView Partner(string code, string sv, string en) =>
            new(StableId.Of(code), OrganisationKind.Partner, code, sv, en, "IQ", "Asia/Baghdad", false, null, null, null);
        var one = Partner("one", "Byrån", "The bureau");
        var other = Partner("other", "Kontoret", "Byrån");
        Read(DecisionRows.Csv([row]), one).Single().Entry!.OfficeId.ShouldBe(one.Id);
        Read(DecisionRows.Csv([row]), one, other)
            .Single()
            .Rows.Single()
            .Faults.ShouldBe([new RowFault(RowFaultKind.OfficeNeeded, CashColumn.Office)]);
        row[DecisionRows.At("kontor")] = "other";
        Read(DecisionRows.Csv([row]), one, other).Single().Entry!.OfficeId.ShouldBe(other.Id);
    }

    private static IReadOnlyList<ReadDecision> Read(byte[] content, params IEnumerable<OrganisationView> partners)
    {
        var catalogue = OrganisationCatalogue.Load();
        var offices = catalogue
            .Offices.Select(o => new OrganisationView(
                o.Id,
                OrganisationKind.LocalIomOffice,
                o.Code,
                o.Name.Sv,
                o.Name.En,
                o.CountryCode,
                o.TimeZone,
                false,
                null,
                null,
                null
            ))
            .Concat(partners)
            .ToList();
        var reading = new DecisionReading(new CashPlaces(catalogue, offices), new EntryRules(ProgrammeCatalogue.Load(ProgrammeFiles.Folder)), Today);
        return reading.Read(DecisionTable.Read(SheetReader.Read(content, "File"), "File"));
    }

    private static string Written(CashDecisionEntry entry) => $"{entry with { Family = [] }} {string.Join(' ', entry.Family)}";

    private static string Refusal(string csv) => Should.Throw<RefusedException>(() => Read(System.Text.Encoding.UTF8.GetBytes(csv))).Refusal.Name;
}
