using System.Globalization;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Overview;

[Needs(CaseAction.SeeCase)]
internal sealed class OverviewModel(
    OverviewQueries queries,
    ProgrammeCatalogue programmes,
    OrganisationQueries organisations,
    IEnumerable<TimelineTexts> texts,
    IStringLocalizerFactory localizers
) : CasePageModel
{
    private readonly Dictionary<Guid, string> names = [];

    internal int Skip { get; private set; }

    internal MilestoneDefinition? Next { get; private set; }

    internal IReadOnlyList<GateState> Gates { get; private set; } = [];

    internal IReadOnlyList<TimelineLine> Timeline { get; private set; } = [];

    internal IReadOnlyList<Seer> Seers { get; private set; } = [];

    internal int GatesMet => Gates.Count(g => g.Met);

    /// <summary>What has happened is recorded all the same.</summary>
    internal bool IsFactWithOpenGates => Next is { Nature: MilestoneNature.Fact } && GatesMet < Gates.Count;

    internal bool MaySetNext => Next is not null && Case.State == CaseState.Open && Next.Roles.Any(Handle.Roles.Contains);

    public async Task<IActionResult> OnGetAsync(string? skip)
    {
        // An address that cannot be read is wrong; it never means "from the start".
        var older = 0;
        if (skip is not null && (!int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out older) || older > 1_000_000))
        {
            return BadRequest();
        }

        Skip = older;
        var table = new MilestoneTable(programmes.Get(Case.ProgrammeId));
        Next = Case.Next is { } next ? table.Row(next) : null;
        Gates = await queries.NextGatesAsync(Handle);
        Timeline = await queries.TimelineAsync(Handle, Skip);
        Seers = await queries.SeersAsync(Handle);
        foreach (var id in Seers.Select(s => s.OrganisationId).Distinct())
        {
            names[id] = await organisations.NameAsync(id);
        }

        return Page();
    }

    internal string OrganisationName(Guid id) => names.GetValueOrDefault(id, "");

    internal string Words(string kind) => TimelineTexts.For(texts, localizers, kind);

    /// <summary>What the gate found; nothing to those who may not see where it was found.</summary>
    internal string? Detail(GateState gate) =>
        CaseTabs.MaySee(Handle, gate.Page) ? localizers.Create(gate.Texts)[gate.Detail, gate.Args].Value : null;

    internal string? PageOf(MilestoneKind next) =>
        CaseTabs.MaySee(Handle, CaseLinks.PageOf(next)) ? CaseLinks.To(Handle.CaseId, CaseLinks.PageOf(next)) : null;

    internal string? PageOf(GateState gate) => CaseTabs.MaySee(Handle, gate.Page) ? CaseLinks.To(Handle.CaseId, gate.Page) : null;

    /// <summary>An open gate's link names the act; a met one's says "show".</summary>
    internal string? LinkText(GateState gate)
    {
        var text = localizers.Create(gate.Texts)[gate.Detail + ".Link", gate.Args];
        return gate.Met || text.ResourceNotFound ? null : text.Value;
    }

    internal string Sees(Role role)
    {
        var words = localizers.Create(typeof(ProgrammesTexts));
        return string.Join(", ", Compartments.Each(CasePermissions.CompartmentsFor(role)).Select(c => words[$"Compartment.{c}"].Value)) + ".";
    }
}
