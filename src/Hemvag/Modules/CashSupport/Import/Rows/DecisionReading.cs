using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>
/// Makes decisions of rows and says of each bad row everything that is wrong with it at once. It reads what the cells say; whether a row
/// can be right is asked of <see cref="RowChecks"/>, what the ordinance says of a decision of <see cref="EntryRules"/>.
/// </summary>
/// <param name="today">In Sweden.</param>
internal sealed class DecisionReading(CashPlaces places, EntryRules rules, DateOnly today)
{
    public IReadOnlyList<ReadDecision> Read(IReadOnlyList<TableRow> table)
    {
        var rows = table.Select(r => new ReadRow(r)).ToList();
        var groups = Group(rows);
        PersonsTwice.Mark(rows);
        var entries = groups.Select(EntryOf).ToList();
        LetTheDecisionAboveWait(groups);
        foreach (var group in groups)
        {
            LetWait(group);
        }

        return [.. groups.Select((g, i) => new ReadDecision(i + 1, g, g.Any(r => r.Faults.Count > 0) ? null : entries[i]))];
    }

    /// <summary>One decision anew, from rows that were stored: what is wrong with it now.</summary>
    public ReadDecision ReadOne(int ordinal, IReadOnlyList<TableRow> table)
    {
        IReadOnlyList<ReadRow> group = [.. table.Select(r => new ReadRow(r))];
        var entry = EntryOf(group);
        LetWait(group);
        return new ReadDecision(ordinal, group, group.Any(r => r.Faults.Count > 0) ? null : entry);
    }

    // By the number as entering compares it, in the order in which they first stand; a row without a number stands alone.
    private static List<IReadOnlyList<ReadRow>> Group(List<ReadRow> rows) =>
        [
            .. rows.GroupBy(
                    r => MatchTokens.BareDecision(r[CashColumn.DecisionNumber]) is { Length: > 0 } number ? number : $"\n{r.Number}",
                    StringComparer.Ordinal
                )
                .Select(g => (IReadOnlyList<ReadRow>)[.. g]),
        ];

    // A row that belongs to no decision may be the child of the one above: without it the family would be entered one short.
    private static void LetTheDecisionAboveWait(List<IReadOnlyList<ReadRow>> groups)
    {
        var rows = groups.SelectMany(g => g.Select(r => (Row: r, Group: g, IsLoose: IsLoose(r, g)))).OrderBy(x => x.Row.Number).ToList();
        foreach (var (above, row) in rows.Zip(rows.Skip(1)))
        {
            if (row.IsLoose && !above.IsLoose && above.Group.All(r => !r.IsBad))
            {
                foreach (var waiting in above.Group.Where(r => r.Faults.Count == 0))
                {
                    waiting.Add(RowFaultKind.DecisionWaits, null, row.Row.Number);
                }
            }
        }
    }

    // No number, its end not known, or nobody who applied: a slip in the number of one row makes it a decision of its own.
    private static bool IsLoose(ReadRow row, IReadOnlyList<ReadRow> group) =>
        !MatchTokens.IsDecisionNumber(row[CashColumn.DecisionNumber])
        || row.Faults.Any(f => f.Kind == RowFaultKind.BrokenQuotes)
        || RowWords.ReadRelation(group[0][CashColumn.Relation]) != CashRelation.Applicant;

    private static void LetWait(IReadOnlyList<ReadRow> group)
    {
        if (group.FirstOrDefault(r => r.IsBad) is { } bad)
        {
            foreach (var row in group.Where(r => r.Faults.Count == 0))
            {
                row.Add(RowFaultKind.DecisionWaits, null, bad.Number);
            }
        }
    }

    private CashDecisionEntry? EntryOf(IReadOnlyList<ReadRow> group)
    {
        var first = group[0];
        foreach (var row in group)
        {
            RowChecks.Text(row, isFirst: row == first);
        }

        foreach (var row in group.Skip(1))
        {
            RowChecks.SameDecision(first, row);
        }

        RowChecks.Family(group);
        var reader = new CellReader(first, places, today);
        var entry = Decision(reader, first);
        IReadOnlyList<CashPerson?> family = [.. group.Select(r => Person(new CellReader(r, places, today), r, entry?.DecidedOn))];
        if (entry is null || family.Any(p => p is null) || group.Any(r => r.IsBad))
        {
            return null;
        }

        var whole = entry with { Family = [.. family.OfType<CashPerson>()] };
        rules.Check(whole, group);
        return whole;
    }

    /// <returns>Without its family; null when a field cannot be read.</returns>
    private CashDecisionEntry? Decision(CellReader read, ReadRow row)
    {
        var decided = read.PastDay(CashColumn.DecidedOn);
        var outcome = read.Word(CashColumn.Outcome, RowWords.ReadOutcome, RowFaultKind.UnknownOutcome);
        var outcomeOn = read.PastDay(CashColumn.OutcomeOn);
        var applied = read.PastDay(CashColumn.AppliedOn);
        var inSweden = read.YesNo(CashColumn.AppliedInSweden);
        var withAssistance = read.YesNo(CashColumn.ReturnsWithAssistance);
        var country = read.Country(CashColumn.Country);
        var office = country is null ? null : read.Office(country);
        var planned = read.Day(CashColumn.PlannedReturnOn);
        var language = read.Language(CashColumn.Language);
        var toIom = read.YesNo(CashColumn.ConsentIom);
        var toOffice = read.YesNo(CashColumn.ConsentOffice);
        var consentLanguage = read.Language(CashColumn.ConsentLanguage);
        var consented = read.PastDay(CashColumn.ConsentedOn);
        RowChecks.Days(row, decided, applied, outcomeOn);
        RowChecks.Planned(row, decided, planned, today);
        RowChecks.Consents(row, toIom, toOffice, consentLanguage);
        RowChecks.ConsentDay(row, consented ?? applied, today);

        return row.IsBad
            ? null
            : new CashDecisionEntry(
                row[CashColumn.DecisionNumber],
                decided!.Value,
                outcome!.Value,
                outcomeOn!.Value,
                withAssistance!.Value,
                inSweden!.Value,
                applied!.Value,
                country!,
                office!.Value,
                planned,
                NullIfEmpty(row[CashColumn.Phone]),
                language,
                toIom!.Value,
                toOffice!.Value,
                consentLanguage,
                [],
                ConsentedOn: consented
            );
    }

    private static CashPerson? Person(CellReader read, ReadRow row, DateOnly? decided)
    {
        var relation = read.Word(CashColumn.Relation, RowWords.ReadRelation, RowFaultKind.UnknownRelation);
        var born = read.PastDay(CashColumn.BirthDate);
        var citizenship = read.Country(CashColumn.Citizenship);
        var amount = read.Amount();
        RowChecks.Birth(row, born, decided);
        return row.IsBad
            ? null
            : new CashPerson(
                relation!.Value,
                row[CashColumn.GivenNames],
                row[CashColumn.FamilyName],
                born!.Value,
                citizenship!,
                NullIfEmpty(row[CashColumn.DocumentNumber]),
                amount!.Value
            );
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
