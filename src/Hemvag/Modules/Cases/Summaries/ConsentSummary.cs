using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>Every consent with what it names, and how it ended.</summary>
internal sealed class ConsentSummary(
    ConsentQueries queries,
    SealedNotes notes,
    OrganisationQueries organisations,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Consent,
        typeof(CasesTexts),
        "Tab.Consent",
        [CaseLinks.Consent],
        new HashSet<string> { "GiveConsent", "WithdrawConsent", "AnswerWithdrawal", "ChaseRecipient" },
        handle => handle.May(CaseAction.SeeConsents)
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var interpreters = await notes.ReadAsync<ConsentInterpreter>(opened, Compartment.Protection, ConsentInterpreter.SubjectPrefix);
        var parts = new List<SummaryPart>();
        foreach (var row in await queries.AllAsync(handle))
        {
            parts.Add(await OfAsync(handle, row, interpreters.GetValueOrDefault(ConsentInterpreter.SubjectOf(row.Consent.Id))?.Name));
        }

        return parts;
    }

    private async Task<SummaryPart> OfAsync(CaseHandle handle, ConsentRow row, string? interpreter)
    {
        var consent = row.Consent;
        var recipients = new List<string>();
        foreach (var id in row.Recipients)
        {
            recipients.Add(await NameAsync(handle, id));
        }

        return SummaryPart.Of(
            words[$"ConsentPurpose.{consent.Purpose}"],
            (texts["Consent.To"], string.Join(", ", recipients)),
            (texts["Consent.Compartments"], string.Join(", ", Compartments.Each(consent.Compartments).Select(c => words[$"Compartment.{c}"].Value))),
            (texts["Summary.Consent.How"], How(consent)),
            (texts["Consent.Interpreter"], interpreter),
            (texts["Consent.RecordedBy"], row.RecordedByName),
            (texts["Summary.Consent.From"], Dates.Day(consent.StartsOn, year: true)),
            (texts["Consent.Until"], consent.EndsOn is { } last ? Dates.Day(last, year: true) : null),
            (texts["Consent.Withdrawn"], SwedishTime.DayAndTime(consent.WithdrawnAt)),
            (texts["Consent.Ended"], consent.WithdrawnAt is null ? SwedishTime.DayAndTime(handle.Case.ClosedAt) : null)
        );
    }

    private string How(Consent consent)
    {
        var how = $"{texts[$"ConsentForm.{consent.Form}"].Value}, {texts["Consent.ReadIn"].Value} {SpokenLanguages.NameInSentence(consent.Language)}";
        return consent.Reading == ConsentReading.ThroughInterpreter ? $"{how}, {texts["Consent.ThroughInterpreter"].Value}" : how;
    }

    // The name of the office that meets the person is the name of the country.
    private async ValueTask<string> NameAsync(CaseHandle handle, Guid id) =>
        await organisations.FindAsync(id) is { Kind: OrganisationKind.LocalIomOffice or OrganisationKind.Partner }
        && !handle.May(CaseAction.SeeTravel)
            ? words[$"Role.{Role.LocalOfficeWorker}"].Value
            : await organisations.NameAsync(id);
}
