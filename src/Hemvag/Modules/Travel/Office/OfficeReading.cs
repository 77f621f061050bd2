using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Office;

/// <summary>Which offices the person has said yes to, and which one is likely.</summary>
internal sealed class OfficeReading(HemvagDbContext db, ProgrammeCatalogue programmes, OrganisationCatalogue catalogue)
{
    public async Task<IReadOnlySet<Guid>> ConsentedAsync(Case @case, DateOnly today)
    {
        var context = new GateContext(db, @case, programmes.Get(@case.ProgrammeId), @case.ReachedSet, today);
        var live = await context.LiveConsentsAsync();
        return live.Where(c => c.Purpose == ConsentPurpose.ContactWithLocalOffice).Select(c => c.OrganisationId).ToHashSet();
    }

    /// <summary>The one the person has said yes to; else the country's office, where there is one.</summary>
    public async Task<Guid?> UsualAsync(Case @case, DateOnly today)
    {
        var yes = await ConsentedAsync(@case, today);
        return yes.Count == 1 ? yes.Single()
            : @case.CountryCode is { } country ? catalogue.OfficeIn(country)?.Id
            : null;
    }
}
