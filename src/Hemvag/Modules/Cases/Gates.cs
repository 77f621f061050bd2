using System.Linq.Expressions;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Hemvag.Modules.Cases;

/// <summary>What must be true before an act. Modules above register theirs; a fact is never stopped by one.</summary>
internal interface IGate
{
    GateKind Kind { get; }

    /// <summary>
    /// What it looks at, read from the case it is given: the gates of a milestone are read together, by one query.
    /// What does not start from that case would be a query of its own.
    /// </summary>
    LambdaExpression Looks(GateContext context);

    /// <param name="seen">What <see cref="Looks"/> found.</param>
    GateState State(GateContext context, object? seen);
}

/// <summary>A gate by what it looks at.</summary>
internal abstract class Gate<TSeen>(GateKind kind) : IGate
{
    public GateKind Kind => kind;

    protected abstract Expression<Func<Case, TSeen>> Looks(GateContext context);

    protected abstract GateState State(GateContext context, TSeen seen);

    /// <summary>Met by what had happened before the case was entered here, of which only the day is known.</summary>
    protected GateState MetBefore(string page) => new(Kind, true, "GateDetail.MetBefore", typeof(CasesTexts), page);

    LambdaExpression IGate.Looks(GateContext context) => Looks(context);

    GateState IGate.State(GateContext context, object? seen) => State(context, (TSeen)seen!);
}

/// <summary>How a gate stands now.</summary>
/// <param name="Detail">Key of the sentence in <paramref name="Texts"/> that says what is missing, or how it was met.</param>
/// <param name="Page">The page of the case where it is settled, as the last part of its address.</param>
internal sealed record GateState(GateKind Kind, bool Met, string Detail, Type Texts, string Page, params object[] Args)
{
    /// <summary>Open because someone has said no, not because it has not been asked yet.</summary>
    public bool SaidNo { get; init; }

    /// <summary>False where it asks about something this case does not have, as of children where none travels along: it is met, and nobody is told of it.</summary>
    public bool Concerns { get; init; } = true;
}

/// <summary>What a gate looks at.</summary>
/// <param name="Today">The date in the zone of the one who acts.</param>
internal sealed record GateContext(HemvagDbContext Db, Case Case, ProgrammeVersion Programme, IReadOnlySet<MilestoneKind> Reached, DateOnly Today)
{
    /// <summary>Whether the milestone was entered as history: what it rested on then lies on paper.</summary>
    public bool HappenedBefore(MilestoneKind kind) => Case.PastSet.Contains(kind);

    /// <summary>Those whom consents for a purpose name that are live today, in every case.</summary>
    public IQueryable<ConsentRecipient> NamedFor(ConsentPurpose purpose) =>
        Db.Set<Consent>()
            .Where(c => c.Purpose == purpose)
            .Where(c => c.WithdrawnAt == null && c.StartsOn <= Today && (c.EndsOn == null || c.EndsOn >= Today))
            .Join(Db.Set<ConsentRecipient>(), c => c.Id, r => r.ConsentId, (c, r) => r);
}

/// <summary>Asks the gates of a milestone in the order of the programme.</summary>
internal sealed class GateBoard(IEnumerable<IGate> gates)
{
    private readonly Dictionary<GateKind, IGate> known = gates.ToDictionary(g => g.Kind);

    /// <summary>What every closing asks whatever the programme's table says: nobody sees a closed case, and a child is never left between two authorities.</summary>
    public static readonly IReadOnlyList<GateKind> Closing = [GateKind.MoneySettled, GateKind.NothingBooked, GateKind.TakingOverConfirmed];

    /// <summary>Gates that are asked whatever the programme's table says.</summary>
    public static readonly IReadOnlyList<GateKind> AlwaysAsked = [GateKind.Eligible, .. Closing];

    public Task<IReadOnlyList<GateState>> CheckAsync(MilestoneKind milestone, GateContext context) =>
        CheckAsync(new MilestoneTable(context.Programme).Gates(milestone), context);

    /// <summary>How the gates of these kinds stand, in their order.</summary>
    public async Task<IReadOnlyList<GateState>> CheckAsync(IEnumerable<GateKind> kinds, GateContext context)
    {
        var asked = kinds.Distinct().Select(kind => known[kind]).ToList();
        return asked.Count == 0 ? [] : await CheckAsync(asked, context);
    }

    /// <summary>How those of these gates that concern the case stand, in their order.</summary>
    public static async Task<IReadOnlyList<GateState>> CheckAsync(IReadOnlyList<IGate> gates, GateContext context)
    {
        var seen = await context
            .Db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == context.Case.Id)
            .Select(Together(gates.Select(g => g.Looks(context))))
            .AsSingleQuery()
            .FirstAsync();
        return [.. gates.Zip(seen.Skip(1), (gate, found) => gate.State(context, found)).Where(state => state.Concerns)];
    }

    // c => new object[] { c.Id, what the first looks at in c, what the second looks at in c, … }
    // The id, since an array of nothing but values known beforehand is no query.
    private static Expression<Func<Case, object[]>> Together(IEnumerable<LambdaExpression> looks)
    {
        var @case = Expression.Parameter(typeof(Case), "c");
        var id = Expression.Property(@case, nameof(Case.Id));
        var parts = looks
            .Select(look => ReplacingExpressionVisitor.Replace(look.Parameters[0], @case, look.Body))
            .Prepend(id)
            .Select(part => Expression.Convert(part, typeof(object)));
        return Expression.Lambda<Func<Case, object[]>>(Expression.NewArrayInit(typeof(object), parts), @case);
    }

    /// <summary>True when every gate the programmes name has someone who answers for it; checked at start.</summary>
    public bool Covers(IEnumerable<GateKind> kinds) => kinds.All(known.ContainsKey);
}
