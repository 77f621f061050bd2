using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Recovery;

/// <summary>Tells the administrators that someone has lost the ways in. Nothing else comes of it: they have to speak with the owner.</summary>
internal sealed class RecoveryAsk(IDbContextFactory<HemvagDbContext> contexts, Operations operations, SignIns signIns, TimeProvider time)
{
    /// <summary>So often the administrators are told of one account at most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    public async Task AskAsync(string mail, SignInOrigin origin)
    {
        var started = AnswerPace.Start();
        if (await signIns.FindAsync(mail) is { } account && signIns.MayTry(account, origin) && !await IsAskedAsync(account.Id))
        {
            await operations.RunAsync(
                Guid.CreateVersion7(time.GetUtcNow()),
                Streams.Account(account.Id),
                TwoAdministrators.Wanting,
                Actor.System("SignIn"),
                async work =>
                {
                    work.Record(new RecoveryWanted(account.Id));
                    foreach (var administrator in await TwoAdministrators.WhoCanHelpAsync(work, account))
                    {
                        await OwnerNotice.TellAsync(work, administrator, nameof(RecoveryWanted));
                    }
                }
            );
        }

        // Who asks for many is slowed as one who guesses.
        signIns.CountAttempt(origin);
        await AnswerPace.EvenOutAsync(started);
    }

    private async Task<bool> IsAskedAsync(Guid accountId)
    {
        var stream = Streams.Account(accountId);
        var since = time.GetUtcNow().UtcDateTime - Pause;
        await using var db = contexts.CreateDbContext();
        return await db.Set<Operation>().AnyAsync(o => o.Stream == stream && o.Kind == TwoAdministrators.Wanting && o.At > since);
    }
}
