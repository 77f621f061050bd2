using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>The children who travel along, and how the questions about each stand.</summary>
[Needs(CaseAction.SeeChildren)]
internal sealed class ChildListModel(
    ChildQueries queries,
    ChildKeeping keeping,
    OrganisationCatalogue countries,
    TimeProvider time,
    IStringLocalizerFactory localizers
) : ChildrenPageModel(time, localizers)
{
    [BindProperty]
    public ChildIdentityInput Input { get; set; } = new();

    internal IReadOnlyList<AccompanyingChild> Children { get; private set; } = [];

    /// <summary>Who they are, by subject, while Identity is open.</summary>
    internal IReadOnlyDictionary<string, Unsealed<ChildIdentityPayload>> Identities { get; private set; } =
        new Dictionary<string, Unsealed<ChildIdentityPayload>>(StringComparer.Ordinal);

    internal IReadOnlyList<Choice> Countries => ChildIdentityInput.Choices(countries);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostAsync()
    {
        await keeping.AddAsync(Handle, OperationId, Input.Read());
        return To(CaseLinks.Children);
    }

    public override async Task LoadAsync()
    {
        Children = await queries.AllAsync(Handle);
        if (IsOpen(Compartment.Identity))
        {
            Identities = await queries.IdentitiesAsync(Opened!, Children);
        }
    }
}

/// <summary>Who a child is, as a form.</summary>
internal sealed class ChildIdentityInput
{
    [MaxLength(120)]
    public string? GivenNames { get; set; }

    [MaxLength(120)]
    public string? FamilyName { get; set; }

    public DateOnly? BirthDate { get; set; }

    [MaxLength(8)]
    public string? Citizenship { get; set; }

    [MaxLength(40)]
    public string? DocumentNumber { get; set; }

    public static ChildIdentityInput Of(ChildIdentityPayload saved) =>
        new()
        {
            GivenNames = saved.GivenNames,
            FamilyName = saved.FamilyName,
            BirthDate = saved.BirthDate,
            Citizenship = saved.Citizenship,
            DocumentNumber = saved.DocumentNumber,
        };

    public static IReadOnlyList<Choice> Choices(OrganisationCatalogue countries) =>
        [.. countries.Countries.Select(c => new Choice(c.Code, c.Name.Shown)).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    public ChildIdentityPayload Read() => new(GivenNames, FamilyName, BirthDate, Citizenship, DocumentNumber);
}
