using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Disclosures.WithoutConsent;

/// <summary>One disclosure without consent: the second person decides, and who asked says that it was handed over.</summary>
[Needs(CaseAction.DiscloseWithoutConsent)]
internal sealed class DecideModel(
    DisclosingWithoutConsent disclosing,
    DisclosureRequestQueries queries,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public bool? Approved { get; set; }

    internal DisclosureRequestRow Row { get; private set; } = null!;

    internal bool MayDecide => Row.Request.Approved is null && Row.Request.ReviewerId == Handle.Account.Id;

    internal bool MayHandOver => Row.Request is { Approved: true, HandedOverAt: null };

    internal SealedClosed Reasons =>
        new(
            Handle.CaseId,
            Compartment.Protection,
            words["Compartment.Protection"],
            texts["Sealed.Holds.Disclosure"],
            CaseLinks.Disclosures,
            $"{CaseLinks.Disclosures}/{Row.Request.Id:D}"
        );

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var approved = Approved ?? throw new RefusedException(CaseRefusals.DisclosureAnswerMissing, nameof(Approved));
        await disclosing.DecideAsync(Handle, OperationId, Row.Request.Id, approved);
        // Who was let in for this alone sees the case no more.
        return Redirect(Row.Request.ReviewerLetIn ? "/" : CaseLinks.To(Handle.CaseId, CaseLinks.Disclosures));
    }

    public async Task<IActionResult> OnPostHandOverAsync()
    {
        await LoadAsync();
        await disclosing.HandOverAsync(Handle, OperationId, Row.Request.Id);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Disclosures));
    }

    public async Task LoadAsync()
    {
        var id = Guid.Parse(RouteData.Values["requestId"]!.ToString()!);
        Row = (await queries.OfAsync(Handle, withReasons: true)).FirstOrDefault(r => r.Request.Id == id) ?? throw new NotThereException();
    }

    internal string What => string.Join(", ", Compartments.Each(Row.Request.Compartments).Select(c => words[$"Compartment.{c}"].Value));
}
