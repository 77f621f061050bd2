using Hemvag.Modules.Cases.Overview;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>A summary as it was printed.</summary>
/// <param name="At">UTC.</param>
internal sealed record PrintedSummary(DateTime At, string Organisation, IReadOnlyList<TimelineLine> Happened, IReadOnlyList<SummaryPart> Parts);

/// <summary>
/// One step of a case as a dated summary for the authority's own file. The page asks only what of the sealed writings to take along; the
/// summary comes by POST, since a print is a crossing and stands in the ledger before it is shown.
/// </summary>
[Needs(CaseAction.SeeCase)]
internal sealed class SummaryModel(
    IEnumerable<SummaryStep> steps,
    SummaryPrinting printing,
    OverviewQueries overview,
    OrganisationQueries organisations,
    IEnumerable<TimelineTexts> texts,
    IStringLocalizerFactory localizers,
    IServiceProvider services,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    /// <summary>The step's name, from the address.</summary>
    [FromRoute]
    public string Step { get; set; } = "";

    /// <summary>What of the sealed writings is printed too.</summary>
    [BindProperty]
    public List<Compartment> Include { get; set; } = [];

    /// <summary>Null until it has been recorded.</summary>
    internal PrintedSummary? Printed { get; private set; }

    internal string Title => localizers.Create(Found!.Texts)[Found.Title];

    internal string Organisation { get; private set; } = "";

    /// <summary>The step's own page, as the last part of its address.</summary>
    internal string StepPage => Found!.Pages[0];

    internal string Back => CaseLinks.To(Handle.CaseId, StepPage);

    internal bool IsProtected => SummaryPrinting.LeftOut(Case) != Compartment.None;

    internal IReadOnlyList<Choice> Choices =>
        [.. Compartments.Each(Printable).Select(c => new Choice(c.ToString(), localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{c}"]))];

    /// <summary>What the reader could have printed and did not.</summary>
    internal string NotTaken => Names(Printable & ~Wanted);

    internal string Taken => Names(Wanted);

    internal override bool MayBeHere => Found?.MayPrint(Handle) ?? true;

    private SummaryStep? Found => steps.FirstOrDefault(s => s.Name == Step);

    private IStepSummary Summary => services.GetRequiredKeyedService<IStepSummary>(Step);

    private Compartment Printable => SummaryPrinting.Printable(Handle, Summary.Holds(Case));

    private Compartment Wanted => Include.Aggregate(Compartment.None, (all, one) => all | one);

    public async Task<IActionResult> OnGetAsync()
    {
        if (Found is null)
        {
            return NotFound();
        }

        Include = [.. Compartments.Each(Printable).Where(IsOpen)];
        await LoadAsync();
        return Page();
    }

    [Needs(CaseAction.OpenSealed)]
    public async Task<IActionResult> OnPostAsync()
    {
        if (Found is not { } step)
        {
            return NotFound();
        }

        if ((Wanted & ~Printable) != Compartment.None)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        // What is shown rests on the opening just recorded, read back as at any other request.
        Handle = await printing.PrintAsync(Handle, OperationId, Wanted) ?? throw new NotThereException();
        var shown = Wanted & Printable;
        var opened = shown == Compartment.None ? null : Opened?.Within(shown);
        await LoadAsync();
        Printed = new PrintedSummary(
            time.GetUtcNow().UtcDateTime,
            Organisation,
            await overview.HappenedAsync(Handle, step.Operations),
            await Summary.PartsAsync(Handle, opened)
        );
        return Page();
    }

    public async Task LoadAsync() => Organisation = await organisations.NameAsync(Handle.Account.OrganisationId);

    internal string Words(string kind) => TimelineTexts.For(texts, localizers, kind);

    private string Names(Compartment compartments) =>
        string.Join(", ", Compartments.Each(compartments).Select(c => localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{c}"].Value));
}
