namespace Hemvag.Auditing;

/// <summary>An operation in a second stream, in the save of the first: see <see cref="OperationWork.BesideAsync"/>.</summary>
internal sealed class OperationBeside(Guid id, string stream, string kind, StreamHead? head)
{
    private readonly List<IEvent> events = [];

    public Guid Id { get; } = id;

    public string Stream { get; } = stream;

    public string Kind { get; } = kind;

    /// <summary>Null for the first operation of its stream.</summary>
    public StreamHead? Head { get; } = head;

    public IReadOnlyList<IEvent> Events => events;

    public void Record(IEvent happened) => events.Add(happened);
}
