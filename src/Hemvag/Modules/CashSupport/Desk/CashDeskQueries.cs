using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Desk;

/// <summary>How far decisions on the list have come.</summary>
internal enum CashStage
{
    /// <summary>IOM Finland has not confirmed receipt.</summary>
    ToConfirm,

    /// <summary>The person is expected at the office.</summary>
    Expected,

    /// <summary>Somebody's share has waited for so long that it was asked about.</summary>
    Unclaimed,

    /// <summary>The person has come, and something waits to be paid.</summary>
    ToPay,

    /// <summary>Everything is paid; the case is open.</summary>
    Paid,

    /// <summary>Stopped.</summary>
    Held,

    /// <summary>Closed, on whatever ground.</summary>
    Ended,
}

/// <summary>A decision as a list shows it: never a name.</summary>
/// <param name="OfficeId">Null for the office itself, which knows where it is.</param>
internal sealed record CashRow(Guid Id, string Number, string NeutralName, CashStage Stage, Guid? OfficeId, long TotalMinor, string ProgrammeId);

/// <summary>The decisions an account sees, stage by stage.</summary>
internal sealed class CashDeskQueries(HemvagDbContext db, CaseAccess access)
{
    public const int PageSize = 50;

    /// <summary>What waits for the account's role, where no stage is chosen.</summary>
    public static CashStage FirstStageOf(CurrentAccount account) =>
        account.Is(Role.IomCaseworker) ? CashStage.ToConfirm
        : account.Is(Role.LocalOfficeWorker) ? CashStage.Expected
        : CashStage.ToConfirm;

    /// <param name="page">From 1.</param>
    public async Task<(IReadOnlyList<CashRow> Rows, bool More)> ListAsync(CurrentAccount account, CashStage stage, int page)
    {
        var office = account.Is(Role.LocalOfficeWorker);
        var rows = await Of(access.Visible(account).AsNoTracking().Where(c => c.Kind == ProgrammeKind.CashSupport), stage)
            .Join(
                db.Set<CashDecision>(),
                c => c.Id,
                d => d.CaseId,
                (c, d) =>
                    new
                    {
                        c.Id,
                        c.Number,
                        c.NeutralName,
                        c.LocalOfficeId,
                        c.ProgrammeId,
                        d.TotalMinor,
                        d.EnteredAt,
                    }
            )
            .OrderBy(r => r.EnteredAt)
            .ThenBy(r => r.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize + 1)
            .ToListAsync();
        return (
            [
                .. rows.Take(PageSize)
                    .Select(r => new CashRow(r.Id, r.Number, r.NeutralName, stage, office ? null : r.LocalOfficeId, r.TotalMinor, r.ProgrammeId)),
            ],
            rows.Count > PageSize
        );
    }

    private IQueryable<Case> Of(IQueryable<Case> cases, CashStage stage)
    {
        var asked = db.Set<WorkItem>().Where(w => w.Kind == WorkItemKind.CashUnclaimed && w.DoneAt == null);
        var open = cases.Where(c => c.State == CaseState.Open);
        return stage switch
        {
            CashStage.ToConfirm => open.Where(c => c.Next == MilestoneKind.ReceiptConfirmed),
            CashStage.Expected => open.Where(c => c.Next == MilestoneKind.PresentedHerself),
            CashStage.Unclaimed => open.Where(c => asked.Any(w => w.CaseId == c.Id)),
            CashStage.ToPay => open.Where(c => c.Next == MilestoneKind.CashPaid),
            CashStage.Paid => open.Where(c => c.Next == MilestoneKind.Closed),
            CashStage.Held => cases.Where(c => c.State == CaseState.Held),
            CashStage.Ended => cases.Where(c => c.State == CaseState.Closed),
        };
    }
}
