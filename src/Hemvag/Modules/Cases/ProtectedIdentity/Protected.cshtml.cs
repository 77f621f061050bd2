using Hemvag.Data;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <summary>Says that the person's identity is protected, and who by name may open it then.</summary>
[Needs(CaseAction.ProtectIdentity)]
internal sealed class ProtectedModel(IdentityProtecting protecting, ReaderQueries queries, IStringLocalizer<CasesTexts> texts, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    /// <summary>A word of <see cref="IdentityProtection"/>; empty for none.</summary>
    [BindProperty]
    public IdentityProtection? Protection { get; set; }

    /// <summary>Parts of those who may open.</summary>
    [BindProperty]
    public List<Guid> Readers { get; set; } = [];

    /// <summary>How it stood when the form was shown.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>How it stands, when someone else has changed it since; null when nobody has.</summary>
    internal IReadOnlyList<SavedField>? Meanwhile { get; private set; }

    internal IReadOnlyList<Choice> People { get; private set; } = [];

    internal bool CanChange => MayChange && Case.IsCaredFor;

    private bool MayChange { get; set; }

    public async Task OnGetAsync()
    {
        var people = await LoadPeopleAsync();
        Shown = StateOf(people);
        Protection = Case.IdentityProtection;
        // Whoever marks the case has to be able to reach the person.
        Readers = Case.IdentityProtection is null ? [.. people.Take(1).Select(p => p.PartId)] : [.. people.Where(p => p.Reads).Select(p => p.PartId)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await protecting.SetAsync(Handle, OperationId, Shown, Protection, Protection is null ? [] : Readers);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Person));
    }

    public async Task LoadAsync()
    {
        var people = await LoadPeopleAsync();
        if ((Shown ?? "") == StateOf(people))
        {
            return;
        }

        Meanwhile =
        [
            new SavedField(texts["Protected.Kind"], texts[Case.IdentityProtection is { } kind ? $"IdentityProtection.{kind}" : "Protected.None"]),
            new SavedField(texts["Protected.Readers"], string.Join(", ", people.Where(p => p.Reads).Select(p => p.Name))),
        ];
        Shown = StateOf(people);
    }

    private string StateOf(IReadOnlyList<PossibleReader> people) =>
        IdentityProtecting.StateOf(Case.IdentityProtection, people.Where(p => p.Reads).Select(p => p.PartId));

    private async Task<IReadOnlyList<PossibleReader>> LoadPeopleAsync()
    {
        var people = await queries.OfAsync(Handle, LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone));
        var readers = people.Where(p => p.Reads && p.OrganisationId == Case.RegionId).Select(p => p.AccountId);
        MayChange = IdentityProtecting.MayChange(Handle, Case, readers);
        People = [.. people.Select(p => new Choice(p.PartId.ToString(), p.Name, Hint: p.Organisation))];
        return people;
    }
}
