using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Organisations;

/// <summary>Brings the shipped lists into the database at start: adds what is missing, follows what has changed. What people set stays.</summary>
internal sealed class OrganisationImport(
    OrganisationCatalogue catalogue,
    IDbContextFactory<HemvagDbContext> contexts,
    Operations operations,
    OrganisationQueries queries,
    TimeProvider time
)
{
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> RunAsync()
    {
        var shipped = ShippedOrganisations.Of(catalogue);
        await using (var db = contexts.CreateDbContext())
        {
            var (missing, changed) = await CompareAsync(db.Set<Organisation>().AsNoTracking(), shipped);
            if (missing.Count + changed.Count == 0)
            {
                return false;
            }
        }

        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.System,
            "ImportOrganisations",
            Actor.System("OrganisationImport"),
            work => ImportAsync(work, shipped)
        );
        queries.Forget();
        return true;
    }

    private static async Task ImportAsync(OperationWork work, IReadOnlyList<Organisation> shipped)
    {
        var (missing, changed) = await CompareAsync(work.Db.Set<Organisation>(), shipped);
        work.Db.AddRange(missing);
        foreach (var (stored, wanted) in changed)
        {
            Follow(stored, wanted);
        }

        work.Record(new OrganisationsImported(missing.Count, changed.Count));
    }

    private static async Task<(List<Organisation> Missing, List<(Organisation Stored, Organisation Wanted)> Changed)> CompareAsync(
        IQueryable<Organisation> rows,
        IReadOnlyList<Organisation> shipped
    )
    {
        var stored = await rows.ToDictionaryAsync(o => o.Id);
        // Copies, since an operation may run again with another context.
        List<Organisation> missing = [.. shipped.Where(o => !stored.ContainsKey(o.Id)).Select(ShippedOrganisations.Copy)];
        List<(Organisation, Organisation)> changed =
        [
            .. shipped.Where(o => stored.TryGetValue(o.Id, out var old) && !Same(old, o)).Select(o => (stored[o.Id], o)),
        ];
        return (missing, changed);
    }

    // What people have set of its contacts stays.
    private static bool Same(Organisation a, Organisation b) =>
        (a.NameSv, a.NameEn, a.CountryCode, a.Zone) == (b.NameSv, b.NameEn, b.CountryCode, b.Zone)
        && (a.ContactsAreOwn || (a.Phone, a.Mail, a.Web, a.Address) == (b.Phone, b.Mail, b.Web, b.Address));

    private static void Follow(Organisation stored, Organisation wanted)
    {
        stored.NameSv = wanted.NameSv;
        stored.NameEn = wanted.NameEn;
        stored.CountryCode = wanted.CountryCode;
        stored.Zone = wanted.Zone;
        if (!stored.ContactsAreOwn)
        {
            (stored.Phone, stored.Mail, stored.Web, stored.Address) = (wanted.Phone, wanted.Mail, wanted.Web, wanted.Address);
        }
    }
}
