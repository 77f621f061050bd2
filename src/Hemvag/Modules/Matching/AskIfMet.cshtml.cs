using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Matching;

/// <summary>Asks the arbiter whether the person of this case is in another one.</summary>
[Needs(CaseAction.AskIfMet)]
internal sealed class AskIfMetModel(MetQuestions questions, Arbiters arbiters, IStringLocalizerFactory localizers) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty, Required]
    public MetReason? Reason { get; set; }

    internal bool HasArbiter { get; private set; }

    internal IReadOnlyList<(DateTime AskedAt, MetReason Reason, MetAnswer? Answer)> Asked { get; private set; } = [];

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal IReadOnlyList<Choice> Reasons =>
        [.. Enum.GetValues<MetReason>().Select(r => new Choice(r.ToString(), localizers.Create(typeof(MatchingTexts))[$"MetReason.{r}"]))];

    internal SealedClosed Closed =>
        new(
            Handle.CaseId,
            Compartment.Identity,
            localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{Compartment.Identity}"],
            localizers.Create(typeof(CasesTexts))[$"Sealed.Holds.{Compartment.Identity}"],
            "met",
            "met"
        );

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await questions.AskAsync(Handle, OperationId, Reason!.Value);
        return Redirect(CaseLinks.To(Handle.CaseId, "met"));
    }

    public async Task LoadAsync()
    {
        HasArbiter = await arbiters.CurrentAsync() is not null;
        Asked = await questions.OfCaseAsync(Handle);
    }
}
