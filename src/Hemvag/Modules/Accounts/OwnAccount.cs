using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>What people do with their own account: password, second factor, language.</summary>
internal sealed class OwnAccount(Operations operations, AccountManagers managers, AccountSecrets secrets, SignIns signIns, TimeProvider time)
{
    /// <summary>Uses up the one-time code and sets the password.</summary>
    /// <exception cref="RefusedException">PasswordCodeRefused (one answer for whatever is wrong), PasswordTooShort, PasswordTooCommon.</exception>
    public async Task SetPasswordAsync(Guid operationId, string mail, string code, string password, IPAddress? network)
    {
        PasswordRule.Require(password, "Password");
        var started = AnswerPace.Start();
        var account = await signIns.FindAsync(mail);
        if (account is null || !signIns.MayTry(account, network) || !CodeFits(account, code))
        {
            await signIns.FailAsync(account, network);
            await AnswerPace.EvenOutAsync(started);
            throw new RefusedException(AccountRefusals.PasswordCodeRefused);
        }

        await operations.RunAsync(
            operationId,
            Streams.Account(account.Id),
            "SetPassword",
            new Actor(account.Id, account.DisplayName),
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == account.Id);
                if (!CodeFits(row, code))
                {
                    throw new RefusedException(AccountRefusals.PasswordCodeRefused);
                }

                var users = managers.Over(work.Db);
                await users.RemovePasswordAsync(row);
                await users.AddPasswordAsync(row, password);
                row.PasswordCodeHash = null;
                row.PasswordCodeEndsAt = null;
                row.AccessFailedCount = 0;
                work.Record(new PasswordSet(row.Id));
            }
        );
    }

    /// <summary>Takes a new authenticator app into use once it has shown a right code. Other sessions of the account end.</summary>
    /// <param name="sealedKey">From <see cref="ProposeKey"/>, as the form carried it.</param>
    /// <param name="currentCode">Of the app in use, when there is one.</param>
    /// <param name="network">Where it comes from: wrong codes are counted and slowed as at sign-in.</param>
    /// <exception cref="RefusedException">CodeRefused, with the field that is wrong.</exception>
    public async Task<Account> SetSecondFactorAsync(
        Guid operationId,
        Actor by,
        Guid accountId,
        string sealedKey,
        string code,
        string? currentCode,
        IPAddress? network
    )
    {
        await signIns.RequireCurrentCodeAsync(accountId, currentCode, network);
        Account? changed = null;
        await operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "SetSecondFactor",
            by,
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                var replaced = row.SecondFactorKey is not null;
                if (replaced && (currentCode is null || StepOf(row.Id, row.SecondFactorKey!, currentCode, row.SecondFactorStep) is null))
                {
                    throw new RefusedException(AccountRefusals.CodeRefused, "CurrentCode");
                }

                var envelope = Read(sealedKey) ?? throw new RefusedException(AccountRefusals.CodeRefused, "Code");
                row.SecondFactorStep = StepOf(row.Id, envelope, code, null) ?? throw new RefusedException(AccountRefusals.CodeRefused, "Code");
                row.SecondFactorKey = envelope;
                await managers.Over(work.Db).UpdateSecurityStampAsync(row);
                work.Record(new SecondFactorSet(row.Id, replaced));
                if (replaced)
                {
                    await OwnerNotice.TellAsync(work, row.Id, nameof(SecondFactorSet));
                }

                changed = row;
            }
        );
        return changed ?? throw new RefusedException(AccountRefusals.CodeRefused, "Code");
    }

    /// <summary>Signs out: every session of the account ends at its next request, on this device and on any other.</summary>
    public Task EndSessionsAsync(Actor by, Guid accountId) =>
        operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Account(accountId),
            "SignOut",
            by,
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                await managers.Over(work.Db).UpdateSecurityStampAsync(row);
                work.Record(new SignedOut(accountId));
            }
        );

    /// <summary>A fresh key that becomes the account's when its first code is right; sealed, so that the form can carry it.</summary>
    public string ProposeKey(Guid accountId) => Convert.ToBase64String(secrets.Seal(accountId, TimeCodes.NewKey()));

    /// <summary>The proposed key in clear, to show; null when the form's field was tampered with.</summary>
    public byte[]? ReadKey(Guid accountId, string? sealedKey) => Read(sealedKey ?? "") is { } envelope ? secrets.Open(accountId, envelope) : null;

    public Task ChooseLanguageAsync(Guid operationId, Actor by, Guid accountId, string language) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "ChooseLanguage",
            by,
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                work.Record(new LanguageChosen(row.Id, row.Language, language));
                row.Language = language;
            }
        );

    private bool CodeFits(Account account, string code) =>
        account.PasswordCodeHash is { } hash
        && account.PasswordCodeEndsAt > time.GetUtcNow().UtcDateTime
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(hash, PasswordCode.Hash(code));

    private long? StepOf(Guid accountId, byte[] envelope, string code, long? lastAccepted) =>
        secrets.Open(accountId, envelope) is { } key ? TimeCodes.Match(key, code, time.GetUtcNow(), lastAccepted) : null;

    private static byte[]? Read(string sealedKey)
    {
        var bytes = new byte[sealedKey.Length];
        return Convert.TryFromBase64String(sealedKey, bytes, out var length) ? bytes[..length] : null;
    }
}
