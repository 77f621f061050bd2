using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>
/// Changes who a child is. What stands there is shown under a live opening of Identity alone; while nothing does, it can be written without one.
/// </summary>
[Needs(CaseAction.EditChildren)]
internal sealed class ChildIdentityModel(
    ChildQueries queries,
    ChildKeeping keeping,
    OrganisationCatalogue countries,
    TimeProvider time,
    IStringLocalizerFactory localizers,
    IStringLocalizer<ProgrammesTexts> words
) : ChildrenPageModel(time, localizers)
{
    [BindProperty(SupportsGet = true)]
    public Guid ChildId { get; set; }

    [BindProperty]
    public ChildIdentityInput Input { get; set; } = new();

    [BindProperty]
    public int SectionVersion { get; set; }

    internal ChildOverview View { get; private set; } = null!;

    internal bool MayShow { get; private set; }

    /// <summary>What someone else has saved since this form was shown, as far as it differs.</summary>
    internal IReadOnlyList<SavedField>? Meanwhile { get; private set; }

    internal IReadOnlyList<Choice> Countries => ChildIdentityInput.Choices(countries);

    public async Task OnGetAsync()
    {
        if (await ReadAsync() is { } now)
        {
            SectionVersion = now.Version;
            Input = ChildIdentityInput.Of(now.Value);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        await keeping.SaveIdentityAsync(Handle, OperationId, ChildId, Input.Read(), SectionVersion);
        return To(ChildrenPages.Child(ChildId));
    }

    public override async Task LoadAsync()
    {
        if (await ReadAsync() is { } now && now.Version != SectionVersion)
        {
            Meanwhile = [.. Fields(now.Value).Except(Fields(Input.Read()))];
            SectionVersion = now.Version;
            ModelState.Remove(nameof(SectionVersion));
        }
    }

    private async Task<Unsealed<ChildIdentityPayload>?> ReadAsync()
    {
        await FindAsync();
        var open = IsOpen(Compartment.Identity);
        // What was typed is the writer's own: it stays on the page when the opening has run out meanwhile.
        MayShow = open || View.IdentityVersion == 0 || HttpMethods.IsPost(Request.Method);
        return open ? await queries.IdentityAsync(Opened!, View.Child) : null;
    }

    private async Task FindAsync() => View = await queries.FindAsync(Handle, ChildId) ?? throw new NotThereException();

    private SavedField[] Fields(ChildIdentityPayload payload) =>
        [
            Field("Child.GivenNames", payload.GivenNames),
            Field("Child.FamilyName", payload.FamilyName),
            Field("Child.BirthDate", payload.BirthDate is { } born ? Dates.Iso(born) : null),
            Field("Child.Citizenship", countries.Country(payload.Citizenship ?? "")?.Name.Shown ?? payload.Citizenship),
            Field("Child.DocumentNumber", payload.DocumentNumber),
        ];

    private SavedField Field(string key, string? value) => new(Texts[key], string.IsNullOrEmpty(value) ? words["Answer.NotAsked"] : value);
}
