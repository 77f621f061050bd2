using System.Globalization;
using Hemvag.Modules.Cases.Colleagues;
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

    /// <summary>The next date the reader may see.</summary>
    internal DateOnly? NextDueOn { get; private set; }

    /// <summary>Everyone is shown; else those in Sweden are left out.</summary>
    internal bool ShowsEveryone => SeerSight.SeesPartners(Handle.Roles);

    /// <summary>The case waits for the reader or a colleague to take it on.</summary>
    internal bool Waits =>
        Case.ClosedAt is null
        && Handle.May(CaseAction.TakeOn)
        && Seers.Any(s => s.AccountId is null && s.OrganisationId == Handle.Account.OrganisationId && TakingOn.Concerns(s.Role));

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
        (Seers, NextDueOn) = await queries.SeersAsync(Handle);
        foreach (var id in Seers.Where(s => SeerSight.Names(Handle, s.OrganisationId, s.Role)).Select(s => s.OrganisationId).Distinct())
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

    internal string? PageOf(MilestoneKind next) => CaseTabs.MaySee(Handle, AddressOf(next)) ? CaseLinks.To(Handle.CaseId, AddressOf(next)) : null;

    internal string AddressOf(MilestoneKind next) => CaseLinks.PageOf(next, Case.Kind);

    internal string? PageOf(GateState gate) => CaseTabs.MaySee(Handle, gate.Page) ? CaseLinks.To(Handle.CaseId, gate.Page) : null;

    /// <summary>An open gate's link names the act; a met one's says "show".</summary>
    internal string? LinkText(GateState gate)
    {
        var text = localizers.Create(gate.Texts)[gate.Detail + ".Link", gate.Args];
        return gate.Met || text.ResourceNotFound ? null : text.Value;
    }

    /// <summary>The person, else the organisation, else what they are.</summary>
    internal string Who(Seer seer) =>
        seer.Name
        ?? (
            OrganisationName(seer.OrganisationId) is { Length: > 0 } known
                ? known
                : localizers.Create(typeof(ProgrammesTexts))[$"Role.{seer.Role}"].Value
        );

    /// <summary>What they do and where; where alone tells the country, it is left out for those who may not see the journey.</summary>
    internal string Place(Seer seer, string role)
    {
        var place = OrganisationName(seer.OrganisationId);
        return place.Length == 0 ? role : $"{role}, {place}";
    }

    internal string Sees(Seer seer)
    {
        if (!seer.Sees || seer.Compartments == Compartment.None)
        {
            return localizers.Create(typeof(CasesTexts))[seer.Sees ? "Seers.NothingSealed" : "Seers.Nothing"].Value;
        }

        var words = localizers.Create(typeof(ProgrammesTexts));
        return string.Join(", ", Compartments.Each(seer.Compartments).Select(c => words[$"Compartment.{c}"].Value)) + ".";
    }
}
