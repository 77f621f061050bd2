namespace Hemvag.Auditing.Verification;

/// <summary>What the readers of one verification have found and counted together.</summary>
internal sealed class VerificationTally
{
    private readonly Lock gate = new();
    private readonly List<Finding> findings = [];
    private long operations;
    private long rows;
    private int streams;
    private int erased;

    public long Operations => Interlocked.Read(ref operations);

    public long Rows => Interlocked.Read(ref rows);

    public bool IsSound
    {
        get
        {
            lock (gate)
            {
                return findings.Count == 0;
            }
        }
    }

    public void Add(Finding finding)
    {
        lock (gate)
        {
            findings.Add(finding);
        }
    }

    public void AddRange(IEnumerable<Finding> found)
    {
        lock (gate)
        {
            findings.AddRange(found);
        }
    }

    public void CountOperation() => Interlocked.Increment(ref operations);

    public void CountRow() => Interlocked.Increment(ref rows);

    public void CountStream() => Interlocked.Increment(ref streams);

    public void CountErased() => Interlocked.Increment(ref erased);

    public (IReadOnlyList<Finding> Findings, VerifiedCounts Counts) Result()
    {
        lock (gate)
        {
            // By place, so that two runs over the same rows say the same.
            var ordered = findings.OrderBy(f => f.Stream, StringComparer.Ordinal).ThenBy(f => f.Row, StringComparer.Ordinal).ToList();
            return (ordered, new VerifiedCounts(streams, checked((int)operations), checked((int)rows), erased));
        }
    }
}
