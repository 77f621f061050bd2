using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>
/// What a professional without an account does with a link: opens its window by the code, writes, reads what was written through that very
/// link and the answer to it. Whatever is wrong (the link, its use, the code, too many tries) the answer is the same and takes the same time.
/// </summary>
internal sealed class LinkWindows(
    HemvagDbContext db,
    Operations operations,
    CaseOperations cases,
    CaseAccess access,
    MatterService matters,
    Openings openings,
    CaseVault vault,
    LinkSecrets secrets,
    NetworkThrottle throttle,
    TimeProvider time
)
{
    /// <summary>The word under which a link's openings stand in the trail.</summary>
    private const string Purpose = "link";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <returns>The window's cookie.</returns>
    /// <exception cref="RefusedException">OneTimeLinkRefused.</exception>
    public async Task<string> OpenAsync(string token, string code, Guid operationId, IPAddress? network)
    {
        var started = AnswerPace.Start();
        var digests = secrets.DigestsOfToken(token);
        var link = await db.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(l => digests.Contains(l.LinkDigest));
        var window = secrets.WindowFor(operationId);
        var right = link is not null && secrets.IsCode(link.Id, link.CodeDigest, LinkSecrets.PlainCode(code));
        if (right && !throttle.IsFull(network) && await LetsInAsync(link!) is { } maker)
        {
            // The same press of the button twice: the window is open already.
            if (link!.HasWindow(Now) && secrets.DigestsOfWindow(window).Contains(link.WindowDigest, StringComparer.Ordinal))
            {
                return window;
            }

            if (link.IsLive(Now))
            {
                await RunAsync(link, maker, operationId, "UseLink", fresh => fresh.Use(secrets.DigestOfWindow(window), Now));
                return window;
            }
        }

        throttle.Failed(network);
        if (link is not null && !right && link.IsLive(Now))
        {
            await CountAsync(link);
        }

        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(LinkRefusals.OneTimeLinkRefused, "Code");
    }

    /// <returns>Null for every cookie that holds no window open.</returns>
    public async Task<LinkWindow?> FindAsync(string? window)
    {
        if (string.IsNullOrEmpty(window))
        {
            return null;
        }

        var digests = secrets.DigestsOfWindow(window);
        var link = await db.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(l => l.WindowDigest != null && digests.Contains(l.WindowDigest));
        if (link is null || !link.HasWindow(Now) || await LinkMaker.FindAsync(db, link) is not { } maker)
        {
            return null;
        }

        if (link is { OpensMatter: true, MatterOpenedAt: null })
        {
            return new LinkWindow(link, maker, null);
        }

        return await access.FindAsync(link.CaseId, maker) is { } handle ? new LinkWindow(link, maker, handle) : null;
    }

    /// <summary>Adds what the professional writes to the matter, and asks whoever holds it to read it.</summary>
    /// <exception cref="RefusedException">WindowClosed, CaseClosed.</exception>
    public Task WriteAsync(LinkWindow window, Guid operationId, string text) =>
        cases.RunAsync(
            window.Handle ?? throw new RefusedException(LinkRefusals.WindowClosed),
            operationId,
            "WriteByLink",
            OperationNature.Fact,
            async work =>
            {
                await RequireOpenAsync(work, window.Link.Id);
                var record = await LinkService.AddAsync(work, window.Link.ThreadId, new LinkWords(ConsultationSide.Asker, text));
                work.Record(new LinkWritten(window.Link.Id, record.Id));
                await AskToReadAsync(work, window.Link);
            }
        );

    /// <summary>The form of the first contact: opens the matter in the region of the one who made the link, where it waits in the inbox.</summary>
    /// <exception cref="RefusedException">WindowClosed, LinkNotLive; those of <see cref="MatterService.OpenAsync"/>.</exception>
    public async Task OpenMatterAsync(LinkWindow window, Guid operationId, MatterRequest request)
    {
        if (!window.AsksForFirstContact)
        {
            return;
        }

        var link = window.Link;
        await matters.OpenAsync(
            window.Maker,
            operationId,
            request with
            {
                RegionId = link.RegionId,
                TakeIt = false,
            },
            link.CaseId,
            async work =>
            {
                var fresh = await RequireOpenAsync(work, link.Id);
                work.Record(fresh.OpenMatter(work.Now));
                await LinkNotices.TellMakerAsync(work.Db, link, LinkNotices.MatterOpened, work.Now, work.NewId());
            }
        );
    }

    /// <summary>Opens what was written through the link, for ten minutes: recorded as an opening of the case, in the link's name.</summary>
    public async Task ShowAsync(LinkWindow window, Guid operationId)
    {
        if (window.Handle is not null)
        {
            var (link, maker) = (window.Link, window.Maker.Id);
            await openings.OpenAsync(
                operationId,
                link.CaseId,
                Reader(window),
                Compartment.Protection,
                Purpose,
                work =>
                {
                    Crossings.ByLink(work, link.CaseId, link.RegionId, maker, Compartment.Protection);
                    return Task.CompletedTask;
                }
            );
        }
    }

    /// <returns>Null while it has not been opened.</returns>
    public async Task<IReadOnlyList<TurnShown>?> ReadAsync(LinkWindow window)
    {
        if (window.Handle is null)
        {
            return null;
        }

        var live = await Openings.Live(db, window.Link.CaseId, window.Link.Id, Now).ToListAsync();
        if (Openings.Together(live) is not { } opened)
        {
            return null;
        }

        // Of the whole compartment nothing but what came through this link.
        var words = await vault.ReadAllAsync<LinkWords>(db, opened, Compartment.Protection, LinkWords.PrefixOf(window.Link.ThreadId));
        return [.. words.OrderBy(w => w.Subject, StringComparer.Ordinal).Select(w => new TurnShown(w.Value.Side, w.Value.Text, w.WrittenAt))];
    }

    public Task LeaveAsync(LinkWindow window, Guid operationId) =>
        RunAsync(window.Link, window.Maker, operationId, "LeaveLink", fresh => fresh.Leave(Now));

    private static Actor Reader(LinkWindow window) => new(window.Link.Id, window.Maker.Name);

    // The one who made it, as long as they answer for what it is bound to.
    private async Task<CurrentAccount?> LetsInAsync(OneTimeLink link)
    {
        var maker = await LinkMaker.FindAsync(db, link);
        var opensMatter = link is { OpensMatter: true, MatterOpenedAt: null };
        return maker is not null && (opensMatter || await access.FindAsync(link.CaseId, maker) is { Case.ClosedAt: null }) ? maker : null;
    }

    private static async Task<OneTimeLink> RequireOpenAsync(CaseWork work, Guid linkId)
    {
        var link = await work.Db.Set<OneTimeLink>().FirstAsync(l => l.Id == linkId);
        return link.HasWindow(work.Now) ? link : throw new RefusedException(LinkRefusals.WindowClosed);
    }

    private static async Task AskToReadAsync(CaseWork work, OneTimeLink link)
    {
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.ReadLink,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                LinkPlaces.OfCase,
                LocalDates.NextWorkingDay(work.Today),
                link.ThreadId
            )
        );
        // Who acts is the one who made the link, by name; they are told of their own doing all the same.
        await LinkNotices.TellMakerAsync(work.Db, link, nameof(WorkItemKind.ReadLink), work.Now, work.NewId());
    }

    private Task<bool> RunAsync(OneTimeLink link, CurrentAccount maker, Guid operationId, string kind, Func<OneTimeLink, IEvent> act) =>
        operations.RunAsync(
            operationId,
            Streams.Case(link.CaseId),
            kind,
            maker.Actor,
            async work => work.Record(act(await work.Db.Set<OneTimeLink>().FirstAsync(l => l.Id == link.Id)))
        );

    private Task<bool> CountAsync(OneTimeLink link) =>
        operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.Case(link.CaseId),
            "LinkCodeWrong",
            Actor.System("Link"),
            async work =>
            {
                var fresh = await work.Db.Set<OneTimeLink>().FirstAsync(l => l.Id == link.Id);
                work.Record(fresh.Wrong());
                if (fresh.WrongCodes == OneTimeLink.MostWrongCodes)
                {
                    await LinkNotices.TellMakerAsync(work.Db, fresh, LinkNotices.Died, work.Now, work.NewId());
                }
            }
        );
}
