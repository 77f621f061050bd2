using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>Whether a row can be right, by itself and beside the others of its decision. Each check notes what is wrong on the row.</summary>
internal static class RowChecks
{
    private const int MostYears = 120;

    private static readonly CashColumn[] OfDecision =
    [
        .. CashColumns.All.Where(c => c.OfDecision && c.Column != CashColumn.DecisionNumber).Select(c => c.Column),
    ];

    public static void Text(ReadRow row, bool isFirst)
    {
        foreach (var column in CashColumns.All)
        {
            var text = row[column.Column];
            if (text.Length > column.Longest)
            {
                row.Add(RowFaultKind.TooLong, column.Column);
            }
            else if (text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                row.Add(RowFaultKind.UnreadableSign, column.Column);
            }
            else if (column.Column == CashColumn.DecisionNumber && text.Length > 0 && !MatchTokens.IsDecisionNumber(text))
            {
                row.Add(RowFaultKind.Missing, column.Column);
            }
            else if (text.Length == 0 && column.Required && (isFirst || !column.OfDecision || column.Column == CashColumn.DecisionNumber))
            {
                row.Add(RowFaultKind.Missing, column.Column);
            }
        }
    }

    /// <summary>What a row repeats of its decision is the same as in the first.</summary>
    public static void SameDecision(ReadRow first, ReadRow row)
    {
        foreach (var column in OfDecision)
        {
            if (row[column].Length > 0 && !string.Equals(row[column], first[column], StringComparison.OrdinalIgnoreCase))
            {
                row.Add(RowFaultKind.DiffersFromFirst, column, first.Number);
            }
        }
    }

    /// <summary>One applicant, who stands first, and one spouse at most.</summary>
    public static void Family(IReadOnlyList<ReadRow> group)
    {
        var relations = group.Select(r => (Row: r, Is: RowWords.ReadRelation(r[CashColumn.Relation]))).ToList();
        if (relations[0].Is is { } first && first != CashRelation.Applicant)
        {
            relations[0].Row.Add(RowFaultKind.NoApplicant, CashColumn.Relation);
        }

        foreach (var (row, _) in relations.Skip(1).Where(r => r.Is == CashRelation.Applicant))
        {
            row.Add(RowFaultKind.SecondApplicant, CashColumn.Relation, group[0].Number);
        }

        foreach (var (row, _) in relations.Where(r => r.Is == CashRelation.SpouseOrCohabitant).Skip(1))
        {
            row.Add(RowFaultKind.SecondSpouse, CashColumn.Relation);
        }
    }

    public static void Days(ReadRow row, DateOnly? decided, DateOnly? applied, DateOnly? outcomeOn)
    {
        if (decided < applied)
        {
            row.Add(RowFaultKind.DayOrder, CashColumn.AppliedOn);
        }

        if (decided < outcomeOn)
        {
            row.Add(RowFaultKind.DayOrder, CashColumn.OutcomeOn);
        }
    }

    public static void Planned(ReadRow row, DateOnly? decided, DateOnly? planned, DateOnly today)
    {
        if (decided < today.AddYears(-1))
        {
            row.Add(RowFaultKind.TooLongAgo, CashColumn.DecidedOn);
        }

        if (planned < decided)
        {
            row.Add(RowFaultKind.PlannedTooEarly, CashColumn.PlannedReturnOn);
        }
    }

    public static void ConsentDay(ReadRow row, DateOnly? consented, DateOnly today)
    {
        if (consented < ConsentWriting.OldestOn(today))
        {
            row.Add(RowFaultKind.ConsentTooOld, CashColumn.ConsentedOn);
        }
    }

    public static void Consents(ReadRow row, bool? toIom, bool? toOffice, string? language)
    {
        if (toIom == false)
        {
            row.Add(RowFaultKind.ConsentMissing, CashColumn.ConsentIom);
        }

        if (toOffice == false)
        {
            row.Add(RowFaultKind.ConsentMissing, CashColumn.ConsentOffice);
        }

        if (language is not null && !ReviewedLanguages.Has(language))
        {
            row.Add(RowFaultKind.ConsentLanguage, CashColumn.ConsentLanguage);
        }
    }

    public static void Birth(ReadRow row, DateOnly? born, DateOnly? decided)
    {
        if (born > decided)
        {
            row.Add(RowFaultKind.DayOrder, CashColumn.BirthDate);
        }
        else if (born <= decided?.AddYears(-MostYears))
        {
            row.Add(RowFaultKind.TooLongAgo, CashColumn.BirthDate);
        }
    }
}
