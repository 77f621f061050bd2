using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>The person's travel documents: which there are, which are missing, and the embassies that could help.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class PapersModel(
    PaperReading reading,
    PaperKeeping papers,
    EmbassyKeeping embassies,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    public NewPaperForm Paper { get; set; } = new();

    public EmbassyForm Embassy { get; set; } = new();

    internal PapersView View { get; private set; } = null!;

    internal IReadOnlyDictionary<string, PaperWords> Words { get; private set; } = new Dictionary<string, PaperWords>();

    internal IReadOnlyDictionary<string, EmbassyWords> Names { get; private set; } = new Dictionary<string, EmbassyWords>();

    internal bool IsOpenHere => IsOpen(Compartment.Travel);

    internal bool IsSealed => View.Papers.Count + View.Embassies.Count > 0;

    internal bool MayWrite => Handle.May(CaseAction.ArrangeTravel) && Case.ClosedAt is null;

    /// <summary>Whether a document is there or lost is written; that it has expired follows from its last day.</summary>
    internal static IReadOnlyList<Choice> StatesIn(IStringLocalizer<TravelTexts> words) =>
        [.. Choices.Of<PaperState>(words).Where(c => c.Value != nameof(PaperState.Expired))];

    internal IReadOnlyList<Choice> States => StatesIn(texts);

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostAddAsync(NewPaperForm paper)
    {
        Paper = paper;
        await papers.AddAsync(Handle, OperationId, paper.Kind!.Value, paper.State!.Value, new PaperWords(null, null, null, null));
        return Redirect(PathTo(PaperKeeping.Page));
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostEmbassyAsync(EmbassyForm embassy)
    {
        Embassy = embassy;
        await embassies.AddAsync(Handle, OperationId, new EmbassyWords(embassy.Name!, embassy.Contact));
        return Redirect(PathTo(PaperKeeping.Page));
    }

    public async Task LoadAsync()
    {
        View = await reading.LoadAsync(Handle.CaseId);
        if (IsOpenHere && IsSealed)
        {
            (Words, Names) = await reading.WordsAsync(Opened!);
        }
    }
}
