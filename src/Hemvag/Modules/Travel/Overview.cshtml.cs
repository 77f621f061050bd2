using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel;

[Needs(CaseAction.SeeTravel)]
internal sealed class OverviewModel(
    TravelQueries queries,
    OrganisationQueries organisations,
    SealedTravel seals,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time)
{
    internal TravelView Travel { get; private set; } = null!;

    internal IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;

    internal JourneyPlan? Plan { get; private set; }

    /// <summary>The case's next milestone, where it is one of the journey.</summary>
    internal MilestoneKind? Next =>
        Case.Next is { } next && (next == MilestoneKind.LocalOfficeContacted || TravelMilestones.All.Contains(next)) ? next : null;

    internal string NextPath => PathTo(Next == MilestoneKind.LocalOfficeContacted ? "travel/office" : $"travel/milestones/{Next}");

    internal bool MaySetNext =>
        Next switch
        {
            null => false,
            MilestoneKind.LocalOfficeContacted => Handle.May(CaseAction.ArrangeTravel),
            { } kind => Handle.May(TravelMilestones.ActionFor(kind)),
        };

    public async Task OnGetAsync()
    {
        Travel = await queries.LoadAsync(Handle);
        Plan = IsOpen(Compartment.Travel) ? await seals.JourneyAsync(Opened!) : null;
        Names = await NamesAsync();
    }

    /// <summary>What the one line of an arrangement says, as the end of a text's key.</summary>
    internal string StateOf(Arrangement? row) =>
        row switch
        {
            null or { Need: ArrangementNeed.NotDecided } => "NotDecided",
            { Need: ArrangementNeed.NotNeeded } => "NotNeeded",
            { Answer: { } answer } => answer.ToString(),
            { OrganisationId: null } => "NobodyAsked",
            _ => IsHeld ? "Held" : "Waits",
        };

    internal static bool Settled(Arrangement? row) => row is not null && (row.Need == ArrangementNeed.NotNeeded || row.Confirmed);

    /// <summary>The one thing this account can do about it, as the end of a text's key.</summary>
    internal string ActionOn(Arrangement? row) =>
        row is { Waits: true } && Arranging.MayAnswer(Handle, row) && Handle.May(CaseAction.AnswerArrangement) ? "Answer"
        : !Handle.May(CaseAction.ArrangeTravel) || Settled(row) ? "Show"
        : row is { Decided: true } ? "Anew"
        : "Decide";

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync()
    {
        var names = new Dictionary<Guid, string>();
        foreach (var id in Travel.Arrangements.Select(a => a.OrganisationId).Append(Case.LocalOfficeId).OfType<Guid>().Distinct())
        {
            names[id] = await organisations.NameAsync(id);
        }

        return names;
    }
}
