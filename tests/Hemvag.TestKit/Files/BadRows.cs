namespace Hemvag.TestKit.Files;

/// <summary>A way in which a decision can be bad.</summary>
/// <param name="Fault">The word for it.</param>
/// <param name="Column">The heading that is named; empty where none is.</param>
/// <param name="Size">Persons the decision needs.</param>
/// <param name="Row">The row of the decision that is bad, from 0.</param>
public sealed record BadWay(string Fault, string Column, int Size, int Row, Action<List<string[]>> Spoil)
{
    public override string ToString() => $"{Fault} {Column}";
}

/// <summary>Twenty and more ways in which rows of a file are bad, each of which can be told of one row.</summary>
public static class BadRows
{
    public static IReadOnlyList<BadWay> Ways(DateOnly today) =>
        [
            Set("Missing", "efternamn", ""),
            Set("Missing", "beslutsdatum", ""),
            Set("NotADay", "födelsedatum", "1994-02-31"),
            Set("NotADay", "beslutsdatum", "13/03/2026"),
            Set("DayAhead", "beslutsdatum", DecisionRows.Day(today.AddDays(3))),
            Set("TooLongAgo", "födelsedatum", "1901-01-01"),
            Set("DayOrder", "asylärendet_slutade_den", DecisionRows.Day(today)),
            Set("PlannedTooEarly", "planerad_resa", DecisionRows.Day(today.AddDays(-300))),
            Set("NotYesOrNo", "ansökte_i_sverige", "kanske"),
            Set("UnknownOutcome", "asylärendet_slutade_med", "beviljat"),
            Set("UnknownCountry", "land", "Atlantis"),
            Set("CountryNotOnList", "land", "Moldavien"),
            Set("UnknownOffice", "kontor", "Kontoret på hörnet"),
            Set("OfficeElsewhere", "kontor", "iom-md"),
            Set("UnknownLanguage", "språk", "klingonska"),
            Set("ConsentLanguage", "samtycke_läst_på", "arabiska"),
            Set("ConsentMissing", "samtycke_iom_finland", "nej"),
            Set("ConsentMissing", "samtycke_kontoret", "no"),
            Set("ConsentTooOld", "samtyckte_den", DecisionRows.Day(today.AddDays(-400))),
            Set("CriterionNotMet", "återvänder_frivilligt_med_bistånd", "nej"),
            Set("UnknownRelation", "relation", "kusin"),
            Set("SwedishCitizen", "medborgarskap", "Sverige"),
            Set("NotAnAmount", "belopp_sek", "trettiotusen"),
            Set("AmountAboveMaximum", "belopp_sek", "30000,01"),
            Set("TooLong", "förnamn", new string('a', 121)),
            Set("UnreadableSign", "efternamn", "Nor\uFFFDn"),
            Set("NoApplicant", "relation", "barn"),
            new("DiffersFromFirst", "land", 2, 1, rows => rows[1][DecisionRows.At("land")] = "Sverige"),
            new("SecondApplicant", "relation", 2, 1, rows => rows[1][DecisionRows.At("relation")] = "sökande"),
            new("SecondSpouse", "relation", 3, 2, rows => rows[2][DecisionRows.At("relation")] = "make"),
            new("NotAChild", "födelsedatum", 3, 2, rows => rows[2][DecisionRows.At("födelsedatum")] = "1990-05-02"),
            new("FamilyCeiling", "belopp_sek", 5, 0, rows => rows[4][DecisionRows.At("belopp_sek")] = "15000"),
            new(
                "NothingToCompare",
                "handlingsnummer",
                1,
                0,
                rows => (rows[0][DecisionRows.At("förnamn")], rows[0][DecisionRows.At("handlingsnummer")]) = ("–", "")
            ),
            new(
                "NoAdult",
                "födelsedatum",
                1,
                0,
                rows => (rows[0][DecisionRows.At("födelsedatum")], rows[0][DecisionRows.At("belopp_sek")]) = ("2015-05-02", "15000")
            ),
            new("BrokenQuotes", "", 1, 0, rows => rows[0][DecisionRows.At("förnamn")] = "\"Amina"),
            new("TooManyCells", "", 1, 0, rows => rows[0] = [.. rows[0], "en cell till"]),
        ];

    private static BadWay Set(string fault, string column, string value) =>
        new(fault, column, 1, 0, rows => rows[0][DecisionRows.At(column)] = value);
}
