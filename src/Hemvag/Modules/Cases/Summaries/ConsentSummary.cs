using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>Every consent with what it names, and how it ended.</summary>
internal sealed class ConsentSummary(
    ConsentQueries queries,
    ConsentNames names,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Consent,
        typeof(CasesTexts),
        "Tab.Consent",
        [CaseLinks.Consent],
        new HashSet<string> { "GiveConsent", "NarrowConsent", "WithdrawConsent", "AnswerWithdrawal", "ChaseRecipient" },
        handle => handle.May(CaseAction.SeeConsents) && !handle.IsThreadAlone
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var parts = new List<SummaryPart>();
        var all = await queries.AllAsync(handle);
        var said = await queries.WordsAsync(handle, opened);
        foreach (var row in all)
        {
            parts.Add(await OfAsync(handle, row, said.GetValueOrDefault(ConsentQueries.SubjectOf(row.Consent, all))));
        }

        return parts;
    }

    private async Task<SummaryPart> OfAsync(CaseHandle handle, ConsentRow row, ConsentWords? said)
    {
        var consent = row.Consent;
        return SummaryPart.Of(
            words[$"ConsentPurpose.{consent.Purpose}"],
            (texts["Consent.To"], await names.OfAsync(handle, row.Recipients)),
            (texts["Consent.Compartments"], string.Join(", ", Compartments.Each(consent.Compartments).Select(c => words[$"Compartment.{c}"].Value))),
            (texts["Summary.Consent.How"], How(consent)),
            (texts["Consent.Interpreter"], said?.Interpreter),
            (texts["Consent.Witness"], said?.Witness),
            (texts["Consent.Guardian"], said?.Guardian),
            (texts["Consent.GuardianId"], said?.GuardianNumber is { } number ? texts["Guardian.Number", number] : null),
            (texts["Consent.Assent"], said?.Assent is { } assent ? texts[$"ChildAssent.{assent}"] : null),
            (texts["Consent.Remarks"], said?.Remarks),
            (texts["Consent.RecordedBy"], row.RecordedByName),
            (texts["Summary.Consent.From"], Dates.Day(consent.StartsOn, year: true)),
            (texts["Consent.Until"], consent.EndsOn is { } last ? Dates.Day(last, year: true) : null),
            (texts["Consent.Withdrawn"], SwedishTime.DayAndTime(consent.WithdrawnAt)),
            (
                texts["Consent.Ended"],
                consent.WithdrawnAt is null && !handle.Case.Keeps(consent.Purpose) ? SwedishTime.DayAndTime(handle.Case.ClosedAt) : null
            )
        );
    }

    private string How(Consent consent)
    {
        var how = $"{texts[$"ConsentForm.{consent.Form}"].Value}, {texts["Consent.ReadIn"].Value} {SpokenLanguages.NameInSentence(consent.Language)}";
        return consent.Reading == ConsentReading.ThroughInterpreter ? $"{how}, {texts["Consent.ThroughInterpreter"].Value}" : how;
    }
}
