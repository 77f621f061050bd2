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
    private bool saidNo;

    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<GateState> Open { get; private set; } = [];

    internal IReadOnlyList<WorkItem> Waiting { get; private set; } = [];

    /// <summary>Part of a journey that lies ahead is still booked.</summary>
    internal bool IsBooked => Open.Any(g => g.Kind == GateKind.NothingBooked);

    /// <summary>The key of the sentence that says why it cannot be closed at all; null when it can.</summary>
    internal string? WhyNot => ClosingGrounds.WhyNone(Case) is { } why ? $"Refusal.{why.Name}" : null;

    internal IReadOnlyList<Choice> Grounds =>
        [.. ClosingGrounds.For(Case, saidNo).Select(g => new Choice(g.ToString(), localizers.Create(typeof(CasesTexts))[$"ClosingGround.{g}"]))];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await service.CloseAsync(Handle, OperationId, Input.Ground!.Value, Input.SeenOpen, Input.BookingsCancelled, Input.JourneyOver);
        // Whoever works on the case through a consent no longer sees it.
        return Redirect(Handle.May(CaseAction.ManageConsents) ? CaseLinks.To(Handle.CaseId) : "/cases");
    }

    public async Task LoadAsync()
    {
        var asked = await queries.GatesAsync(Handle, MilestoneKind.Closed, GateBoard.AlwaysAsked);
        saidNo = asked.Any(g => g is { Kind: GateKind.Eligible, SaidNo: true });
        Open = [.. asked.Where(g => !g.Met && g.Kind != GateKind.Eligible)];
        var unseen = JusticeSight.HiddenFrom(Handle);
        Waiting = await db.Set<WorkItem>()
            .AsNoTracking()
            .Where(w =>
                w.CaseId == Handle.CaseId
                && w.DoneAt == null
                && !unseen.Contains(w.Kind)
                && w.Kind != WorkItemKind.CloseCase
                && w.Kind != WorkItemKind.CloseEndedSupport
            )
            .ToListAsync();
    }

    internal string Detail(GateState gate) => localizers.Create(gate.Texts)[gate.Detail, gate.Args];

    internal sealed class Form
    {
        [Required]
        public ClosingGround? Ground { get; set; }

        public bool SeenOpen { get; set; }

        public bool BookingsCancelled { get; set; }

        public bool JourneyOver { get; set; }
    }
}
