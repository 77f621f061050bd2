using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Changes who the person is. Shown only under a live opening of Identity, since it shows what stands there.</summary>
[Needs(CaseAction.EditPerson)]
internal sealed class EditIdentityModel(
    PersonService service,
    PersonQueries queries,
    OrganisationCatalogue countries,
    IStringLocalizerFactory localizers
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int SectionVersion { get; set; }

    internal bool MayShow { get; private set; }

    /// <summary>What someone else has saved since this form was shown.</summary>
    internal Unsealed<IdentityPayload>? Changed { get; private set; }

    internal IReadOnlyList<Choice> Countries =>
        [.. countries.Countries.Select(c => new Choice(c.Code, c.Name.Shown)).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    internal SealedClosed Closed =>
        new(
            Handle.CaseId,
            Compartment.Identity,
            localizers.Create(typeof(ProgrammesTexts))["Compartment.Identity"],
            localizers.Create(typeof(CasesTexts))["Sealed.Holds.Identity"],
            "person",
            "person/identity"
        );

    public async Task OnGetAsync()
    {
        if (await ReadAsync() is { } now)
        {
            SectionVersion = now.Version;
            Input = Form.Of(now.Value);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.SaveIdentityAsync(Handle, OperationId, Input.ToPayload(), SectionVersion);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Person));
    }

    public async Task LoadAsync()
    {
        if (await ReadAsync() is { } now && now.Version != SectionVersion)
        {
            Changed = now;
            SectionVersion = now.Version;
            ModelState.Remove(nameof(SectionVersion));
        }
    }

    private async Task<Unsealed<IdentityPayload>?> ReadAsync()
    {
        var open = IsOpen(Compartment.Identity);
        // What was typed is the writer's own: it stays on the page when the opening has run out meanwhile.
        MayShow = open || HttpMethods.IsPost(Request.Method);
        return open ? await queries.IdentityAsync(Opened!) : null;
    }

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

        public static Form Of(IdentityPayload identity) =>
            new()
            {
                Pseudonym = identity.Pseudonym,
                GivenNames = identity.GivenNames,
                FamilyName = identity.FamilyName,
                BirthDate = identity.BirthDate,
                Citizenship = identity.Citizenship,
                Pronoun = identity.Pronoun,
            };

        public IdentityPayload ToPayload() => new(Pseudonym, GivenNames, FamilyName, BirthDate, Citizenship, Pronoun);
    }
}
