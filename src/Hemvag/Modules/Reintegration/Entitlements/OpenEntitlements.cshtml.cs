using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Reintegration.Entitlements;

/// <summary>Shows the lines of the programme version and opens them.</summary>
[Needs(CaseAction.OpenEntitlements)]
internal sealed class OpenEntitlementsModel(EntitlementOpening opening, ProgrammeCatalogue programmes, ChildQueries children, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal EntitlementSet Lines => programmes.Get(Case.ProgrammeId).Entitlements;

    /// <summary>The version whose amounts these are, where this one names none.</summary>
    internal ProgrammeVersion? TakenFrom => Lines.TakenFrom is { } id ? programmes.Get(id) : null;

    internal Money Total => new(EntitlementRules.AdultTotalMinor(Lines), Lines.Currency);

    internal Money Ceiling(EntitlementDefinition line) => new(line.CeilingMinor, Lines.Currency);

    /// <summary>The children whose lines are opened with the adult's.</summary>
    internal IReadOnlyList<int> Children { get; private set; } = [];

    public Task OnGetAsync()
    {
        Input.On = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        return LoadAsync();
    }

    public async Task LoadAsync() => Children = [.. (await children.AllAsync(Handle)).Where(c => c.IsEntitled).Select(c => c.Ordinal)];

    public async Task<IActionResult> OnPostAsync()
    {
        await opening.OpenAsync(Handle, OperationId, Input.On!.Value);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Money));
    }

    internal sealed class Form
    {
        [Required]
        public DateOnly? On { get; set; }
    }
}
