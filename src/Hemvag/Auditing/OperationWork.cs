using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing;

/// <summary>One try of an operation: its own context, what it records. Rerunnable, so it keeps nothing outside itself.</summary>
internal sealed class OperationWork(HemvagDbContext db, Guid id, string stream, string kind, Actor actor, DateTime now)
{
    private readonly List<IEvent> events = [];
    private readonly List<OperationBeside> besides = [];

    public HemvagDbContext Db { get; } = db;

    public Guid Id { get; } = id;

    public string Stream { get; } = stream;

    public string Kind { get; } = kind;

    public Actor Actor { get; } = actor;

    /// <summary>UTC, the same for everything in the operation.</summary>
    public DateTime Now { get; } = now;

    public IReadOnlyList<IEvent> Events => events;

    /// <summary>What the same save does in other streams.</summary>
    public IReadOnlyList<OperationBeside> Besides => besides;

    public void Record(IEvent happened) => events.Add(happened);

    /// <summary>
    /// An operation in another stream that is saved with this one or not at all. Called before the rows of that stream are read, so that
    /// what someone else does there meanwhile is a conflict and the work runs again.
    /// </summary>
    public async Task<OperationBeside> BesideAsync(string stream, string kind)
    {
        var head = await Db.Set<StreamHead>().FirstOrDefaultAsync(h => h.Stream == stream);
        var beside = new OperationBeside(NewId(), stream, kind, head);
        besides.Add(beside);
        return beside;
    }

    /// <summary>A new id that sorts by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
}
