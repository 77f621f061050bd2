using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.BreakGlass;

/// <summary>Where the glass of this case was broken: who, what, why; and a second person's review.</summary>
[Needs(CaseAction.SeeTrail)]
internal sealed class BrokenModel(
    GlassBreaking breaking,
    GlassQueries queries,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Guid GlassId { get; set; }

    [BindProperty]
    public bool? Justified { get; set; }

    internal IReadOnlyList<GlassRow> Rows { get; private set; } = [];

    /// <summary>The reasons; null where there is nothing to read or the reader may not.</summary>
    internal SealedClosed? Reasons =>
        Rows.Count == 0 || !Handle.MayOpen(Compartment.Protection)
            ? null
            : new SealedClosed(
                Handle.CaseId,
                Compartment.Protection,
                words["Compartment.Protection"],
                texts["Sealed.Holds.Glass"],
                CaseLinks.BrokenGlass,
                CaseLinks.BrokenGlass
            );

    internal bool MayReview(GlassRow row) =>
        row.Glass.ReviewedAt is null && row.Glass.AccountId != Handle.Account.Id && Handle.May(CaseAction.ReviewBrokenGlass);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.ReviewBrokenGlass)]
    public async Task<IActionResult> OnPostAsync()
    {
        var justified = Justified ?? throw new RefusedException(CaseRefusals.GlassAnswerMissing, nameof(Justified));
        await breaking.ReviewAsync(Handle, OperationId, GlassId, justified);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.BrokenGlass));
    }

    public async Task LoadAsync() => Rows = await queries.OfAsync(Handle);
}
