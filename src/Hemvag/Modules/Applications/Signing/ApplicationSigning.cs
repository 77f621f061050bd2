using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Signing;

/// <summary>The coordinator signs the application in the system (S1.48), having read what is signed.</summary>
internal sealed class ApplicationSigning(CaseOperations operations, FormSections sections)
{
    /// <param name="shown">The digest of what was on the screen, as <see cref="SignedDigest.Hex"/>.</param>
    /// <param name="opened">Who signs has all of it open.</param>
    /// <exception cref="RefusedException">
    /// ApplicationNotOpened, RequiredAnswersMissing, ApplicationEmpty, ApplicationChanged, ApplicationAlreadySigned; those of the milestone.
    /// </exception>
    public async Task SignAsync(CaseHandle handle, Guid operationId, string shown, OpenedCompartment? opened)
    {
        await RequireReadAsync(handle, opened);
        await operations.RunAsync(
            handle,
            operationId,
            "SignApplication",
            OperationNature.Act,
            async work =>
            {
                var digest = await SignedDigest.OfAsync(work.Db, work.Case.Id);
                await RequireSignableAsync(work, digest, shown);
                var signature = new ApplicationSignature
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ProgrammeId = work.Programme.Id,
                    FormVersion = work.Programme.Form(FormKind.Application).Version,
                    Digest = digest.Value,
                    SignedAt = work.Now,
                    SignedBy = handle.Account.Id,
                    SignedByName = handle.Account.Name,
                };
                if (!work.Reached.Contains(MilestoneKind.ApplicationSigned))
                {
                    await work.ReachAsync(MilestoneKind.ApplicationSigned, work.Today);
                }

                work.Db.Add(signature);
                work.Record(new ApplicationSignedByCoordinator(signature.Id, signature.FormVersion, digest.Sections));
            }
        );
    }

    /// <summary>The newest signature of a case; null when it has never been signed.</summary>
    public static Task<ApplicationSignature?> NewestAsync(HemvagDbContext db, Guid caseId) =>
        NewestFirst(db).FirstOrDefaultAsync(s => s.CaseId == caseId);

    /// <summary>Of every case.</summary>
    public static IQueryable<ApplicationSignature> NewestFirst(HemvagDbContext db) =>
        db.Set<ApplicationSignature>().AsNoTracking().OrderByDescending(s => s.SignedAt).ThenByDescending(s => s.Id);

    private static async Task RequireSignableAsync(CaseWork work, SignedDigest digest, string shown)
    {
        if (digest.Sections == 0)
        {
            throw new RefusedException(ApplicationRefusals.ApplicationEmpty);
        }

        if (digest.Hex != shown)
        {
            throw new RefusedException(ApplicationRefusals.ApplicationChanged);
        }

        if (await NewestAsync(work.Db, work.Case.Id) is { } before && digest.Is(before.Digest))
        {
            throw new RefusedException(ApplicationRefusals.ApplicationAlreadySigned);
        }
    }

    private async Task RequireReadAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var form = sections.Form(handle.Case, FormKind.Application);
        var filled = await sections.VersionsAsync(handle.CaseId, FormKind.Application);
        var needed = form.Sections.Where(s => filled.ContainsKey(s.Id)).Aggregate(Compartment.None, (all, s) => all | s.Compartment);
        if (needed != Compartment.None && (opened is null || !opened.Covers(needed)))
        {
            throw new RefusedException(ApplicationRefusals.ApplicationNotOpened);
        }

        var read = opened is null ? null : await sections.ReadOpenAsync(opened, FormKind.Application);
        var isMissing = form.Sections.Any(s =>
            s.Fields.Any(f => f.Required && read?.GetValueOrDefault(s.Id)?.Value.Of(f.Id).State != AnswerState.Answered)
        );
        if (isMissing)
        {
            throw new RefusedException(ApplicationRefusals.RequiredAnswersMissing);
        }
    }
}
