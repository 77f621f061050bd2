using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <param name="HasApp">An authenticator app can give the second factor.</param>
/// <param name="HasPasskey">A passkey can.</param>
internal sealed record FirstFactor(Account Account, bool HasApp, bool HasPasskey);

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
    SignInThrottle throttle,
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

    /// <returns>The account whose password is right, and what can give its second factor.</returns>
    /// <exception cref="RefusedException">SignInRefused, always after the same time.</exception>
    public async Task<FirstFactor> WithPasswordAsync(string mail, string password, SignInOrigin origin)
    {
        var started = AnswerPace.Start();
        var account = await FindAsync(mail);
        var right = Verify(account, password);
        if (right && account is not null && MayTry(account, origin))
        {
            return await FactorsAsync(account);
        }

        await FailAsync(account, origin);
        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(AccountRefusals.SignInRefused);
    }

    /// <summary>What can give the account's second factor.</summary>
    public async Task<FirstFactor> FactorsAsync(Account account)
    {
        await using var db = contexts.CreateDbContext();
        return new FirstFactor(account, account.SecondFactorKey is not null, await db.Set<AccountPasskey>().AnyAsync(p => p.AccountId == account.Id));
    }

    /// <summary>Accepts a code of the authenticator app once, and records the sign-in.</summary>
    /// <param name="first">How the first factor was shown.</param>
    /// <exception cref="RefusedException">CodeRefused: wrong, old, used before, or too many attempts.</exception>
    public async Task<NewSession> WithCodeAsync(Guid accountId, string code, SignInMethod first, SignInOrigin origin)
    {
        var (method, actor) = (
            first == SignInMethod.ExternalOnly ? SignInMethod.ExternalAndCode : SignInMethod.PasswordAndCode,
            await RequireCodeAsync(accountId, code, origin, "Code")
        );
        NewSession? opened = null;
        await operations.RunAsync(
            NewId(),
            Streams.Account(accountId),
            "SignIn",
            actor,
            async work =>
            {
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                TakeCode(account, code, "Code");
                opened = await SucceedAsync(work, account, method, origin);
            }
        );
        return opened!;
    }

    /// <summary>Takes a code as a fresh proof within a session.</summary>
    /// <exception cref="RefusedException">CodeRefused.</exception>
    public async Task ProveByCodeAsync(Guid accountId, string code, SignInOrigin origin)
    {
        var actor = await RequireCodeAsync(accountId, code, origin, "Code");
        await operations.RunAsync(
            NewId(),
            Streams.Account(accountId),
            "Prove",
            actor,
            async work =>
            {
                TakeCode(await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId), code, "Code");
                work.Record(new ProvedAgain(accountId, SignInMethod.PasswordAndCode));
            }
        );
        throttle.Succeeded(accountId, origin);
    }

    /// <summary>Asks for the code of the app in use before it is replaced. Wrong codes count as at sign-in.</summary>
    /// <exception cref="RefusedException">CodeRefused: wrong, or too many attempts. Nothing where no app is in use.</exception>
    public async Task RequireCurrentCodeAsync(Guid accountId, string? code, SignInOrigin origin)
    {
        await using var db = contexts.CreateDbContext();
        if (await db.Set<Account>().AnyAsync(a => a.Id == accountId && a.SecondFactorKey != null))
        {
            await RequireCodeAsync(accountId, code ?? "", origin, "CurrentCode");
        }
    }

    /// <summary>A sign-in that asks for nothing more: before the second factor is set up, or in the demo.</summary>
    public async Task<NewSession> RecordAsync(Account account, SignInMethod method, SignInOrigin origin)
    {
        NewSession? opened = null;
        await operations.RunAsync(
            NewId(),
            Streams.Account(account.Id),
            "SignIn",
            new Actor(account.Id, account.DisplayName),
            async work => opened = await SucceedAsync(work, await work.Db.Set<Account>().FirstAsync(a => a.Id == account.Id), method, origin)
        );
        return opened!;
    }

    /// <summary>Counts a failure. From unknown devices, all networks together, a known account stands still for a growing time.</summary>
    public async Task FailAsync(Account? account, SignInOrigin origin)
    {
        var counts = account is not null && MayTry(account, origin);
        throttle.Failed(account?.Id, origin);
        if (!counts)
        {
            return;
        }

        await operations.RunAsync(
            NewId(),
            Streams.Account(account!.Id),
            "SignInFailed",
            Actor.System("SignIn"),
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == account.Id);
                if (!origin.IsKnownTo(row.Id))
                {
                    row.AccessFailedCount++;
                    var pause = SignInLock.AfterFromAnywhere(row.AccessFailedCount);
                    row.LockedUntil = pause > TimeSpan.Zero ? work.Now + pause : null;
                }

                work.Record(new SignInFailed(row.Id, row.AccessFailedCount));
            }
        );
    }

    /// <summary>Counts an attempt of a network that names no account.</summary>
    public void CountAttempt(SignInOrigin origin) => throttle.Failed(null, origin);

    /// <summary>Whether the account may be tried from there at all now.</summary>
    public bool MayTry(Account account, SignInOrigin origin) =>
        account.ClosedAt is null
        && throttle.MayTry(account.Id, origin)
        && (origin.IsKnownTo(account.Id) || !(account.LockedUntil > time.GetUtcNow().UtcDateTime));

    public async Task<Account?> FindAsync(string mail)
    {
        var normal = normaliser.NormalizeName(mail.Trim());
        await using var db = contexts.CreateDbContext();
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normal);
    }

    /// <summary>Within the operation of a sign-in: the failures are forgotten, and there is a session.</summary>
    public async Task<NewSession> SucceedAsync(OperationWork work, Account account, SignInMethod method, SignInOrigin origin)
    {
        throttle.Succeeded(account.Id, origin);
        account.AccessFailedCount = 0;
        account.LockedUntil = null;
        var session = await SessionRows.OpenAsync(work, account, method, origin.Browser);
        work.Record(new SignInSucceeded(account.Id, method, session.Row.Id));
        return session;
    }

    private async Task<Actor> RequireCodeAsync(Guid accountId, string code, SignInOrigin origin, string field)
    {
        var started = AnswerPace.Start();
        await using var db = contexts.CreateDbContext();
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId);
        if (account is not null && MayTry(account, origin) && StepOf(account, code) is not null)
        {
            return new Actor(account.Id, account.DisplayName);
        }

        await FailAsync(account, origin);
        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(AccountRefusals.CodeRefused, field);
    }

    // Looked at again inside the operation: of two who send the same code at once, one is too late.
    private void TakeCode(Account account, string code, string field) =>
        account.SecondFactorStep = StepOf(account, code) ?? throw new RefusedException(AccountRefusals.CodeRefused, field);

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

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    private static string PasswordOfNobody() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
