using Hemvag.Auditing;
using Hemvag.Jobs;

namespace Hemvag.Modules.Accounts;

/// <summary>
/// An account was closed or lost a role that works on cases. What it had taken on must not wait for nobody: a job asks whoever
/// knows of cases to find someone else.
/// </summary>
internal static class AccountLeft
{
    public const string JobKind = "AccountLeft";

    /// <summary>In the same save: either both stand or neither.</summary>
    public static void Schedule(OperationWork work, Guid accountId) =>
        work.Db.Add(Job.At(work.Now, JobKind, accountId, $"{JobKind}/{accountId:N}/{work.Id:N}"));
}
