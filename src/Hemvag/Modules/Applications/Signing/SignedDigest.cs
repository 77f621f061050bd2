using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Signing;

/// <summary>
/// What a signature is over: SHA-256 of the newest sealed envelope of every section, with subject and version. Nothing has to be opened
/// to see that a section has changed since.
/// </summary>
/// <param name="Sections">How many sections are filled in.</param>
internal sealed record SignedDigest(byte[] Value, int Sections)
{
    public static async Task<SignedDigest> OfAsync(HemvagDbContext db, Guid caseId) =>
        Of(await Newest(db).Where(r => r.CaseId == caseId).ToListAsync());

    /// <summary>The newest record of each section, of every case.</summary>
    public static IQueryable<SealedRecord> Newest(HemvagDbContext db)
    {
        var prefix = FormSubjects.Prefix(FormKind.Application);
        var records = db.Set<SealedRecord>().AsNoTracking().Where(r => r.Subject.StartsWith(prefix));
        return records.Where(r => !records.Any(later => later.CaseId == r.CaseId && later.Subject == r.Subject && later.Version > r.Version));
    }

    /// <param name="newest">The newest record of each section.</param>
    public static SignedDigest Of(IEnumerable<SealedRecord> newest)
    {
        var writer = new CanonicalWriter();
        var sections = 0;
        foreach (var record in newest.OrderBy(r => r.Subject, StringComparer.Ordinal))
        {
            writer.Write(record.Subject);
            writer.Write(record.Version);
            writer.Write(SHA256.HashData(record.Envelope));
            sections++;
        }

        return new SignedDigest(SHA256.HashData(writer.ToArray()), sections);
    }

    /// <summary>For the form: what was shown is what is signed.</summary>
    public string Hex => Convert.ToHexStringLower(Value);

    public bool Is(byte[] signed) => Value.AsSpan().SequenceEqual(signed);
}
