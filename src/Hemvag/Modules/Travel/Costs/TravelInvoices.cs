using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>Knows the invoices of costs of the journey among the documents of a case.</summary>
internal sealed class TravelInvoices(IStringLocalizer<TravelTexts> texts) : IKnowsFiles
{
    private const string Prefix = "travel.cost.";

    public Task<IReadOnlyDictionary<Guid, FileBelonging>> OfAsync(CaseHandle handle, IReadOnlyList<SealedFile> files) =>
        Task.FromResult<IReadOnlyDictionary<Guid, FileBelonging>>(
            files
                .Where(f => f.Subject.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(
                    f => f.Id,
                    _ => new FileBelonging(texts["Costs.Invoice"], handle.May(CaseAction.SeeTravelCosts) ? TravelSpending.Page : null)
                )
        );
}
