using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Office;

/// <summary>Which offices the person has said yes to, and which one is likely.</summary>
internal sealed class OfficeReading(HemvagDbContext db, ProgrammeCatalogue programmes, OrganisationCatalogue catalogue)
{
    public async Task<IReadOnlySet<Guid>> ConsentedAsync(Case @case, DateOnly today)
    {
        var context = new GateContext(db, @case, programmes.Get(@case.ProgrammeId), @case.ReachedSet, today);
        return await context
            .NamedFor(ConsentPurpose.ContactWithLocalOffice)
            .Where(r => r.CaseId == @case.Id)
            .Select(r => r.OrganisationId)
            .ToHashSetAsync();
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
