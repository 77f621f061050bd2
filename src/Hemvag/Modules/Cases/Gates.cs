using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>What must be true before an act. Modules above register theirs; a fact is never stopped by one.</summary>
internal interface IGate
{
    GateKind Kind { get; }

    Task<GateState> CheckAsync(GateContext context);
}

/// <summary>How a gate stands now.</summary>
/// <param name="Detail">Key of the sentence in <paramref name="Texts"/> that says what is missing, or how it was met.</param>
/// <param name="Page">The page of the case where it is settled, as the last part of its address.</param>
internal sealed record GateState(GateKind Kind, bool Met, string Detail, Type Texts, string Page, params object[] Args);

/// <summary>What a gate looks at.</summary>
/// <param name="Today">The date in the zone of the one who acts.</param>
internal sealed record GateContext(HemvagDbContext Db, Case Case, ProgrammeVersion Programme, IReadOnlySet<MilestoneKind> Reached, DateOnly Today)
{
    private List<(ConsentPurpose Purpose, Guid OrganisationId)>? live;

    /// <summary>Purposes and recipients of the consents that are live today; read once.</summary>
    public async Task<IReadOnlyList<(ConsentPurpose Purpose, Guid OrganisationId)>> LiveConsentsAsync()
    {
        if (live is null)
        {
            var rows = await Db.Set<Consent>()
                .AsNoTracking()
                .Where(c => c.CaseId == Case.Id && c.WithdrawnAt == null && c.StartsOn <= Today && (c.EndsOn == null || c.EndsOn >= Today))
                .Join(Db.Set<ConsentRecipient>(), c => c.Id, r => r.ConsentId, (c, r) => new { c.Purpose, r.OrganisationId })
                .ToListAsync();
            live = [.. rows.Select(r => (r.Purpose, r.OrganisationId))];
        }

        return live;
    }
}

/// <summary>Asks the gates of a milestone in the order of the programme.</summary>
internal sealed class GateBoard(IEnumerable<IGate> gates)
{
    private readonly Dictionary<GateKind, IGate> known = gates.ToDictionary(g => g.Kind);

    public async Task<IReadOnlyList<GateState>> CheckAsync(MilestoneKind milestone, GateContext context)
    {
        var table = new MilestoneTable(context.Programme);
        var states = new List<GateState>();
        foreach (var kind in table.Gates(milestone))
        {
            states.Add(await known[kind].CheckAsync(context));
        }

        return states;
    }

    /// <summary>True when every gate the programmes name has someone who answers for it; checked at start.</summary>
    public bool Covers(IEnumerable<GateKind> kinds) => kinds.All(known.ContainsKey);
}
