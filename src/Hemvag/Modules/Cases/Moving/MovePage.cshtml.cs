using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Moving;

/// <summary>The version a case follows, and moving it to another one after a look at what changes for it.</summary>
[Needs(CaseAction.MoveProgramme)]
internal sealed class MovePageModel(
    ProgrammeMoving moving,
    MoveQueries queries,
    ProgrammeCatalogue programmes,
    IStringLocalizerFactory localizers,
    IStringLocalizer<ProgrammesTexts> words
) : CasePageModel, ILoadsForRedisplay
{
    internal sealed class Form
    {
        [Required, MaxLength(40)]
        public string? Target { get; set; }

        [Required]
        public MoveReason? Reason { get; set; }

        public bool Seen { get; set; }
    }

    [BindProperty(SupportsGet = true), MaxLength(40)]
    public string? Target { get; set; }

    internal Form Input { get; private set; } = new();

    internal string Current => programmes.Get(Case.ProgrammeId).ShortName.Shown;

    internal bool IsOpenCase => Case is { ClosedAt: null, HeldAt: null, SupportEndedAt: null };

    internal IReadOnlyList<Choice> Targets => [.. queries.Targets(Handle).Select(version => new Choice(version.Id, version.ShortName.Shown))];

    internal MovePreview? Preview { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    /// <exception cref="RefusedException">Those of <see cref="ProgrammeMoving.MoveAsync"/>.</exception>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] Form input)
    {
        Input = input;
        Target = input.Target;
        await moving.MoveAsync(Handle, OperationId, input.Target!, input.Reason!.Value, input.Seen);
        return Redirect(CaseLinks.To(Handle.CaseId));
    }

    public async Task LoadAsync()
    {
        Preview = IsOpenCase ? await queries.PreviewAsync(Handle, Target ?? ModelState["Input.Target"]?.AttemptedValue) : null;
        Target = Preview?.To.Id;
    }

    internal string Detail(GateState gate) => localizers.Create(gate.Texts)[gate.Detail, gate.Args];

    internal string Said(MoveObstacle obstacle) =>
        localizers.Create(obstacle.Refusal.Texts)[obstacle.Refusal.Key, string.Join(", ", obstacle.Words.Select(word => words[word].Value))];
}
