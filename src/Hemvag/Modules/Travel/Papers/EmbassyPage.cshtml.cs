using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>One embassy: the person's yes to that very contact, and the steps with it. The yes is taken back as easily as it is given.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class EmbassyPageModel(
    PaperReading reading,
    EmbassyKeeping embassies,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public Guid EmbassyId { get; set; }

    public EmbassyYesForm Agreed { get; set; } = new();

    public EmbassyStepForm Step { get; set; } = new();

    internal Embassy Embassy { get; private set; } = null!;

    internal PapersView View { get; private set; } = null!;

    /// <summary>Null while sealed.</summary>
    internal EmbassyWords? Name { get; private set; }

    internal IReadOnlyDictionary<string, EmbassyStepWords> StepWords { get; private set; } = new Dictionary<string, EmbassyStepWords>();

    internal EmbassyYes? Live => View.LiveYes(EmbassyId);

    internal bool MayRecordYes => Handle.May(CaseAction.ReconfirmWill) && Case.ClosedAt is null && Live is null;

    internal bool MayWithdraw => Handle.May(CaseAction.ReconfirmWill) && Live is not null;

    internal bool MayStep => Handle.May(CaseAction.ArrangeTravel) && Case.ClosedAt is null;

    internal IReadOnlyList<Choice> Papers => [.. View.Papers.Select(p => new Choice(p.Id.ToString("D"), texts[$"PaperKind.{p.Kind}"]))];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Agreed = new EmbassyYesForm { SaidOn = Today };
        Step = new EmbassyStepForm { On = Today };
    }

    [Needs(CaseAction.ReconfirmWill)]
    public async Task<IActionResult> OnPostAgreeAsync(EmbassyYesForm agreed)
    {
        Agreed = agreed;
        await RequireThereAsync();
        await embassies.AgreeAsync(Handle, OperationId, EmbassyId, agreed.SaidOn!.Value, agreed.How!.Value);
        return Back();
    }

    [Needs(CaseAction.ReconfirmWill)]
    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await RequireThereAsync();
        await embassies.WithdrawAsync(Handle, OperationId, EmbassyId);
        return Back();
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostStepAsync(EmbassyStepForm step)
    {
        Step = step;
        await RequireThereAsync();
        await embassies.StepAsync(Handle, OperationId, EmbassyId, step.Read());
        return Back();
    }

    public async Task LoadAsync()
    {
        await RequireThereAsync();
        if (IsOpen(Compartment.Travel))
        {
            var (names, steps) = await reading.StepWordsAsync(Opened!);
            (Name, StepWords) = (names.GetValueOrDefault(Embassy.Subject), steps);
        }
    }

    private async Task RequireThereAsync()
    {
        View = await reading.LoadAsync(Handle.CaseId);
        Embassy = View.Embassies.FirstOrDefault(e => e.Id == EmbassyId) ?? throw new NotThereException();
    }

    private RedirectResult Back() => Redirect(PathTo(EmbassyKeeping.PageOf(EmbassyId)));
}
