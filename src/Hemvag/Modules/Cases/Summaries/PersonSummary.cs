using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>Who the person is and how they are reached safely.</summary>
internal sealed class PersonSummary(
    PersonQueries queries,
    OrganisationCatalogue countries,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Person,
        typeof(CasesTexts),
        "Tab.Person",
        [CaseLinks.Person],
        new HashSet<string> { "EditPerson", "SetCountry", "ProtectIdentity" },
        handle => handle.May(CaseAction.SeePerson)
    );

    public Compartment Holds(Case @case) => Compartment.Identity | Compartment.Contact;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var file = handle.Case;
        var parts = new List<SummaryPart>
        {
            SummaryPart.Of(
                texts["Summary.Facts"],
                (texts["Protected.Mark"], file.IdentityProtection is { } kind ? texts[$"IdentityProtection.{kind}"] : null),
                (texts["Person.Country"], handle.May(CaseAction.SeeTravel) ? Country(file.CountryCode) ?? texts["Person.Country.None"] : null)
            ),
        };
        if (opened is not null && opened.Covers(Compartment.Identity) && await queries.IdentityAsync(opened) is { } identity)
        {
            parts.Add(Of(identity.Value));
        }

        if (opened is not null && opened.Covers(Compartment.Contact) && await queries.ContactAsync(opened) is { } contact)
        {
            parts.Add(Of(contact.Value));
        }

        return parts;
    }

    private SummaryPart Of(IdentityPayload identity) =>
        SummaryPart.Of(
            words["Compartment.Identity"],
            (texts["Person.Pseudonym"], identity.Pseudonym),
            (texts["Person.GivenNames"], identity.GivenNames),
            (texts["Person.FamilyName"], identity.FamilyName),
            (texts["Person.BirthDate"], identity.BirthDate is { } born ? Dates.Day(born, year: true) : null),
            (texts["Person.Citizenship"], Country(identity.Citizenship)),
            (texts["Person.DocumentNumber"], identity.DocumentNumber),
            (texts["Person.Pronoun"], identity.Pronoun)
        );

    private SummaryPart Of(ContactPayload contact) =>
        SummaryPart.Of(
            words["Compartment.Contact"],
            (texts["Person.Phone"], contact.Phone),
            (texts["Person.SafeTimes"], contact.SafeTimes),
            (texts["Person.IfSomeoneElse"], contact.IfSomeoneElseAnswers),
            (texts["Person.CodeWord"], contact.CodeWord),
            (texts["Person.NeverContact"], contact.NeverContact),
            (texts["Person.Language"], contact.Language is { } language ? SpokenLanguages.Name(language) : null),
            (texts["Person.NeedsInterpreter"], contact.NeedsInterpreter is { } needs ? texts[needs ? "Yes" : "No"] : null)
        );

    private string? Country(string? code) => code is null ? null : countries.Country(code)?.Name.Shown ?? code;
}
