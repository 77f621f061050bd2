using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Administration;

/// <summary>
/// Adds an authority, shelter or partner, and marks offices where one person works alone. Both act on everyone's cases: for those
/// who run the programme, not for each organisation.
/// </summary>
[ForRoles(Role.Administrator, At = [OrganisationKind.NationalCoordination, OrganisationKind.IomFinland])]
internal sealed class OrganisationAddModel(
    OrganisationRegister register,
    OrganisationQueries organisations,
    OrganisationCatalogue catalogue,
    IStringLocalizer<OrganisationsTexts> words
) : AccountPageModel, ILoadsForRedisplay
{
    internal sealed class Form
    {
        [Required]
        public OrganisationKind? Kind { get; set; }

        [Required, MaxLength(200)]
        public string? NameSv { get; set; }

        [Required, MaxLength(200)]
        public string? NameEn { get; set; }

        [MaxLength(10)]
        public string? CountryCode { get; set; }

        [Required, MaxLength(60)]
        public string? Zone { get; set; } = "Europe/Stockholm";

        [MaxLength(60)]
        public string? Phone { get; set; }

        [MaxLength(200)]
        public string? Mail { get; set; }

        [MaxLength(200)]
        public string? Web { get; set; }
    }

    internal Form Input { get; private set; } = new();

    /// <summary>Whether a link to this page is of use: what the attribute above says, said once.</summary>
    internal static bool IsFor(CurrentAccount account) => typeof(OrganisationAddModel).GetCustomAttribute<ForRolesAttribute>()!.Allows(account);

    internal IReadOnlyList<Choice> Kinds => [.. OrganisationRegister.Addable.Select(k => new Choice(k.ToString(), words[$"OrganisationKind.{k}"]))];

    internal IReadOnlyList<Choice> Countries =>
        [
            .. catalogue
                .Countries.Where(c => c.Code != "SE")
                .Select(c => new Choice(c.Code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? c.Name.En : c.Name.Sv))
                .OrderBy(c => c.Text, StringComparer.CurrentCulture),
        ];

    internal IReadOnlyList<OrganisationView> Offices { get; private set; } = [];

    internal IReadOnlyList<string> SingleNames => [.. Offices.Where(o => o.SinglePerson).Select(o => o.Name)];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = "Input")] Form input)
    {
        Input = input;
        try
        {
            await register.AddAsync(
                OperationId,
                Me.Actor,
                new NewOrganisation(
                    input.Kind!.Value,
                    input.NameSv!,
                    input.NameEn!,
                    input.CountryCode,
                    input.Zone!,
                    input.Phone,
                    input.Mail,
                    input.Web
                )
            );
        }
        catch (RefusedException refused) when (refused.Field is not null)
        {
            throw new RefusedException(refused.Refusal, "Input." + refused.Field, [.. refused.Arguments]);
        }

        return Redirect("/organisations");
    }

    public async Task<IActionResult> OnPostSingleAsync(Guid office, bool single)
    {
        await register.SetSinglePersonAsync(OperationId, Me.Actor, office, single);
        return Redirect("/admin/organisations");
    }

    public async Task LoadAsync() => Offices = await organisations.OfAsync(OrganisationKind.LocalIomOffice, OrganisationKind.Partner);
}
