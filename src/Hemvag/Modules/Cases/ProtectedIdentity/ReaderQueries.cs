using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <param name="PartId">The part in the case.</param>
internal sealed record PossibleReader(Guid PartId, Guid AccountId, Guid OrganisationId, string Name, string Organisation, bool Reads);

/// <summary>Who by name sees the case and could be allowed to open Identity and Contact.</summary>
internal sealed class ReaderQueries(HemvagDbContext db, OrganisationQueries organisations)
{
    public async Task<IReadOnlyList<PossibleReader>> OfAsync(CaseHandle handle, DateOnly today)
    {
        var rows = await Seeing
            .Participants(db, today)
            .AsNoTracking()
            .Where(p => p.CaseId == handle.CaseId && p.AccountId != null)
            .OrderBy(p => p.From)
            .Select(p => new { Part = p, Name = db.Set<Account>().Where(a => a.Id == p.AccountId).Select(a => a.DisplayName).First() })
            .ToListAsync();
        var readers = new List<PossibleReader>();
        foreach (var row in rows.Where(r => IdentityProtecting.CanRead(r.Part)))
        {
            readers.Add(
                new PossibleReader(
                    row.Part.Id,
                    row.Part.AccountId!.Value,
                    row.Part.OrganisationId,
                    row.Name,
                    await organisations.NameAsync(row.Part.OrganisationId),
                    row.Part.ReadsProtected
                )
            );
        }

        return readers;
    }
}
