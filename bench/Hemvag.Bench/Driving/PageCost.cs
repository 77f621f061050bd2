namespace Hemvag.Bench.Driving;

/// <summary>What one page cost on one server, over all its turns.</summary>
internal sealed class PageCost(string name)
{
    private readonly List<double> milliseconds = [];
    private CpuTimes cpu = CpuTimes.None;

    public string Name => name;

    public TimeSpan Wall { get; private set; }

    public int Queries { get; private set; }

    public int Requests => milliseconds.Count;

    /// <summary>Milliseconds of one request in the product's process.</summary>
    public double Application => cpu.Application.TotalMilliseconds / Requests;

    /// <summary>Milliseconds of one request in PostgreSQL's processes; none for SQLite, which runs inside the product's.</summary>
    public double Database => cpu.Database.TotalMilliseconds / Requests;

    public double Cpu => Application + Database;

    public double PerSecond => Requests / Wall.TotalSeconds;

    public double P95 => milliseconds.Order().ElementAt((int)(Requests * 0.95));

    public void Add(CpuTimes used, TimeSpan elapsed, IEnumerable<RequestTime> requests)
    {
        cpu += used;
        Wall += elapsed;
        foreach (var request in requests)
        {
            milliseconds.Add(request.Elapsed.TotalMilliseconds);
            Queries = Math.Max(Queries, request.Queries);
        }
    }
}

/// <param name="Queries">Commands that the request sent to the database.</param>
internal sealed record RequestTime(TimeSpan Elapsed, int Queries);

/// <summary>Processor time of the product's process, and of the database's processes where it has its own.</summary>
internal sealed record CpuTimes(TimeSpan Application, TimeSpan Database)
{
    public static CpuTimes None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public static CpuTimes operator +(CpuTimes a, CpuTimes b) => new(a.Application + b.Application, a.Database + b.Database);

    public static CpuTimes operator -(CpuTimes a, CpuTimes b) => new(a.Application - b.Application, a.Database - b.Database);
}
