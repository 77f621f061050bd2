using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Retention;

/// <summary>What may be erased, what waits for a second person, what is in its time of grace, and what was erased and when that is final.</summary>
[ForRoles(Role.DataProtectionOfficer, Role.NationalCoordination)]
internal sealed class RetentionPageModel(ErasureDesk desk, ErasureQueries queries, TimeProvider time, IStringLocalizer<ProgrammesTexts> words)
    : AccountPageModel,
        ILoadsForRedisplay
{
    internal sealed class AskedForm
    {
        [Required, MaxLength(40)]
        public string? Number { get; set; }

        [Required]
        public Compartment? Compartment { get; set; }
    }

    internal AskedForm Asked { get; private set; } = new();

    internal IReadOnlyList<DueRow> Due { get; private set; } = [];

    internal IReadOnlyList<ErasureRow> Open { get; private set; } = [];

    internal IReadOnlyList<ErasureRow> Done { get; private set; } = [];

    internal bool MayPrepare => RetentionReach.MayPrepare(Me);

    internal DateOnly Today { get; private set; }

    internal IReadOnlyList<Choice> CompartmentChoices =>
        [.. Compartments.Each(Compartments.All & ~Compartment.Bank).Select(c => new Choice(c.ToString(), words[$"Compartment.{c}"]))];

    public Task OnGetAsync() => LoadAsync();

    /// <exception cref="RefusedException">ErasureNotDue, ErasureAlreadyPrepared.</exception>
    public async Task<IActionResult> OnPostPrepareAsync([Required] Guid? caseId, [Required, MaxLength(40)] string? category)
    {
        if (!MayPrepare)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (RetentionRule.Find(category) is not { } rule)
        {
            return BadRequest();
        }

        await desk.PrepareAsync(Me, OperationId, caseId!.Value, rule);
        return Redirect("/retention");
    }

    /// <exception cref="RefusedException">ErasureCaseUnknown, ErasureMoneyKept, ErasureNothingThere, ErasureAlreadyPrepared.</exception>
    public async Task<IActionResult> OnPostAskedAsync([Bind(Prefix = "Asked")] AskedForm asked)
    {
        Asked = asked;
        if (!MayPrepare)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!Compartments.Each(Compartments.All).Contains(asked.Compartment!.Value))
        {
            return BadRequest();
        }

        await desk.PrepareAskedAsync(Me, OperationId, asked.Number!, asked.Compartment.Value);
        return Redirect("/retention");
    }

    /// <exception cref="RefusedException">ErasureSomethingNew, ErasureNotWaiting, ErasureSamePerson.</exception>
    public async Task<IActionResult> OnPostConfirmAsync([Required] Guid? erasureId) =>
        await desk.ConfirmAsync(Me, OperationId, erasureId!.Value) ? Redirect("/retention") : NotFound();

    /// <exception cref="RefusedException">ErasureNotWaiting.</exception>
    public async Task<IActionResult> OnPostTakeOutAsync([Required] Guid? erasureId) =>
        await desk.TakeOutAsync(Me, OperationId, erasureId!.Value) ? Redirect("/retention") : NotFound();

    public async Task LoadAsync()
    {
        Today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone);
        Due = MayPrepare ? await queries.DueAsync(Me) : [];
        var all = await queries.ListAsync(Me);
        Open = [.. all.Where(r => r.Erasure.ErasedAt is null)];
        Done = [.. all.Where(r => r.Erasure.ErasedAt is not null)];
    }

    internal string NameOf(Compartment compartments) =>
        string.Join(", ", Compartments.Each(compartments).Select(c => words[$"Compartment.{c}"].Value));
}
