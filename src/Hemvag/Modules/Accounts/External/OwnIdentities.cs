using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.External;

/// <summary>An owner links the own account with who they are at the organisation's own sign-in, or unlinks it. The owner is told of both.</summary>
internal sealed class OwnIdentities(Operations operations, ExternalSubjects subjects, OrganisationQueries organisations)
{
    /// <exception cref="RefusedException">ExternalNotYours: another organisation's; ExternalTaken: linked already, here or to someone else.</exception>
    public async Task LinkAsync(Guid operationId, CurrentAccount me, ExternalProvider provider, PendingIdentity shown)
    {
        if ((await organisations.FindByCodeAsync(provider.Organisation))?.Id != me.OrganisationId)
        {
            throw new RefusedException(AccountRefusals.ExternalNotYours);
        }

        var macs = subjects.Candidates(provider.Key, shown.Subject);
        await operations.RunAsync(
            operationId,
            Streams.Account(me.Id),
            "LinkIdentity",
            me.Actor,
            async work =>
            {
                var identities = work.Db.Set<ExternalIdentity>().Where(i => i.Provider == provider.Key);
                if (await identities.AnyAsync(i => i.AccountId == me.Id || macs.Contains(i.SubjectMac)))
                {
                    throw new RefusedException(AccountRefusals.ExternalTaken);
                }

                work.Db.Add(
                    new ExternalIdentity
                    {
                        Id = work.NewId(),
                        AccountId = me.Id,
                        Provider = provider.Key,
                        SubjectMac = subjects.Mac(provider.Key, shown.Subject),
                        LinkedAt = work.Now,
                    }
                );
                work.Record(new IdentityLinked(me.Id, provider.Key));
                await OwnerNotice.TellAsync(work, me.Id, nameof(IdentityLinked));
            }
        );
    }

    /// <summary>Unlinks it; every other session ends.</summary>
    /// <exception cref="RefusedException">LastWayIn.</exception>
    public Task UnlinkAsync(Guid operationId, CurrentAccount me, string provider, Guid sessionId) =>
        operations.RunAsync(
            operationId,
            Streams.Account(me.Id),
            "UnlinkIdentity",
            me.Actor,
            async work =>
            {
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == me.Id);
                var hasPasskey = await work.Db.Set<AccountPasskey>().AnyAsync(p => p.AccountId == me.Id);
                if (!hasPasskey && (account.PasswordHash is null || account.SecondFactorKey is null))
                {
                    throw new RefusedException(AccountRefusals.LastWayIn);
                }

                if (await work.Db.Set<ExternalIdentity>().FirstOrDefaultAsync(i => i.AccountId == me.Id && i.Provider == provider) is { } row)
                {
                    work.Db.Remove(row);
                }

                await SessionRows.EndAllAsync(work, me.Id, except: sessionId);
                work.Record(new IdentityUnlinked(me.Id, provider));
                await OwnerNotice.TellAsync(work, me.Id, nameof(IdentityUnlinked));
            }
        );
}
