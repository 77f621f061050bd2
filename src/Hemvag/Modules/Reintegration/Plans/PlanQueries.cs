using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>The plan as it stands, with the yeses to this very version.</summary>
internal sealed record PlanView(int Version, IReadOnlyList<PlanItem> Items, IReadOnlyList<PlanAgreement> Agreements)
{
    public bool AgreedByAll => Items.Count > 0 && Agreements.Count == PlanParties.All.Count;

    public PlanAgreement? YesOf(PlanParty party) => Agreements.FirstOrDefault(a => a.Party == party);
}

/// <summary>Reads the plan of a case.</summary>
internal sealed class PlanQueries(HemvagDbContext db, CaseVault vault)
{
    /// <summary>In one query: a plan has a handful of items and three yeses.</summary>
    public async Task<PlanView> ReadAsync(CaseHandle handle)
    {
        var found = await db.Set<ReintegrationPlan>()
            .AsNoTracking()
            .Where(p => p.CaseId == handle.CaseId)
            .Select(p => new
            {
                p.Version,
                Items = db.Set<PlanItem>().Where(i => i.CaseId == p.CaseId && i.RemovedIn == null).OrderBy(i => i.Number).ToList(),
                Agreements = db.Set<PlanAgreement>().Where(a => a.CaseId == p.CaseId && a.Version == p.Version).ToList(),
            })
            .FirstOrDefaultAsync();
        return found is null ? new PlanView(0, [], []) : new PlanView(found.Version, found.Items, found.Agreements);
    }

    /// <summary>The children whom an item can be for: those with a yes.</summary>
    public Task<List<AccompanyingChild>> ChildrenAsync(CaseHandle handle) =>
        db.Set<AccompanyingChild>()
            .AsNoTracking()
            .Where(c => c.CaseId == handle.CaseId && c.TravelsAlong && c.GetsSupport == true)
            .OrderBy(c => c.Ordinal)
            .ToListAsync();

    /// <summary>Whether the item is of this case's plan, now or before it was taken out.</summary>
    public Task<bool> WasThereAsync(CaseHandle handle, Guid itemId) => db.Set<PlanItem>().AnyAsync(i => i.Id == itemId && i.CaseId == handle.CaseId);

    /// <summary>The words of every item, by item, under a live opening of Protection.</summary>
    public async Task<IReadOnlyDictionary<Guid, Unsealed<PlanItemText>>> TextsAsync(OpenedCompartment opened)
    {
        var all = await vault.ReadAllAsync<PlanItemText>(db, opened, Compartment.Protection, PlanSubjects.AllItems);
        return all.ToDictionary(t => Guid.ParseExact(t.Subject[PlanSubjects.AllItems.Length..], "N"));
    }
}
