using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>What people do with their own account: password, second factor, language.</summary>
internal sealed class OwnAccount(Operations operations, AccountManagers managers, AccountSecrets secrets, SignIns signIns, TimeProvider time)
{
    /// <summary>Takes a new authenticator app into use once it has shown a right code. Other sessions of the account end.</summary>
    /// <param name="sealedKey">From <see cref="ProposeKey"/>, as the form carried it.</param>
    /// <param name="currentCode">Of the app in use, when there is one.</param>
    /// <param name="proved">A factor has just been shown again: the code of the app in use is not asked for.</param>
    /// <param name="origin">Where it comes from: wrong codes are counted and slowed as at sign-in.</param>
    /// <exception cref="RefusedException">CodeRefused, with the field that is wrong.</exception>
    public async Task<NewSession> SetSecondFactorAsync(
        Guid operationId,
        Actor by,
        Guid accountId,
        string sealedKey,
        string code,
        string? currentCode,
        bool proved,
        SignInOrigin origin
    )
    {
        if (!proved)
        {
            await signIns.RequireCurrentCodeAsync(accountId, currentCode, origin);
        }

        NewSession? changed = null;
        await operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "SetSecondFactor",
            by,
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                var replaced = row.SecondFactorKey is not null;
                if (replaced && !proved && (currentCode is null || StepOf(row.Id, row.SecondFactorKey!, currentCode, row.SecondFactorStep) is null))
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

                await SessionRows.EndAllAsync(work, row.Id);
                changed = await SessionRows.OpenAsync(work, row, SignInMethod.PasswordAndCode, origin.Browser);
            }
        );
        return changed ?? throw new RefusedException(AccountRefusals.CodeRefused, "Code");
    }

    /// <summary>Chooses a new password within a session. Every other session ends.</summary>
    /// <exception cref="RefusedException">PasswordTooShort, PasswordTooCommon.</exception>
    public async Task<NewSession?> ChangePasswordAsync(
        Guid operationId,
        Actor by,
        Guid accountId,
        string password,
        CurrentSession session,
        BrowserSeen browser
    )
    {
        PasswordRule.Require(password, "Password");
        NewSession? opened = null;
        await operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "ChangePassword",
            by,
            async work =>
            {
                var row = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                var users = managers.Over(work.Db);
                await users.RemovePasswordAsync(row);
                await users.AddPasswordAsync(row, password);
                await SessionRows.EndAllAsync(work, accountId);
                opened = await SessionRows.OpenAsync(work, row, session.Method, browser);
                work.Record(new PasswordSet(accountId));
                await OwnerNotice.TellAsync(work, accountId, nameof(PasswordSet));
            }
        );
        return opened;
    }

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

    private long? StepOf(Guid accountId, byte[] envelope, string code, long? lastAccepted) =>
        secrets.Open(accountId, envelope) is { } key ? TimeCodes.Match(key, code, time.GetUtcNow(), lastAccepted) : null;

    private static byte[]? Read(string sealedKey)
    {
        var bytes = new byte[sealedKey.Length];
        return Convert.TryFromBase64String(sealedKey, bytes, out var length) ? bytes[..length] : null;
    }
}
