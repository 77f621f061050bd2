using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice;

/// <summary>Whether the person has said yes to following legal proceedings together. Without it no thread is opened and no journey asked for.</summary>
internal static class JusticeConsent
{
    /// <param name="except">A consent that is being withdrawn in the same operation.</param>
    public static Task<bool> IsLiveAsync(HemvagDbContext db, Guid caseId, DateOnly today, Guid? except = null) =>
        Seeing
            .LiveConsents(db, today)
            .AnyAsync(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.AccessToJustice && (except == null || c.Id != except));

    /// <exception cref="RefusedException">JusticeConsentMissing.</exception>
    public static async Task RequireAsync(CaseWork work)
    {
        if (!await IsLiveAsync(work.Db, work.Case.Id, work.Today))
        {
            throw new RefusedException(JusticeRefusals.JusticeConsentMissing);
        }
    }
}
