using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Stopping;

/// <param name="Name">The account's name; null when it waits for everyone with the role there.</param>
internal sealed record StopTask(WorkItemKind Kind, string? Name, string Organisation);

/// <summary>Who does what after a stop.</summary>
internal sealed class StopQueries(HemvagDbContext db, OrganisationQueries organisations)
{
    /// <summary>The tasks since the latest stop. Where the person meets whom is shown only to those who may see the journey.</summary>
    public async Task<IReadOnlyList<StopTask>> TasksAsync(CaseHandle handle)
    {
        if (handle.Case.HeldAt is not { } since)
        {
            return [];
        }

        var kinds = StopTasks.Kinds.Where(k => k != WorkItemKind.HoldAtOffice || handle.May(CaseAction.SeeTravel)).ToList();
        var rows = await db.Set<WorkItem>()
            .AsNoTracking()
            .Where(w => w.CaseId == handle.CaseId && w.CreatedAt >= since && kinds.Contains(w.Kind))
            .Select(w => new
            {
                w.Kind,
                w.OrganisationId,
                Name = db.Set<Account>().Where(a => a.Id == w.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToListAsync();
        var tasks = new List<StopTask>();
        foreach (var row in rows.OrderBy(r => kinds.IndexOf(r.Kind)))
        {
            tasks.Add(new StopTask(row.Kind, row.Name, await organisations.NameAsync(row.OrganisationId)));
        }

        return tasks;
    }
}
