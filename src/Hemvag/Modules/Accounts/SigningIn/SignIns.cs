using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.SecondFactor;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>
/// Checks passwords and codes. Whatever is wrong (the password, the address, a closed account, too many attempts) the answer
/// is the same and takes the same time.
/// </summary>
internal sealed class SignIns(
    IDbContextFactory<HemvagDbContext> contexts,
    Operations operations,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normaliser,
    AccountSecrets secrets,
    NetworkThrottle throttle,
    TimeProvider time
)
{
    private static readonly Account Nobody = new()
    {
        DisplayName = "",
        OrganisationId = Guid.Empty,
        Language = "sv",
        CreatedAt = DateTime.UnixEpoch,
    };

    // Of the same cost as a real one: an unknown address must not be answered sooner.
    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword(Nobody, PasswordOfNobody()));

    /// <returns>The account whose password is right.</returns>
    /// <exception cref="RefusedException">SignInRefused, always after the same time.</exception>
    public async Task<Account> WithPasswordAsync(string mail, string password, IPAddress? network)
    {
        var started = AnswerPace.Start();
        var account = await FindAsync(mail);
        var right = Verify(account, password);
        if (right && account is not null && MayTry(account, network))
        {
            return account;
        }

        await FailAsync(account, network);
        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(AccountRefusals.SignInRefused);
    }

    /// <summary>Accepts a code of the authenticator app once, and records the sign-in.</summary>
    /// <exception cref="RefusedException">CodeRefused: wrong, old, used before, or too many attempts.</exception>
    public async Task<Account> WithCodeAsync(Guid accountId, string code, IPAddress? network)
    {
        var started = AnswerPace.Start();
        Account? accepted = null;
        Actor actor;
        await using (var db = contexts.CreateDbContext())
        {
            var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId);
            if (account is null || !MayTry(account, network) || StepOf(account, code) is null)
            {
                await FailAsync(account, network);
                await AnswerPace.EvenOutAsync(started);
                throw new RefusedException(AccountRefusals.CodeRefused, "Code");
            }

            actor = new Actor(account.Id, account.DisplayName);
        }

        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Account(accountId),
            "SignIn",
            actor,
            async work =>
            {
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                // Looked at again inside the operation: of two who send the same code at once, one is too late.
                account.SecondFactorStep = StepOf(account, code) ?? throw new RefusedException(AccountRefusals.CodeRefused, "Code");
                Succeed(account, work, SignInMethod.PasswordAndCode);
                accepted = account;
            }
        );
        return accepted!;
    }

    /// <summary>Asks for the code of the app in use before it is replaced. Wrong codes count as at sign-in.</summary>
    /// <exception cref="RefusedException">CodeRefused: wrong, or too many attempts. Nothing where no app is in use.</exception>
    public async Task RequireCurrentCodeAsync(Guid accountId, string? code, IPAddress? network)
    {
        var started = AnswerPace.Start();
        await using var db = contexts.CreateDbContext();
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == accountId);
        if (account.SecondFactorKey is null || (code is not null && MayTry(account, network) && StepOf(account, code) is not null))
        {
            return;
        }

        await FailAsync(account, network);
        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(AccountRefusals.CodeRefused, "CurrentCode");
    }

    /// <summary>A sign-in that needs no code: before the second factor is set up, or in the demo.</summary>
    public async Task RecordAsync(Account account, SignInMethod method) =>
        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Account(account.Id),
            "SignIn",
            new Actor(account.Id, account.DisplayName),
            async work => Succeed(await work.Db.Set<Account>().FirstAsync(a => a.Id == account.Id), work, method)
        );

    /// <summary>Counts a failure of a known account and lets it stand still for a growing time.</summary>
    public async Task FailAsync(Account? account, IPAddress? network)
    {
        throttle.Failed(network);
        if (account is null || account.ClosedAt is not null || account.LockedUntil > Now)
        {
            return;
        }

        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Account(account.Id),
            "SignInFailed",
            Actor.System("SignIn"),
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == account.Id);
                row.AccessFailedCount++;
                var pause = SignInLock.After(row.AccessFailedCount);
                row.LockedUntil = pause > TimeSpan.Zero ? work.Now + pause : null;
                work.Record(new SignInFailed(row.Id, row.AccessFailedCount));
            }
        );
    }

    /// <summary>Whether this account and network may try at all now.</summary>
    public bool MayTry(Account account, IPAddress? network) => account.ClosedAt is null && !(account.LockedUntil > Now) && !throttle.IsFull(network);

    public async Task<Account?> FindAsync(string mail)
    {
        var normal = normaliser.NormalizeName(mail.Trim());
        await using var db = contexts.CreateDbContext();
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normal);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private bool Verify(Account? account, string password)
    {
        var hash = account?.PasswordHash ?? nobodysHash.Value;
        var result = hasher.VerifyHashedPassword(account ?? Nobody, hash, password);
        return account?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    private long? StepOf(Account account, string code) =>
        account.SecondFactorKey is { } envelope && secrets.Open(account.Id, envelope) is { } key
            ? TimeCodes.Match(key, code, time.GetUtcNow(), account.SecondFactorStep)
            : null;

    private static void Succeed(Account account, OperationWork work, SignInMethod method)
    {
        account.AccessFailedCount = 0;
        account.LockedUntil = null;
        work.Record(new SignInSucceeded(account.Id, method));
    }

    private static string PasswordOfNobody() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
