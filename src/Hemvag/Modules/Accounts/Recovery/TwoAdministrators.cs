using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Recovery;

/// <param name="By">The administrator who has spoken with the owner; null when the system did.</param>
internal sealed record Confirmation(Guid? By, DateTime At);

/// <param name="WantedAt">When the owner asked at the sign-in page; null when nobody did.</param>
/// <param name="First">The first administrator's word; null until it is given.</param>
internal sealed record RecoveryState(DateTime? WantedAt, Confirmation? First);

/// <summary>
/// Nobody takes an account over alone: two administrators each confirm having spoken with the owner before a link goes out that begins
/// anew, and neither of them hands out a link. Read from the account's chained stream, so that it can't be forged in the database.
/// </summary>
internal static class TwoAdministrators
{
    public const string Wanting = "AskForRecovery";
    public const string Confirming = "ConfirmRecovery";
    public const string Approving = "ApproveRecovery";
    public const string IssuingLink = "IssueLink";

    /// <summary>So long a request stands, and so long who did one thing is kept from the other.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    /// <summary>After any of these by someone else, an administrator could be that someone under another name.</summary>
    private static readonly string[] MakesAnew = ["CreateAccount", "SetRoles", IssuingLink, Approving];

    /// <summary>Whoever gets in has not lost the ways in: then what was asked and confirmed before counts no longer.</summary>
    private static readonly string[] Settles = [Approving, "SetSecondFactor", "AddPasskey", "UseLink", "SignIn"];

    /// <summary>What waits now.</summary>
    public static async Task<RecoveryState> StateAsync(HemvagDbContext db, Guid accountId, DateTime now)
    {
        var stream = Streams.Account(accountId);
        var since = now - Apart;
        string[] kinds = [Wanting, Confirming, .. Settles];
        var steps = await db.Set<Operation>()
            .AsNoTracking()
            .Where(o => o.Stream == stream && o.At > since && kinds.Contains(o.Kind))
            .OrderByDescending(o => o.Version)
            .Select(o => new
            {
                o.Kind,
                o.AccountId,
                o.At,
            })
            .ToListAsync();
        var open = steps.TakeWhile(s => !Settles.Contains(s.Kind)).ToList();
        return new RecoveryState(
            open.Find(s => s.Kind == Wanting)?.At,
            open.Find(s => s.Kind == Confirming) is { } first ? new Confirmation(first.AccountId, first.At) : null
        );
    }

    /// <exception cref="RefusedException">AdministratorTooNew or RecoveryAndLink.</exception>
    public static async Task RequireMayConfirmAsync(OperationWork work, Guid accountId)
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

        string[] gaveLink = ["CreateAccount", IssuingLink];
        await RefuseAsync(work, accountId, by, since, gaveLink);
    }

    /// <summary>The second word: by another, and one of the two knows the owner as a colleague where the organisation has an administrator.</summary>
    /// <exception cref="RefusedException">AnotherAdministrator, OneOfOrganisation, AdministratorTooNew or RecoveryAndLink.</exception>
    public static async Task RequireMayApproveAsync(OperationWork work, Account account)
    {
        var state = await StateAsync(work.Db, account.Id, work.Now);
        if (state.First is not { } first || first.By == work.Actor.AccountId)
        {
            throw new RefusedException(AccountRefusals.AnotherAdministrator);
        }

        await RequireMayConfirmAsync(work, account.Id);
        var colleagues = await AdministratorsAsync(work, account, account.OrganisationId);
        if (colleagues.Count > 0 && !colleagues.Exists(c => c == first.By || c == work.Actor.AccountId))
        {
            throw new RefusedException(AccountRefusals.OneOfOrganisation);
        }
    }

    /// <exception cref="RefusedException">RecoveryAndLink.</exception>
    public static async Task RequireMayIssueLinkAsync(OperationWork work, Account account)
    {
        if (work.Actor.AccountId is { } by)
        {
            // As long as no new second factor is set up, the recovery is as fresh as on its first day.
            var bare = account.SecondFactorKey is null && !await work.Db.Set<AccountPasskey>().AnyAsync(p => p.AccountId == account.Id);
            var since = bare ? DateTime.UnixEpoch : work.Now - Apart;
            await RefuseAsync(work, account.Id, by, since, [Confirming, Approving]);
        }
    }

    /// <summary>The organisation's administrators; where it has fewer than two, national coordination's too.</summary>
    public static async Task<IReadOnlyList<Guid>> WhoCanHelpAsync(OperationWork work, Account account)
    {
        var own = await AdministratorsAsync(work, account, account.OrganisationId);
        if (own.Count > 1)
        {
            return own;
        }

        var national = await work.Db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.NationalCoordination).Select(o => o.Id).ToListAsync();
        foreach (var organisation in national)
        {
            own.AddRange(await AdministratorsAsync(work, account, organisation));
        }

        return [.. own.Distinct()];
    }

    private static Task<List<Guid>> AdministratorsAsync(OperationWork work, Account besides, Guid organisationId) =>
        work
            .Db.Set<Account>()
            .Where(a => a.OrganisationId == organisationId && a.ClosedAt == null && a.Id != besides.Id)
            .Where(a => work.Db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == Role.Administrator))
            .Select(a => a.Id)
            .ToListAsync();

    private static async Task RefuseAsync(OperationWork work, Guid accountId, Guid by, DateTime since, string[] kinds)
    {
        var stream = Streams.Account(accountId);
        if (await work.Db.Set<Operation>().AnyAsync(o => o.Stream == stream && o.AccountId == by && o.At > since && kinds.Contains(o.Kind)))
        {
            throw new RefusedException(AccountRefusals.RecoveryAndLink);
        }
    }
}
