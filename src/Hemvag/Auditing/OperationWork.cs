using Hemvag.Data;

namespace Hemvag.Auditing;

/// <summary>One try of an operation: its own context, what it records. Rerunnable, so it keeps nothing outside itself.</summary>
internal sealed class OperationWork(HemvagDbContext db, Guid id, string stream, string kind, Actor actor, DateTime now)
{
    private readonly List<IEvent> events = [];

    public HemvagDbContext Db { get; } = db;

    public Guid Id { get; } = id;

    public string Stream { get; } = stream;

    public string Kind { get; } = kind;

    public Actor Actor { get; } = actor;

    /// <summary>UTC, the same for everything in the operation.</summary>
    public DateTime Now { get; } = now;

    public IReadOnlyList<IEvent> Events => events;

    public void Record(IEvent happened) => events.Add(happened);

    /// <summary>A new id that sorts by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
}
