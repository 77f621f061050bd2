using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Person;

[Needs(CaseAction.SeePerson)]
internal sealed class PersonModel(
    PersonService service,
    PersonQueries queries,
    FirstContactQueries firstContacts,
    OrganisationCatalogue countries,
    IStringLocalizerFactory localizers
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty, MaxLength(8)]
    public string? CountryCode { get; set; }

    /// <summary>The country that the form had shown.</summary>
    [BindProperty, MaxLength(8)]
    public string? CountryShown { get; set; }

    /// <summary>The country that someone else has saved since; null when nobody has.</summary>
    internal IReadOnlyList<SavedField>? CountryMeanwhile { get; private set; }

    internal Unsealed<IdentityPayload>? Identity { get; private set; }

    internal Unsealed<ContactPayload>? Contact { get; private set; }

    internal FirstContactBlock? FirstContact { get; private set; }

    internal IReadOnlyList<Choice> Countries =>
        [.. countries.Countries.Select(c => new Choice(c.Code, c.Name.Shown)).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    public async Task OnGetAsync()
    {
        CountryCode = Case.CountryCode;
        await LoadAsync();
    }

    [Needs(CaseAction.EditPerson)]
    public async Task<IActionResult> OnPostCountryAsync()
    {
        if (CountryCode is not null && countries.Country(CountryCode) is null)
        {
            throw new RefusedException(CaseRefusals.CountryUnknown, nameof(CountryCode));
        }

        await service.SetCountryAsync(Handle, OperationId, CountryShown, CountryCode);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Person));
    }

    public async Task LoadAsync()
    {
        if (HttpMethods.IsPost(Request.Method) && CountryShown != Case.CountryCode)
        {
            var texts = localizers.Create(typeof(CasesTexts));
            CountryMeanwhile = [new SavedField(texts["Person.Country.Label"], Country(Case.CountryCode) ?? texts["Person.Country.None"])];
        }

        CountryShown = Case.CountryCode;
        Identity = IsOpen(Compartment.Identity) ? await queries.IdentityAsync(Opened!) : null;
        Contact = IsOpen(Compartment.Contact) ? await queries.ContactAsync(Opened!) : null;
        FirstContact = await firstContacts.ForAsync(Handle, CaseLinks.Person);
    }

    internal string? Country(string? code) => code is null ? null : countries.Country(code)?.Name.Shown;

    internal SealedClosed Closed(Compartment compartment) =>
        new(
            Handle.CaseId,
            compartment,
            localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{compartment}"],
            localizers.Create(typeof(CasesTexts))[$"Sealed.Holds.{compartment}"],
            "person",
            CaseLinks.Person
        );
}
