namespace Hemvag.Auditing;

/// <summary>Who does something: an account, or the system itself (a job, the start).</summary>
/// <param name="AccountId">Null for the system.</param>
/// <param name="Name">The account's name as it stood then, so that a trail reads without the account; or the job's name.</param>
internal sealed record Actor(Guid? AccountId, string Name)
{
    public static Actor System(string job) => new(null, job);
}
