using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>Makes the reading of a day: with the offices there are now.</summary>
internal sealed class DecisionReaders(OrganisationCatalogue catalogue, OrganisationQueries organisations, ProgrammeCatalogue programmes)
{
    public async Task<DecisionReading> ForAsync(DateOnly today) =>
        new(await CashPlaces.LoadAsync(catalogue, organisations), new EntryRules(programmes), today);
}
