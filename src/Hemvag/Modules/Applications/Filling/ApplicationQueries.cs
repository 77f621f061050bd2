using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Filling;

/// <summary>Reads an application for its pages: two queries.</summary>
internal sealed class ApplicationQueries(HemvagDbContext db, ProgrammeCatalogue programmes)
{
    public async Task<ApplicationOverview> OverviewAsync(Case @case)
    {
        var prefix = FormSubjects.Prefix(FormKind.Application);
        var records = db.Set<SealedRecord>().AsNoTracking().Where(r => r.CaseId == @case.Id && r.Subject.StartsWith(prefix));
        var newest = await records
            .Where(r => !records.Any(later => later.Subject == r.Subject && later.Version > r.Version))
            .Select(r => new { Record = r, By = db.Set<Account>().Where(a => a.Id == r.WrittenBy).Select(a => a.DisplayName).FirstOrDefault() })
            .ToListAsync();
        var papers = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == @case.Id)
            .Select(c => new
            {
                Signature = db.Set<ApplicationSignature>().Where(s => s.CaseId == c.Id).OrderByDescending(s => s.SignedAt).FirstOrDefault(),
                Certificate = db.Set<VoluntarinessCertificate>().Where(v => v.CaseId == c.Id).OrderByDescending(v => v.RecordedAt).FirstOrDefault(),
            })
            .FirstAsync();
        var programme = programmes.Get(@case.ProgrammeId);
        return new ApplicationOverview(
            programme.Form(FormKind.Application),
            programme.Declarations,
            newest.ToDictionary(
                n => n.Record.Subject[prefix.Length..],
                n => new FilledSection(n.Record.Version, n.Record.WrittenAt, n.By),
                StringComparer.Ordinal
            ),
            SignedDigest.Of(newest.Select(n => n.Record)),
            papers.Signature,
            papers.Certificate
        );
    }
}
