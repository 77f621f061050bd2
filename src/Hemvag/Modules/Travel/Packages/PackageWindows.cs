using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>An open window of a package, as it was found for the cookie of this request.</summary>
/// <param name="Maker">On whose access it rests.</param>
internal sealed record PackageWindow(Package Package, CurrentAccount Maker, CaseHandle Handle);

/// <summary>
/// What a recipient without an account does: opens the package by the code, reads it, confirms that it came. Whatever is wrong (the link, its
/// use, the code, too many tries) the answer is the same and takes the same time. It rests on the access of whoever made it.
/// </summary>
internal sealed class PackageWindows(
    HemvagDbContext db,
    Operations operations,
    CaseOperations cases,
    CaseAccess access,
    Openings openings,
    PackageContent content,
    LinkSecrets secrets,
    NetworkThrottle throttle,
    TimeProvider time
)
{
    /// <summary>Begins the name under which what is done through a package stands in the trail.</summary>
    public const string NamePrefix = "Genom uppgiftspaket av ";

    public const string Died = "PackageDied";
    public const string Came = "PackageCame";

    /// <summary>The word under which its openings stand in the trail.</summary>
    private const string Purpose = "package";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <returns>The window's cookie.</returns>
    /// <exception cref="RefusedException">PackageRefused.</exception>
    public async Task<string> OpenAsync(string token, string code, Guid operationId, IPAddress? network)
    {
        var started = AnswerPace.Start();
        var digests = secrets.DigestsOfToken(token);
        var package = await db.Set<Package>().AsNoTracking().FirstOrDefaultAsync(p => digests.Contains(p.LinkDigest) && p.Way == PackageWay.Link);
        var window = secrets.WindowFor(operationId, Purpose);
        var right = package is not null && secrets.IsCode(package.Id, package.CodeDigest, LinkSecrets.PlainCode(code));
        if (right && !throttle.IsFull(network) && await LetsInAsync(package!) is { } found)
        {
            // The same press of the button twice: the window is open already.
            if (package!.HasWindow(Now) && secrets.DigestsOfWindow(window).Contains(package.WindowDigest, StringComparer.Ordinal))
            {
                return window;
            }

            if (package.IsLive(Now))
            {
                await RunAsync(found, operationId, "OpenPackage", fresh => fresh.Open(secrets.DigestOfWindow(window), Now));
                return window;
            }
        }

        throttle.Failed(network);
        if (package is not null && !right && package.IsLive(Now))
        {
            await CountAsync(package);
        }

        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(TravelRefusals.PackageRefused, "Code");
    }

    /// <returns>Null for every cookie that holds no window open.</returns>
    public async Task<PackageWindow?> FindAsync(string? window)
    {
        if (string.IsNullOrEmpty(window))
        {
            return null;
        }

        var digests = secrets.DigestsOfWindow(window);
        var package = await db.Set<Package>().AsNoTracking().FirstOrDefaultAsync(p => p.WindowDigest != null && digests.Contains(p.WindowDigest));
        return package is not null && package.HasWindow(Now) ? await LetsInAsync(package) : null;
    }

    /// <summary>Opens what is in it, for ten minutes: recorded as an opening of the case and as a disclosure before anything is shown.</summary>
    public Task ShowAsync(PackageWindow window, Guid operationId)
    {
        var package = window.Package;
        var compartments = PackageContent.CompartmentsOf(package.Recipient, package.Holds);
        return openings.OpenAsync(
            operationId,
            package.CaseId,
            new Actor(package.Id, window.Maker.Name),
            compartments,
            Purpose,
            work =>
            {
                Crossings.ByPackage(work, window.Handle, compartments, package.Recipient);
                return Task.CompletedTask;
            }
        );
    }

    /// <returns>Null while it has not been opened.</returns>
    public async Task<IReadOnlyList<PackagePart>?> ReadAsync(PackageWindow window)
    {
        var live = await Openings.Live(db, window.Package.CaseId, window.Package.Id, Now).ToListAsync();
        return Openings.Together(live) is { } opened ? await content.ReadAsync(window.Package, opened) : null;
    }

    /// <summary>The recipient confirms that it came; whoever made it is told.</summary>
    /// <exception cref="RefusedException">PackageOver when it was confirmed before.</exception>
    public Task ReceiveAsync(PackageWindow window, Guid operationId) =>
        cases.RunAsync(
            window.Handle,
            operationId,
            "ReceivePackage",
            OperationNature.Fact,
            async work =>
            {
                var package = await work.Db.Set<Package>().FirstAsync(p => p.Id == window.Package.Id);
                work.Record(package.Receive(work.Now));
                await work.DoneAsync(WorkItemKind.PackageSilent, package.Id);
                await TellMakerAsync(work.Db, package, Came, work.Now, work.NewId());
            }
        );

    public Task LeaveAsync(PackageWindow window, Guid operationId) => RunAsync(window, operationId, "LeavePackage", fresh => fresh.Leave(Now));

    // As long as whoever made it sees the case and may open what is in it, the person's yes holds, and the case is not held.
    private async Task<PackageWindow?> LetsInAsync(Package package)
    {
        if (package.EmbassyId is { } embassy && !await db.Set<EmbassyYes>().AnyAsync(y => y.EmbassyId == embassy && y.WithdrawnAt == null))
        {
            return null;
        }

        return
            await MakerAsync(package.MadeBy) is { } maker
            && await access.FindAsync(package.CaseId, maker) is { Case.ClosedAt: null, IsMinimum: false } handle
            && handle.May(CaseAction.HandOut)
            && PackageKeeping.Fits(handle.Programme, package)
            && (handle.Case.HeldAt is null || handle.Case.IsUnderWay)
            && handle.MayOpen(PackageContent.CompartmentsOf(package.Recipient, package.Holds))
            ? new PackageWindow(package, maker, handle)
            : null;
    }

    private async Task<CurrentAccount?> MakerAsync(Guid madeBy)
    {
        var found = await (
            from account in db.Set<Account>().AsNoTracking()
            join organisation in db.Set<Organisation>() on account.OrganisationId equals organisation.Id
            where account.Id == madeBy && account.ClosedAt == null && organisation.Kind == OrganisationKind.IomFinland
            where db.Set<AccountRole>().Any(r => r.AccountId == account.Id && r.Role == Role.IomCaseworker)
            select new
            {
                account.Id,
                account.DisplayName,
                OrganisationId = organisation.Id,
                organisation.NameSv,
                organisation.Zone,
            }
        ).FirstOrDefaultAsync();
        return found is null
            ? null
            : new CurrentAccount(
                found.Id,
                NamePrefix + found.DisplayName,
                found.OrganisationId,
                OrganisationKind.IomFinland,
                found.NameSv,
                found.Zone,
                new HashSet<Role> { Role.IomCaseworker }
            );
    }

    private Task<bool> RunAsync(PackageWindow window, Guid operationId, string kind, Func<Package, IEvent> act) =>
        operations.RunAsync(
            operationId,
            Streams.Case(window.Package.CaseId),
            kind,
            window.Maker.Actor,
            async work => work.Record(act(await work.Db.Set<Package>().FirstAsync(p => p.Id == window.Package.Id)))
        );

    private Task<bool> CountAsync(Package package) =>
        operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Case(package.CaseId),
            "PackageCodeWrong",
            Actor.System("Package"),
            async work =>
            {
                var fresh = await work.Db.Set<Package>().FirstAsync(p => p.Id == package.Id);
                work.Record(fresh.Wrong());
                if (fresh.WrongCodes == Package.MostWrongCodes)
                {
                    await TellMakerAsync(work.Db, fresh, Died, work.Now, work.NewId());
                }
            }
        );

    private static async Task TellMakerAsync(HemvagDbContext db, Package package, string kind, DateTime now, Guid id)
    {
        db.Add(
            new Notice
            {
                Id = id,
                AccountId = package.MadeBy,
                CaseId = package.CaseId,
                Kind = kind,
                CreatedAt = now,
            }
        );
        var mail = NoticeMail.For(package.MadeBy, now);
        var known = db.Set<Job>().Local.Any(j => j.DedupeKey == mail.DedupeKey);
        if (!known && !await db.Set<Job>().AnyAsync(j => j.DedupeKey == mail.DedupeKey))
        {
            db.Add(mail);
        }
    }
}
