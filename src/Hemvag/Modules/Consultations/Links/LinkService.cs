using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>What a coordinator does with links: makes, revokes, answers.</summary>
internal sealed class LinkService(CaseOperations cases, Operations operations, LinkSecrets secrets)
{
    /// <summary>For one case. With <paramref name="follows"/> it shows what was written through that one too, and the answers.</summary>
    /// <exception cref="RefusedException">LinkUnknown.</exception>
    public async Task<LinkSecret> MakeAsync(CaseHandle handle, Guid operationId, Guid? follows)
    {
        await cases.RunAsync(
            handle,
            operationId,
            "MakeLink",
            OperationNature.Fact,
            async work =>
            {
                var before = follows is null
                    ? null
                    : await work.Db.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == follows && l.CaseId == work.Case.Id)
                        ?? throw new RefusedException(LinkRefusals.LinkUnknown);
                var link = New(operationId, work.Case.Id, before?.ThreadId, handle.Account, work.Now, opensMatter: false);
                work.Db.Add(link);
                work.Record(new LinkMade(link.Id, false, link.ExpiresAt));
            }
        );
        return secrets.For(operationId);
    }

    /// <summary>For a matter that does not exist yet, in the coordinator's region.</summary>
    public async Task<LinkSecret> MakeForNewMatterAsync(CurrentAccount account, Guid operationId)
    {
        var caseId = CaseIdFor(operationId);
        await operations.RunAsync(
            operationId,
            Streams.Case(caseId),
            "MakeLink",
            account.Actor,
            work =>
            {
                var link = New(operationId, caseId, null, account, work.Now, opensMatter: true);
                work.Db.Add(link);
                work.Record(new LinkMade(link.Id, true, link.ExpiresAt));
                return Task.CompletedTask;
            }
        );
        return secrets.For(operationId);
    }

    /// <summary>At once, whether it has been used or not: an open window closes too.</summary>
    /// <exception cref="RefusedException">LinkUnknown, LinkNotLive.</exception>
    public Task RevokeAsync(CaseHandle handle, Guid operationId, Guid linkId) =>
        cases.RunAsync(
            handle,
            operationId,
            "RevokeLink",
            OperationNature.Steering,
            async work => work.Record((await OfCaseAsync(work.Db, linkId, work.Case.Id)).Revoke(work.Now))
        );

    /// <summary>One that has not opened its matter yet.</summary>
    /// <exception cref="RefusedException">LinkUnknown, LinkNotLive.</exception>
    public async Task RevokeNewAsync(CurrentAccount account, Guid operationId, OneTimeLink link) =>
        await operations.RunAsync(
            operationId,
            Streams.Case(link.CaseId),
            "RevokeLink",
            account.Actor,
            async work => work.Record((await OfCaseAsync(work.Db, link.Id, link.CaseId)).Revoke(work.Now))
        );

    /// <summary>The region's answer: read through the link while its window is open, and through one that follows on it.</summary>
    public Task AnswerAsync(CaseHandle handle, Guid operationId, Guid linkId, string text) =>
        cases.RunAsync(
            handle,
            operationId,
            "AnswerLink",
            OperationNature.Fact,
            async work =>
            {
                var link = await OfCaseAsync(work.Db, linkId, work.Case.Id);
                var record = await AddAsync(work, link.ThreadId, new LinkWords(ConsultationSide.Recipient, text));
                work.Record(new LinkAnswered(link.ThreadId, record.Id));
                await work.DoneAsync(WorkItemKind.ReadLink, link.ThreadId);
            }
        );

    /// <summary>What was written needs no answer.</summary>
    public Task DoneAsync(CaseHandle handle, Guid operationId, Guid linkId) =>
        cases.RunAsync(
            handle,
            operationId,
            "ReadLink",
            OperationNature.Fact,
            async work =>
            {
                var link = await OfCaseAsync(work.Db, linkId, work.Case.Id);
                work.Record(new LinkNeedsNoAnswer(link.ThreadId));
                await work.DoneAsync(WorkItemKind.ReadLink, link.ThreadId);
            }
        );

    /// <summary>Adds the next of a link's words to the case.</summary>
    public static async Task<SealedRecord> AddAsync(CaseWork work, Guid threadId, LinkWords words)
    {
        var written = await CaseVault.VersionsAsync(work.Db, work.Case.Id, LinkWords.PrefixOf(threadId));
        return await work.SealAsync(Compartment.Protection, LinkWords.SubjectOf(threadId, written.Count + 1), words, null);
    }

    private static async Task<OneTimeLink> OfCaseAsync(HemvagDbContext db, Guid linkId, Guid caseId) =>
        await db.Set<OneTimeLink>().FirstOrDefaultAsync(l => l.Id == linkId && l.CaseId == caseId)
        ?? throw new RefusedException(LinkRefusals.LinkUnknown);

    private OneTimeLink New(Guid operationId, Guid caseId, Guid? threadId, CurrentAccount by, DateTime now, bool opensMatter)
    {
        var secret = secrets.For(operationId);
        return new OneTimeLink
        {
            Id = operationId,
            CaseId = caseId,
            OpensMatter = opensMatter,
            ThreadId = threadId ?? operationId,
            RegionId = by.OrganisationId,
            MadeBy = by.Id,
            MadeAt = now,
            ExpiresAt = now + OneTimeLink.Lasts,
            LinkDigest = secrets.DigestOfToken(secret.Token),
            CodeDigest = secrets.DigestOfCode(operationId, secret.Code),
        };
    }

    private static Guid CaseIdFor(Guid operationId)
    {
        var bytes = operationId.ToByteArray();
        // Another id in the same millisecond, and another than a matter opened by the same form would have.
        bytes[^1] ^= 0x5A;
        return new Guid(bytes);
    }
}
