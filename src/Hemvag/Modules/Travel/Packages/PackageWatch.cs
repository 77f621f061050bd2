using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>A package whose time is out and that nobody has confirmed is asked about.</summary>
internal sealed class PackageWatch(HemvagDbContext db, CaseOperations operations) : IJobHandler
{
    public const string JobKind = "PackageWatch";

    public string Kind => JobKind;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var package = await db.Set<Package>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == job.SubjectId, stop);
        if (package is { RevokedAt: null, ReceivedAt: null })
        {
            await operations.RunAsSystemAsync(job.Id, package.CaseId, JobKind, work => LookAsync(work, package.Id));
        }

        return null;
    }

    private static async Task LookAsync(CaseWork work, Guid packageId)
    {
        var package = await work.Db.Set<Package>().FirstAsync(p => p.Id == packageId);
        work.Record(new PackageLookedAt(package.Id, package.StateAt(work.Now)));
        if (work.Case.ClosedAt is null && package is { RevokedAt: null, ReceivedAt: null })
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.PackageSilent,
                    Urgency.Date,
                    Role.IomCaseworker,
                    IomFinland.Id,
                    package.MadeBy,
                    $"{CaseLinks.Travel}/packages/{package.Id:D}",
                    work.Today,
                    package.Id
                )
            );
        }
    }
}
