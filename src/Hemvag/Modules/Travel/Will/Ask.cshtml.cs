using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.Will;

/// <summary>Her will, asked once more. Stop stands beside the question, as easy as the answer.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class AskModel(TravelQueries queries, WillAsking asking, SealedTravel seals, ProgrammeCatalogue programmes, TimeProvider time)
    : TravelPageModel(programmes, time),
        ILoadsForRedisplay
{
    public WillForm Input { get; set; } = new();

    internal IReadOnlyList<WillAnswer> Answers { get; private set; } = [];

    internal IReadOnlyDictionary<string, WillWords> Words { get; private set; } = new Dictionary<string, WillWords>();

    internal bool WordsAreOpen => IsOpen(Compartment.Travel);

    internal bool MayAsk => Handle.May(CaseAction.ReconfirmWill);

    /// <summary>The newest answer is not a yes: stopping stands beside it. Nobody is pushed either way.</summary>
    internal bool OffersStop => Answers.Count > 0 && Answers[^1].Word != WillWord.Yes && Case.CanBeStopped && Handle.May(CaseAction.Stop);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new WillForm { AskedOn = Today };
    }

    [Needs(CaseAction.ReconfirmWill)]
    public async Task<IActionResult> OnPostAsync(WillForm input)
    {
        Input = input;
        await asking.RecordAsync(Handle, OperationId, input.ToInput());
        // Back here: after a no or a wait, the stop stands beside the answer.
        return Redirect(PathTo(input.Word == WillWord.Yes ? CaseLinks.Travel : WillDetails.Page));
    }

    public async Task LoadAsync()
    {
        Answers = (await queries.LoadAsync(Handle)).Will;
        if (WordsAreOpen)
        {
            Words = await seals.WillAsync(Opened!);
        }
    }

    internal WillWords? WordsOf(WillAnswer answer) => Words.GetValueOrDefault(WillWords.Subject(answer.Id));
}
