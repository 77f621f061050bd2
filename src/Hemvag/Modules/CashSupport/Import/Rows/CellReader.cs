using Hemvag.Modules.Cases.Person;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>Reads the cells of one row and notes on it what cannot be read. What is missing has been noted before.</summary>
internal sealed class CellReader(ReadRow row, CashPlaces places, DateOnly today)
{
    public T? Word<T>(CashColumn column, Func<string, T?> read, RowFaultKind unknown)
        where T : struct => row[column] is { Length: > 0 } text ? read(text) ?? Noted<T>(unknown, column) : null;

    public DateOnly? Day(CashColumn column) => Word(column, RowWords.ReadDay, RowFaultKind.NotADay);

    /// <summary>What has happened has a day that has come.</summary>
    public DateOnly? PastDay(CashColumn column)
    {
        var day = Day(column);
        if (day > today)
        {
            row.Add(RowFaultKind.DayAhead, column);
        }

        return day;
    }

    public bool? YesNo(CashColumn column) => Word(column, RowWords.ReadYesNo, RowFaultKind.NotYesOrNo);

    public long? Amount() => Word(CashColumn.Amount, RowWords.ReadAmount, RowFaultKind.NotAnAmount);

    public string? Country(CashColumn column) => Text(column, places.Country, RowFaultKind.UnknownCountry);

    public string? Language(CashColumn column) => Text(column, SpokenLanguages.CodeOf, RowFaultKind.UnknownLanguage);

    /// <summary>The one that is named, which must be in the country where it has any and be the only one of that name; else IOM's own there.</summary>
    public Guid? Office(string country)
    {
        if (row[CashColumn.Office] is not { Length: > 0 } word)
        {
            return places.OfficeIn(country)?.Id ?? Noted<Guid>(RowFaultKind.OfficeNeeded, CashColumn.Office);
        }

        var named = places.OfficesNamed(word);
        if (named.Count == 0)
        {
            return Noted<Guid>(RowFaultKind.UnknownOffice, CashColumn.Office);
        }

        // A country without an office of its own is served from another.
        return (places.HasOffice(country) ? [.. named.Where(o => o.CountryCode == country)] : named) switch
        {
            [] => Noted<Guid>(RowFaultKind.OfficeElsewhere, CashColumn.Office),
            [var only] => only.Id,
            _ => Noted<Guid>(RowFaultKind.OfficeNeeded, CashColumn.Office),
        };
    }

    private string? Text(CashColumn column, Func<string, string?> read, RowFaultKind unknown)
    {
        if (row[column] is not { Length: > 0 } text)
        {
            return null;
        }

        var found = read(text);
        if (found is null)
        {
            row.Add(unknown, column);
        }

        return found;
    }

    private T? Noted<T>(RowFaultKind kind, CashColumn column)
        where T : struct
    {
        row.Add(kind, column);
        return null;
    }
}
