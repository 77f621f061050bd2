using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Organisations;

/// <summary>
/// Organisations by id and kind. There are a few hundred and they seldom change, so each node keeps them in memory
/// and looks again after a minute, or at once after a change of its own.
/// </summary>
internal sealed class OrganisationQueries(IDbContextFactory<HemvagDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private volatile Kept? kept;

    /// <returns>Null when there is none.</returns>
    public async ValueTask<OrganisationView?> FindAsync(Guid id) => (await LoadAsync()).ById.GetValueOrDefault(id);

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async ValueTask<OrganisationView> GetAsync(Guid id) =>
        await FindAsync(id) ?? throw new InvalidOperationException($"There is no organisation {id}.");

    /// <summary>Sorted by the name in the reader's language.</summary>
    public async ValueTask<IReadOnlyList<OrganisationView>> OfAsync(params OrganisationKind[] kinds) =>
        [
            .. (await LoadAsync())
                .ById.Values.Where(o => kinds.Length == 0 || kinds.Contains(o.Kind))
                .OrderBy(o => o.Name, StringComparer.CurrentCulture),
        ];

    /// <summary>By its stable code; null when there is none.</summary>
    public async ValueTask<OrganisationView?> FindByCodeAsync(string code) =>
        (await LoadAsync()).ById.Values.FirstOrDefault(o => string.Equals(o.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name in the reader's language; an empty text for an unknown id, so that an old row still shows.</summary>
    public async ValueTask<string> NameAsync(Guid id) => (await FindAsync(id))?.Name ?? "";

    /// <summary>After a change on this node.</summary>
    public void Forget() => kept = null;

    private async ValueTask<Kept> LoadAsync()
    {
        if (kept is { } known && time.GetElapsedTime(known.At) < Lasts)
        {
            return known;
        }

        await using var db = contexts.CreateDbContext();
        var all = await db.Set<Organisation>()
            .AsNoTracking()
            .Select(o => new OrganisationView(
                o.Id,
                o.Kind,
                o.Code,
                o.NameSv,
                o.NameEn,
                o.CountryCode,
                o.Zone,
                o.SinglePerson,
                o.Phone,
                o.Mail,
                o.Web,
                o.Address
            ))
            .ToListAsync();
        return kept = new Kept(time.GetTimestamp(), all.ToDictionary(o => o.Id));
    }

    private sealed record Kept(long At, IReadOnlyDictionary<Guid, OrganisationView> ById);
}
