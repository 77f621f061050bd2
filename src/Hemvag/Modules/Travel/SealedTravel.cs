using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel;

/// <summary>Reads what is sealed in Travel, under a live opening.</summary>
internal sealed class SealedTravel(HemvagDbContext db, CaseVault vault)
{
    public async Task<JourneyPlan?> JourneyAsync(OpenedCompartment opened) =>
        (await vault.ReadAsync<JourneyPlan>(db, opened, Compartment.Travel, JourneyPlan.Subject))?.Value;

    /// <summary>What was decided about a part of the journey, and what was answered.</summary>
    public async Task<(ArrangementWords? Decision, ArrangementAnswerWords? Answer)> ArrangementAsync(
        OpenedCompartment opened,
        TravelArrangementKind kind
    )
    {
        var (decision, answer) = (ArrangementWords.Subject(kind), ArrangementAnswerWords.Subject(kind));
        var (decisions, answers) = await vault.ReadBothAsync<ArrangementWords, ArrangementAnswerWords>(
            db,
            opened,
            Compartment.Travel,
            decision,
            answer
        );
        return (decisions.FirstOrDefault(d => d.Subject == decision)?.Value, answers.FirstOrDefault(a => a.Subject == answer)?.Value);
    }

    /// <summary>By the answer's subject, see <see cref="WillWords.Subject"/>.</summary>
    public async Task<IReadOnlyDictionary<string, WillWords>> WillAsync(OpenedCompartment opened) =>
        (await vault.ReadAllAsync<WillWords>(db, opened, Compartment.Travel, WillWords.SubjectPrefix)).ToDictionary(w => w.Subject, w => w.Value);
}
