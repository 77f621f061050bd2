using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>One travel document. What stands is changed only by someone who has it open before them.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class PaperPageModel(
    PaperReading reading,
    PaperKeeping papers,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public Guid PaperId { get; set; }

    public PaperForm Input { get; set; } = new();

    /// <summary>The version the writer has seen.</summary>
    [BindProperty]
    public int? SectionVersion { get; set; }

    internal TravelPaper Paper { get; private set; } = null!;

    internal int Version { get; private set; }

    internal PaperWords? Words { get; private set; }

    /// <summary>Someone else has written since the form was shown.</summary>
    internal bool HasChanged { get; private set; }

    internal bool MayWrite => Case.ClosedAt is null;

    internal IReadOnlyList<Choice> States => PapersModel.StatesIn(texts);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = PaperForm.Of(Paper, Words);
    }

    public async Task<IActionResult> OnPostAsync(PaperForm input)
    {
        Input = input;
        await RequireThereAsync();
        await papers.ChangeAsync(Handle, OperationId, PaperId, input.State!.Value, input.Read(), SectionVersion ?? 0);
        return Redirect(PathTo(PaperKeeping.Page));
    }

    public async Task LoadAsync()
    {
        await RequireThereAsync();
        Version = await reading.VersionAsync(Handle.CaseId, Paper.Subject);
        Words = IsOpen(Compartment.Travel) ? (await reading.WordsAsync(Opened!)).Papers.GetValueOrDefault(Paper.Subject) : null;
        HasChanged = SectionVersion is { } seen && seen != Version;
        // Who has seen the other's version may write after it; who has not is held to the one they saw.
        if (SectionVersion is null || Words is not null)
        {
            SectionVersion = Version;
        }
    }

    private async Task RequireThereAsync() =>
        Paper = (await reading.LoadAsync(Handle.CaseId)).Papers.FirstOrDefault(p => p.Id == PaperId) ?? throw new NotThereException();
}
