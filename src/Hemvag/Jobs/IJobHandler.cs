namespace Hemvag.Jobs;

/// <summary>Does one kind of job. Effect and "done" are one save where the effect is in the database.</summary>
internal interface IJobHandler
{
    string Kind { get; }

    /// <returns>When to run again; null when it is done.</returns>
    Task<DateTime?> RunAsync(Job job, CancellationToken stop);

    /// <summary>Whether the row goes when the job is done, because its moment tells of a person.</summary>
    bool Forgets => false;
}
