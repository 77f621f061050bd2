using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Binding;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Money.Entitlements;

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
    internal ProgrammeVersion? TakenFrom => Lines.TakenFrom is { } id ? programmes.Find(id) : null;

    internal Amount Total => new(EntitlementRules.AdultTotalMinor(Lines), Lines.Currency);

    internal Amount Ceiling(EntitlementDefinition line) => new(line.CeilingMinor, Lines.Currency);

    /// <summary>The children whose lines are opened with the adult's.</summary>
    internal IReadOnlyList<AccompanyingChild> Children { get; private set; } = [];

    /// <summary>The person was at home before the case was entered here: something may have been paid already.</summary>
    internal bool AsksPaidBefore => EntitlementOpening.CanHavePaidBefore(Case);

    public Task OnGetAsync()
    {
        Input.On = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        return LoadAsync();
    }

    /// <summary>Each line has its field, also one that was not posted.</summary>
    public async Task LoadAsync()
    {
        Input.PaidBefore = [.. Lines.Lines.Select((_, index) => Input.PaidBefore.ElementAtOrDefault(index) ?? new PaidBeforeInput())];
        Children = [.. (await children.AllAsync(Handle)).Where(c => c.IsEntitled)];
        // By the child and the line, since a child can have come or gone while the form was filled in.
        var typed = Input.OfChildren.Where(row => row.ChildId != Guid.Empty).ToLookup(row => row.ChildId);
        Input.OfChildren =
        [
            .. Children.SelectMany(child =>
                Lines.Lines.Select((_, index) => typed[child.Id].ElementAtOrDefault(index) ?? new ChildPaidBeforeInput { ChildId = child.Id })
            ),
        ];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var paid = Lines.Lines.Zip(Input.PaidBefore).ToDictionary(pair => pair.First.Category, pair => pair.Second.Amount ?? 0);
        var ofChildren = Input
            .OfChildren.GroupBy(row => row.ChildId)
            .ToDictionary(
                rows => rows.Key,
                rows =>
                    (IReadOnlyDictionary<EntitlementCategory, long>)
                        Lines.Lines.Zip(rows).ToDictionary(pair => pair.First.Category, pair => pair.Second.Amount ?? 0)
            );
        await opening.OpenAsync(Handle, OperationId, Input.On!.Value, paid, ofChildren);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Money));
    }

    internal sealed class Form
    {
        [Required]
        public DateOnly? On { get; set; }

        /// <summary>One for each line of the version, in its order; empty where nothing was paid.</summary>
        public List<PaidBeforeInput> PaidBefore { get; set; } = [];

        /// <summary>For each child with a yes one for each line, in their order.</summary>
        public List<ChildPaidBeforeInput> OfChildren { get; set; } = [];
    }

    internal class PaidBeforeInput
    {
        [MinorUnits("USD")]
        public long? Amount { get; set; }
    }

    internal sealed class ChildPaidBeforeInput : PaidBeforeInput
    {
        public Guid ChildId { get; set; }
    }
}
