using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>
/// Takes back a part of a consent: another with fewer recipients, fewer compartments or an earlier end takes its place in the same save. The
/// answers it was given with go on; nothing is asked anew, and nothing can be added this way.
/// </summary>
internal sealed class ConsentNarrowing(CaseOperations operations)
{
    /// <exception cref="RefusedException">
    /// ConsentMissing, ConsentAlreadyWithdrawn; ConsentRecipientMissing and ConsentTooWide when nothing is left or something would be added;
    /// ConsentNotNarrower when all of it is left; ConsentEndsBeforeStart, DateTooEarly; CaseClosed.
    /// </exception>
    public Task NarrowAsync(CaseHandle handle, Guid operationId, Guid consentId, WhatIsLeft left) =>
        operations.RunAsync(
            handle,
            operationId,
            "NarrowConsent",
            OperationNature.Safeguard,
            async work =>
            {
                var before =
                    await work.Db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == consentId && c.CaseId == work.Case.Id)
                    ?? throw new RefusedException(CaseRefusals.ConsentMissing);
                ConsentQueries.Require(handle, work.Case, before.Purpose);
                var named = await work.Db.Set<ConsentRecipient>().Where(r => r.ConsentId == before.Id).Select(r => r.OrganisationId).ToListAsync();
                Require(before, named, left, work.Today);
                await ConsentWriting.AddNarrowerAsync(work, before, left);
            }
        );

    private static void Require(Consent before, List<Guid> named, WhatIsLeft left, DateOnly today)
    {
        if (left.Recipients.Count == 0 || left.Recipients.Any(id => !named.Contains(id)))
        {
            throw new RefusedException(CaseRefusals.ConsentRecipientMissing, "Input.Recipients");
        }

        if (left.Compartments == Compartment.None || (left.Compartments & ~before.Compartments) != Compartment.None)
        {
            throw new RefusedException(CaseRefusals.ConsentTooWide, "Input.Compartments");
        }

        if (left.EndsOn is { } end && end < today)
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, "Input.EndsOn");
        }

        if (left.EndsOn > before.EndsOn)
        {
            throw new RefusedException(CaseRefusals.ConsentNotNarrower, "Input.EndsOn");
        }

        var isWhole = left.Recipients.Distinct().Count() == named.Count && left.Compartments == before.Compartments;
        if (isWhole && (left.EndsOn is null || left.EndsOn == before.EndsOn))
        {
            throw new RefusedException(CaseRefusals.ConsentNotNarrower);
        }
    }
}
