using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Justice.Telling;

/// <summary>What the person has been told of a proceeding, who tells next, and how the person can be reached safely.</summary>
[Needs(CaseAction.SeeJustice)]
internal sealed class ToldPageModel(
    ProceedingQueries queries,
    TellingService telling,
    PersonQueries person,
    CaseVault vault,
    HemvagDbContext db,
    TimeProvider time
) : JusticePageModel(time)
{
    [BindProperty(SupportsGet = true)]
    public Guid ProceedingId { get; set; }

    public ToldView View { get; private set; } = null!;

    public ToldInput Told { get; set; } = new();

    public PlanInput Plan { get; set; } = new();

    /// <summary>What was told, by its subject; empty while sealed.</summary>
    public IReadOnlyDictionary<string, ToldPayload> Words { get; private set; } = new Dictionary<string, ToldPayload>(StringComparer.Ordinal);

    /// <summary>The rules for safe contact; null while sealed, or when none are written.</summary>
    public ContactPayload? Contact { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostToldAsync(ToldInput told)
    {
        Told = told;
        await RequireThereAsync();
        await telling.RecordAsync(Handle, OperationId, ProceedingId, told.Read());
        return Back();
    }

    [Needs(CaseAction.EditJustice)]
    public async Task<IActionResult> OnPostPlanAsync(PlanInput plan)
    {
        Plan = plan;
        await RequireThereAsync();
        await telling.PlanAsync(Handle, OperationId, ProceedingId, plan.Teller!.Value, plan.TellOn!.Value);
        return Back();
    }

    public override async Task LoadAsync()
    {
        await RequireThereAsync();
        if (IsOpen(Compartment.Contact))
        {
            Contact = (await person.ContactAsync(Opened!))?.Value;
        }

        if (View.Told.Count > 0 && IsOpen(Compartment.Justice))
        {
            var words = await vault.ReadAllAsync<ToldPayload>(db, Opened!, Compartment.Justice, ToldDevelopment.SubjectPrefix);
            Words = words.ToDictionary(t => t.Subject, t => t.Value, StringComparer.Ordinal);
        }
    }

    private async Task RequireThereAsync() => View = await queries.ToldAsync(Handle, ProceedingId) ?? throw new NotThereException();

    private RedirectResult Back() => To(JusticePages.Told(ProceedingId));
}
