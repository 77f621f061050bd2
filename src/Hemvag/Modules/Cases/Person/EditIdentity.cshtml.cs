using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Changes who the person is.</summary>
[Needs(CaseAction.EditPerson)]
internal sealed class EditIdentityModel(
    PersonService service,
    PersonQueries queries,
    OrganisationCatalogue countries,
    IStringLocalizerFactory localizers
) : EditPersonModel<IdentityPayload>(Compartment.Identity, "person/identity", localizers)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<Choice> Countries =>
        [.. countries.Countries.Select(c => new Choice(c.Code, c.Name.Shown)).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    public async Task<IActionResult> OnPostAsync()
    {
        await service.SaveIdentityAsync(Handle, OperationId, Input.ToPayload(), SectionVersion);
        return BackToPerson();
    }

    protected override Task<Unsealed<IdentityPayload>?> FindAsync() => queries.IdentityAsync(Opened!);

    protected override void Fill(IdentityPayload saved) => Input = Form.Of(saved);

    protected override IdentityPayload Typed => Input.ToPayload();

    protected override IReadOnlyList<SavedField> Fields(IdentityPayload payload) =>
        [
            Field("Person.Pseudonym", payload.Pseudonym),
            Field("Person.GivenNames", payload.GivenNames),
            Field("Person.FamilyName", payload.FamilyName),
            Field("Person.BirthDate", payload.BirthDate is { } born ? Dates.Iso(born) : null),
            Field(
                "Person.Citizenship",
                Countries.Where(c => c.Value == payload.Citizenship).Select(c => c.Text).FirstOrDefault() ?? payload.Citizenship
            ),
            Field("Person.Pronoun", payload.Pronoun),
            Field("Person.DocumentNumber", payload.DocumentNumber),
        ];

    internal sealed class Form
    {
        [MaxLength(80)]
        public string? Pseudonym { get; set; }

        [MaxLength(120)]
        public string? GivenNames { get; set; }

        [MaxLength(120)]
        public string? FamilyName { get; set; }

        public DateOnly? BirthDate { get; set; }

        [MaxLength(8)]
        public string? Citizenship { get; set; }

        [MaxLength(40)]
        public string? Pronoun { get; set; }

        [MaxLength(40)]
        public string? DocumentNumber { get; set; }

        public static Form Of(IdentityPayload identity) =>
            new()
            {
                Pseudonym = identity.Pseudonym,
                GivenNames = identity.GivenNames,
                FamilyName = identity.FamilyName,
                BirthDate = identity.BirthDate,
                Citizenship = identity.Citizenship,
                Pronoun = identity.Pronoun,
                DocumentNumber = identity.DocumentNumber,
            };

        public IdentityPayload ToPayload() => new(Pseudonym, GivenNames, FamilyName, BirthDate, Citizenship, Pronoun, DocumentNumber);
    }
}
