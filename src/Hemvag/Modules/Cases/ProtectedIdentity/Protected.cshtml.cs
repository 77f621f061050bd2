using Hemvag.Data;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <summary>Says that the person's identity is protected, and who by name may open it then.</summary>
[Needs(CaseAction.ProtectIdentity)]
internal sealed class ProtectedModel(IdentityProtecting protecting, ReaderQueries queries, TimeProvider time) : CasePageModel, ILoadsForRedisplay
{
    /// <summary>A word of <see cref="IdentityProtection"/>; empty for none.</summary>
    [BindProperty]
    public IdentityProtection? Protection { get; set; }

    /// <summary>Parts of those who may open.</summary>
    [BindProperty]
    public List<Guid> Readers { get; set; } = [];

    internal IReadOnlyList<Choice> People { get; private set; } = [];

    internal bool CanChange => Case.ClosedAt is null;

    public async Task OnGetAsync()
    {
        var people = await LoadPeopleAsync();
        Protection = Case.IdentityProtection;
        // Whoever marks the case has to be able to reach the person.
        Readers = Case.IdentityProtection is null ? [.. people.Take(1).Select(p => p.PartId)] : [.. people.Where(p => p.Reads).Select(p => p.PartId)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await protecting.SetAsync(Handle, OperationId, Protection, Protection is null ? [] : Readers);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Person));
    }

    public Task LoadAsync() => LoadPeopleAsync();

    private async Task<IReadOnlyList<PossibleReader>> LoadPeopleAsync()
    {
        var people = await queries.OfAsync(Handle, LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone));
        People = [.. people.Select(p => new Choice(p.PartId.ToString(), p.Name, Hint: p.Organisation))];
        return people;
    }
}
