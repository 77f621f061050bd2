using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>One part of the journey: what is decided, what the one asked has answered, and cancelling after a stop.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class ArrangementModel(
    TravelQueries queries,
    Arranging arranging,
    ArrangementReading reading,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public string Part { get; set; } = "";

    public DecisionForm Decision { get; set; } = new();

    public AnswerForm Answer { get; set; } = new();

    public CancelForm Cancel { get; set; } = new();

    internal TravelArrangementDefinition Definition { get; private set; } = null!;

    internal Arrangement? Row { get; private set; }

    /// <summary>The version the writer has seen; 0 for none.</summary>
    [BindProperty]
    public int? SectionVersion { get; set; }

    /// <summary>Someone else has decided since the form was shown.</summary>
    internal bool HasChanged { get; private set; }

    /// <summary>The newest version of what was decided.</summary>
    internal int Version { get; private set; }

    internal ArrangementWords? Words { get; private set; }

    internal ArrangementAnswerWords? AnswerWords { get; private set; }

    internal IReadOnlyList<Choice> Arrangers { get; private set; } = [];

    internal string? ArrangerName { get; private set; }

    internal bool MayDecide => Handle.May(CaseAction.ArrangeTravel) && !IsHeld;

    internal bool MayAnswer => Row is { Waits: true } row && Handle.May(CaseAction.AnswerArrangement) && Arranging.MayAnswer(Handle, row);

    internal bool MayCancel => IsHeld && Row is { Confirmed: true } && Handle.May(CaseAction.ArrangeTravel);

    internal bool PersonReached => Case.ReachedAfterStopAt is not null;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Decision = new DecisionForm
        {
            Need = Row?.Need,
            OrganisationId = Offered(Row?.OrganisationId) ?? TravelOrganisations.UsuallyAsked(Definition.Kind, Offered(Case.LocalOfficeId)),
            Variant = Words?.Variant,
            Note = Words?.Note,
        };
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostDecideAsync(DecisionForm decision)
    {
        Decision = decision;
        var needed = decision.Need == ArrangementNeed.Needed;
        await arranging.DecideAsync(
            Handle,
            OperationId,
            new ArrangementDecision(
                Parse().Kind,
                decision.Need!.Value,
                needed ? decision.OrganisationId : null,
                needed ? decision.Variant : null,
                decision.Note,
                SectionVersion ?? 0
            )
        );
        return Redirect(PathTo(CaseLinks.Travel));
    }

    [Needs(CaseAction.AnswerArrangement)]
    public async Task<IActionResult> OnPostAnswerAsync(AnswerForm answer)
    {
        Answer = answer;
        await arranging.AnswerAsync(Handle, OperationId, Parse().Kind, answer.Confirmed!.Value, answer.Note);
        return Redirect(PathTo(CaseLinks.Travel));
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostCancelAsync(CancelForm cancel)
    {
        Cancel = cancel;
        await arranging.CancelAsync(Handle, OperationId, Parse().Kind, cancel.Note);
        return Redirect(PathTo(CaseLinks.Travel));
    }

    public async Task LoadAsync()
    {
        Definition = Parse();
        (Row, Arrangers) = await reading.ReadAsync(Handle.CaseId, Definition.Kind, Today);
        Version = await queries.VersionAsync(Handle, ArrangementWords.Subject(Definition.Kind));
        ArrangerName = Row?.OrganisationId is { } asked ? await reading.NameAsync(asked) : null;
        if (IsOpen(Compartment.Travel))
        {
            (Words, AnswerWords) = await reading.Sealed.ArrangementAsync(Opened!, Definition.Kind);
        }

        HasChanged = SectionVersion is { } seen && seen != Version;
        // Who has seen the other's version may write after it; who has not is held to the one they saw.
        if (SectionVersion is null || Words is not null)
        {
            SectionVersion = Version;
        }
    }

    private Guid? Offered(Guid? organisation) => organisation is { } id && Arrangers.Any(a => a.Value == id.ToString("D")) ? id : null;

    // The framework writes addresses in lower case.
    private TravelArrangementDefinition Parse() =>
        Programme.TravelArrangements.FirstOrDefault(a => a.Kind.ToString().Equals(Part, StringComparison.OrdinalIgnoreCase))
        ?? throw new NotThereException();
}

/// <summary>What the page of an arrangement reads besides its row.</summary>
internal sealed class ArrangementReading(HemvagDbContext db, SealedTravel seals, OrganisationQueries organisations)
{
    public SealedTravel Sealed { get; } = seals;

    public ValueTask<string> NameAsync(Guid id) => organisations.NameAsync(id);

    /// <summary>
    /// The row, null while nothing is decided; and those in the case who can be asked: IOM Finland, and the local office as long as
    /// the person's yes to it holds.
    /// </summary>
    public async Task<(Arrangement? Row, IReadOnlyList<Choice> Arrangers)> ReadAsync(Guid caseId, TravelArrangementKind kind, DateOnly today)
    {
        var seeing = Seeing.Participants(db, today);
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == caseId)
            .Select(c => new
            {
                Row = db.Set<Arrangement>().FirstOrDefault(a => a.CaseId == c.Id && a.Kind == kind),
                Office = seeing
                    .Where(p => p.CaseId == c.Id && p.Role == Role.LocalOfficeWorker && p.OrganisationId == c.LocalOfficeId)
                    .Select(p => (Guid?)p.OrganisationId)
                    .FirstOrDefault(),
            })
            .FirstAsync();
        var choices = new List<Choice>();
        foreach (var id in new[] { IomFinland.Id, found.Office }.OfType<Guid>())
        {
            choices.Add(new Choice(id.ToString("D"), await organisations.NameAsync(id)));
        }

        return (found.Row, choices);
    }
}
