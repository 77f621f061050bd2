using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases.Overview;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>A person closes a case, and sees first what is still open.</summary>
[Needs(CaseAction.Close)]
internal sealed class CloseModel(StopService service, OverviewQueries queries, HemvagDbContext db, IStringLocalizerFactory localizers)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<GateState> Open { get; private set; } = [];

    internal IReadOnlyList<WorkItem> Waiting { get; private set; } = [];

    internal IReadOnlyList<Choice> Grounds =>
        [.. ClosingGrounds.For(Case).Select(g => new Choice(g.ToString(), localizers.Create(typeof(CasesTexts))[$"ClosingGround.{g}"]))];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Case.IsUnderWay && Input.Ground == ClosingGround.ContactLost)
        {
            throw new RefusedException(CaseRefusals.StillUnderWay, "Input.Ground");
        }

        if (!ClosingGrounds.For(Case).Contains(Input.Ground!.Value))
        {
            throw new RefusedException(CaseRefusals.ClosingGroundNotNow, "Input.Ground");
        }

        await service.CloseAsync(Handle, OperationId, Input.Ground.Value, Input.SeenOpen);
        // Whoever works on the case through a consent no longer sees it.
        return Redirect(Handle.May(CaseAction.ManageConsents) ? CaseLinks.To(Handle.CaseId) : "/cases");
    }

    public async Task LoadAsync()
    {
        Open = [.. (await queries.GatesAsync(Handle, MilestoneKind.Closed)).Where(g => !g.Met)];
        Waiting = await db.Set<WorkItem>()
            .AsNoTracking()
            .Where(w => w.CaseId == Handle.CaseId && w.DoneAt == null && w.Kind != WorkItemKind.CloseCase && w.Kind != WorkItemKind.CloseEndedSupport)
            .ToListAsync();
    }

    internal string Detail(GateState gate) => localizers.Create(gate.Texts)[gate.Detail, gate.Args];

    internal sealed class Form
    {
        [Required]
        public ClosingGround? Ground { get; set; }

        public bool SeenOpen { get; set; }
    }
}
