namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>The columns of a file of decisions, in the order of the template. The words are stored with what is wrong in a row.</summary>
internal enum CashColumn
{
    DecisionNumber,
    DecidedOn,
    Outcome,
    OutcomeOn,
    AppliedOn,
    AppliedInSweden,
    ReturnsWithAssistance,
    Country,
    Office,
    PlannedReturnOn,
    Phone,
    Language,
    ConsentIom,
    ConsentOffice,
    ConsentLanguage,
    ConsentedOn,
    Relation,
    GivenNames,
    FamilyName,
    BirthDate,
    Citizenship,
    DocumentNumber,
    Amount,
}

/// <summary>What a column holds.</summary>
internal enum CashColumnKind
{
    Text,
    Day,
    YesNo,
    Word,
    Amount,
}

/// <param name="Sv">Its heading in Swedish.</param>
/// <param name="En">Its heading in English.</param>
/// <param name="OfDecision">Stands on each row of a decision or on the first alone; else it is about the person of the row.</param>
/// <param name="Required">On the first row of a decision, or on each row where it is about the person.</param>
/// <param name="Longest">Signs.</param>
internal sealed record CashColumnEntry(CashColumn Column, string Sv, string En, CashColumnKind Kind, bool OfDecision, bool Required, int Longest);

/// <summary>The format of a file of decisions: documented on a page of its own and in docs/operations.md.</summary>
internal static class CashColumns
{
    private const int Short = 40;
    private const int Name = 120;

    public static IReadOnlyList<CashColumnEntry> All { get; } =
    [
        OfDecision(CashColumn.DecisionNumber, "beslutsnummer", "decision_number", CashColumnKind.Text, longest: 30),
        OfDecision(CashColumn.DecidedOn, "beslutsdatum", "decided_on", CashColumnKind.Day),
        OfDecision(CashColumn.Outcome, "asylärendet_slutade_med", "asylum_outcome", CashColumnKind.Word),
        OfDecision(CashColumn.OutcomeOn, "asylärendet_slutade_den", "asylum_outcome_on", CashColumnKind.Day),
        OfDecision(CashColumn.AppliedOn, "ansökte_den", "applied_on", CashColumnKind.Day),
        OfDecision(CashColumn.AppliedInSweden, "ansökte_i_sverige", "applied_in_sweden", CashColumnKind.YesNo),
        OfDecision(CashColumn.ReturnsWithAssistance, "återvänder_frivilligt_med_bistånd", "returns_with_assistance", CashColumnKind.YesNo),
        OfDecision(CashColumn.Country, "land", "country", CashColumnKind.Word, longest: Name),
        OfDecision(CashColumn.Office, "kontor", "office", CashColumnKind.Word, required: false, longest: Name),
        OfDecision(CashColumn.PlannedReturnOn, "planerad_resa", "planned_return_on", CashColumnKind.Day, required: false),
        OfDecision(CashColumn.Phone, "telefon", "phone", CashColumnKind.Text, required: false),
        OfDecision(CashColumn.Language, "språk", "language", CashColumnKind.Word, required: false, longest: Name),
        OfDecision(CashColumn.ConsentIom, "samtycke_iom_finland", "consent_iom_finland", CashColumnKind.YesNo),
        OfDecision(CashColumn.ConsentOffice, "samtycke_kontoret", "consent_office", CashColumnKind.YesNo),
        OfDecision(CashColumn.ConsentLanguage, "samtycke_läst_på", "consent_read_in", CashColumnKind.Word, longest: Name),
        OfDecision(CashColumn.ConsentedOn, "samtyckte_den", "consented_on", CashColumnKind.Day, required: false),
        OfPerson(CashColumn.Relation, "relation", "relation", CashColumnKind.Word),
        OfPerson(CashColumn.GivenNames, "förnamn", "given_names", CashColumnKind.Text, longest: Name),
        OfPerson(CashColumn.FamilyName, "efternamn", "family_name", CashColumnKind.Text, longest: Name),
        OfPerson(CashColumn.BirthDate, "födelsedatum", "birth_date", CashColumnKind.Day),
        OfPerson(CashColumn.Citizenship, "medborgarskap", "citizenship", CashColumnKind.Word, longest: Name),
        OfPerson(CashColumn.DocumentNumber, "handlingsnummer", "document_number", CashColumnKind.Text, required: false),
        OfPerson(CashColumn.Amount, "belopp_sek", "amount_sek", CashColumnKind.Amount),
    ];

    public static CashColumnEntry Entry(CashColumn column) => All[(int)column];

    /// <returns>Null for a heading that is none of ours in either language.</returns>
    public static CashColumn? Find(string heading)
    {
        var sought = Plain(heading);
        return All.Where(c => Plain(c.Sv) == sought || Plain(c.En) == sought).Select(c => (CashColumn?)c.Column).FirstOrDefault();
    }

    public static string Heading(CashColumn column, bool swedish) => swedish ? Entry(column).Sv : Entry(column).En;

    // "Decision number" and "decision_number" are one.
    private static string Plain(string heading) => new([.. heading.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static CashColumnEntry OfDecision(
        CashColumn column,
        string sv,
        string en,
        CashColumnKind kind,
        bool required = true,
        int longest = Short
    ) => new(column, sv, en, kind, OfDecision: true, required, longest);

    private static CashColumnEntry OfPerson(
        CashColumn column,
        string sv,
        string en,
        CashColumnKind kind,
        bool required = true,
        int longest = Short
    ) => new(column, sv, en, kind, OfDecision: false, required, longest);
}
