using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>One proceeding: how far it has come, who has it, and the days to keep in mind.</summary>
[Needs(CaseAction.SeeJustice)]
internal sealed class ProceedingPageModel(
    ProceedingQueries queries,
    ProceedingKeeping keeping,
    CaseVault vault,
    HemvagDbContext db,
    TimeProvider time
) : JusticePageModel(time)
{
    private bool typed;

    [BindProperty(SupportsGet = true)]
    public Guid ProceedingId { get; set; }

    public ProceedingView View { get; private set; } = null!;

    public StageInput Change { get; set; } = new();

    public DetailsInput Details { get; set; } = new();

    public ProceedingDayInput NewDay { get; set; } = new();

    /// <summary>What is sealed of it; null while sealed.</summary>
    public Unsealed<ProceedingPayload>? Stored { get; private set; }

    /// <summary>What is sealed of each day, by the day's subject.</summary>
    public IReadOnlyDictionary<string, ProceedingDayPayload> Days { get; private set; } =
        new Dictionary<string, ProceedingDayPayload>(StringComparer.Ordinal);

    /// <summary>Someone else has moved it on since the form was shown.</summary>
    public bool WasMoved => Change.Shown is { } shown && shown != View.Proceeding.Stage;

    /// <summary>Someone else has written since the form was shown.</summary>
    public bool WasWritten => typed && Stored is { } stored && stored.Version != Details.Version;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostStageAsync(StageInput change)
    {
        Change = change;
        await RequireThereAsync();
        await keeping.SetStageAsync(Handle, OperationId, ProceedingId, change.Shown, change.Stage!.Value, change.StageOn!.Value);
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostDetailsAsync(DetailsInput details)
    {
        (Details, typed) = (details, true);
        await RequireThereAsync();
        await keeping.WriteAsync(Handle, OperationId, ProceedingId, details.Version, details.Read());
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostDayAsync(ProceedingDayInput newDay)
    {
        NewDay = newDay;
        await RequireThereAsync();
        await keeping.AddDayAsync(Handle, OperationId, ProceedingId, new ProceedingDayPayload(newDay.On!.Value, newDay.What), newDay.RemindOn!.Value);
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostSettleAsync(Guid dayId)
    {
        await RequireThereAsync();
        if (View.Days.All(d => d.Id != dayId))
        {
            throw new NotThereException();
        }

        await keeping.SettleDayAsync(Handle, OperationId, ProceedingId, dayId);
        return Back();
    }

    public override async Task LoadAsync()
    {
        await RequireThereAsync();
        if (!IsOpen(Compartment.Justice))
        {
            return;
        }

        Stored = await vault.ReadAsync<ProceedingPayload>(db, Opened!, Compartment.Justice, View.Proceeding.Subject);
        if (View.Days.Count > 0)
        {
            var days = await vault.ReadAllAsync<ProceedingDayPayload>(db, Opened!, Compartment.Justice, ProceedingDay.SubjectPrefix);
            Days = days.ToDictionary(d => d.Subject, d => d.Value, StringComparer.Ordinal);
        }

        if (!typed && Stored is { } stored)
        {
            Details = new DetailsInput
            {
                Authority = stored.Value.Authority,
                Reference = stored.Value.Reference,
                CounselName = stored.Value.CounselName,
                CounselContact = stored.Value.CounselContact,
                Notes = stored.Value.Notes,
            };
        }
    }

    private async Task RequireThereAsync() => View = await queries.FindAsync(Handle, ProceedingId) ?? throw new NotThereException();

    private RedirectResult Back() => To(JusticePages.Proceeding(ProceedingId));
}
