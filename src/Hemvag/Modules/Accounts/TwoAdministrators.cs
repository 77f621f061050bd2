using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <param name="By">Null when the system asked.</param>
internal sealed record SecondFactorRemoval(Guid? By, DateTime AskedAt);

/// <summary>
/// Nobody takes an account over alone: one administrator asks for the removal of a second factor, another one does it, and neither of
/// them hands out the code that sets the password. Read from the account's chained stream, so that it can't be forged in the database.
/// </summary>
internal static class TwoAdministrators
{
    public const string Asking = "AskSecondFactorReset";
    public const string Removing = "ResetSecondFactor";
    public const string IssuingCode = "IssuePasswordCode";

    /// <summary>So long a request stands, and so long who did one thing is kept from the other.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    /// <summary>After any of these by someone else, an administrator could be that someone under another name.</summary>
    private static readonly string[] MakesAnew = ["CreateAccount", "SetRoles", IssuingCode, Removing];

    /// <summary>A request that waits for another administrator; null when none does.</summary>
    public static async Task<SecondFactorRemoval?> WaitingAsync(HemvagDbContext db, Guid accountId, DateTime now)
    {
        var stream = Streams.Account(accountId);
        var last = await db.Set<Operation>()
            .AsNoTracking()
            .Where(o => o.Stream == stream && (o.Kind == Asking || o.Kind == Removing || o.Kind == "SetSecondFactor"))
            .OrderByDescending(o => o.Version)
            .Select(o => new
            {
                o.Kind,
                o.AccountId,
                o.At,
            })
            .FirstOrDefaultAsync();
        return last is { Kind: Asking } && last.At > now - Apart ? new SecondFactorRemoval(last.AccountId, last.At) : null;
    }

    /// <exception cref="RefusedException">AdministratorTooNew or SecondFactorAndCode.</exception>
    public static async Task RequireMayRemoveAsync(OperationWork work, Guid accountId)
    {
        if (work.Actor.AccountId is not { } by)
        {
            return;
        }

        var since = work.Now - Apart;
        var own = Streams.Account(by);
        if (await work.Db.Set<Operation>().AnyAsync(o => o.Stream == own && o.At > since && o.AccountId != null && MakesAnew.Contains(o.Kind)))
        {
            throw new RefusedException(AccountRefusals.AdministratorTooNew);
        }

        string[] gaveCode = ["CreateAccount", IssuingCode];
        await RefuseAsync(work, accountId, by, since, gaveCode);
    }

    /// <exception cref="RefusedException">SecondFactorAndCode.</exception>
    public static async Task RequireMayIssueCodeAsync(OperationWork work, Account account)
    {
        if (work.Actor.AccountId is { } by)
        {
            // As long as no new app is set up, the removal is as fresh as on its first day.
            var since = account.SecondFactorKey is null ? DateTime.UnixEpoch : work.Now - Apart;
            await RefuseAsync(work, account.Id, by, since, [Asking, Removing]);
        }
    }

    private static async Task RefuseAsync(OperationWork work, Guid accountId, Guid by, DateTime since, string[] kinds)
    {
        var stream = Streams.Account(accountId);
        if (await work.Db.Set<Operation>().AnyAsync(o => o.Stream == stream && o.AccountId == by && o.At > since && kinds.Contains(o.Kind)))
        {
            throw new RefusedException(AccountRefusals.SecondFactorAndCode);
        }
    }
}
