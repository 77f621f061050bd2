using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>The thread of access to justice: its proceedings, and its end.</summary>
[Needs(CaseAction.SeeJustice)]
internal sealed class ThreadPageModel(ProceedingQueries queries, ThreadEnding ending, ProgrammeCatalogue programmes, TimeProvider time)
    : JusticePageModel(time)
{
    public EndInput End { get; set; } = new();

    public JusticeView View { get; private set; } = new([], false);

    /// <summary>Whether the programme version has words for the consent.</summary>
    public bool HasConsent => programmes.Get(Case.ProgrammeId).Consents.Any(c => c.Purpose == ConsentPurpose.AccessToJustice);

    public bool MayEnd => Handle.May(CaseAction.EndJustice) && Case.JusticeOpenSince is not null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EndJustice)]
    public async Task<IActionResult> OnPostEndAsync(EndInput end)
    {
        End = end;
        await ending.EndAsync(Handle, OperationId, end.SeenOpen);
        return To(CaseLinks.Justice);
    }

    public override async Task LoadAsync() => View = await queries.OverviewAsync(Handle, Today);
}
