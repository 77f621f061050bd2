using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Passkeys;

/// <summary>
/// Signs in who has shown a passkey, or takes it as a fresh proof. It is never refused for others' failures: nobody can guess a passkey,
/// so there is nothing to slow down but the machine that tries.
/// </summary>
internal sealed class PasskeySignIns(Operations operations, SignIns signIns, PasskeyCeremonies ceremonies, DeviceCookie devices, TimeProvider time)
{
    /// <exception cref="RefusedException">PasskeyRefused: none of ours, of a closed account, or not the answer to what was asked.</exception>
    public async Task<NewSession> SignInAsync(HttpContext http, string? credential)
    {
        NewSession? opened = null;
        var origin = devices.OriginOf(http);
        await TakeAsync(
            await ShownAsync(http, credential, origin),
            "SignIn",
            async (work, account) => opened = await signIns.SucceedAsync(work, account, SignInMethod.Passkey, origin)
        );
        return opened!;
    }

    /// <exception cref="RefusedException">PasskeyRefused: also when it is someone else's.</exception>
    public async Task ProveAsync(HttpContext http, Guid accountId, string? credential)
    {
        var shown = await ShownAsync(http, credential, devices.OriginOf(http));
        if (shown.Owner.Id != accountId)
        {
            throw new RefusedException(AccountRefusals.PasskeyRefused);
        }

        await TakeAsync(
            shown,
            "Prove",
            (work, account) =>
            {
                work.Record(new ProvedAgain(account.Id, SignInMethod.Passkey));
                return Task.CompletedTask;
            }
        );
    }

    private async Task<ShownPasskey> ShownAsync(HttpContext http, string? credential, SignInOrigin origin)
    {
        var started = AnswerPace.Start();
        if (await ceremonies.ShownAsync(http, credential) is { } shown)
        {
            return shown;
        }

        await signIns.FailAsync(null, origin);
        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(AccountRefusals.PasskeyRefused);
    }

    private Task<bool> TakeAsync(ShownPasskey shown, string kind, Func<OperationWork, Account, Task> then) =>
        operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Account(shown.Owner.Id),
            kind,
            new Actor(shown.Owner.Id, shown.Owner.DisplayName),
            async work =>
            {
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == shown.Owner.Id);
                var row = await work
                    .Db.Set<AccountPasskey>()
                    .FirstOrDefaultAsync(p => p.AccountId == account.Id && p.CredentialId == shown.Passkey.CredentialId);
                // Looked at again inside the operation: removed or used by another meanwhile, it is no passkey any more.
                if (row is null || account.ClosedAt is not null || (row.SignCount != 0 && shown.Passkey.SignCount <= row.SignCount))
                {
                    throw new RefusedException(AccountRefusals.PasskeyRefused);
                }

                row.SignCount = shown.Passkey.SignCount;
                row.IsBackedUp = shown.Passkey.IsBackedUp;
                row.UsedAt = work.Now;
                await then(work, account);
            }
        );
}
