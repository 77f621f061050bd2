using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel;

/// <summary>Reads what is sealed in Travel, under a live opening.</summary>
internal sealed class SealedTravel(HemvagDbContext db, CaseVault vault, Openings openings)
{
    public Openings Openings { get; } = openings;

    public async Task<JourneyPlan?> JourneyAsync(OpenedCompartment opened) =>
        (await vault.ReadAsync<JourneyPlan>(db, opened, Compartment.Travel, JourneyPlan.Subject))?.Value;

    public async Task<ArrangementWords?> DecisionAsync(OpenedCompartment opened, TravelArrangementKind kind) =>
        (await vault.ReadAsync<ArrangementWords>(db, opened, Compartment.Travel, ArrangementWords.Subject(kind)))?.Value;

    public async Task<ArrangementAnswerWords?> AnswerAsync(OpenedCompartment opened, TravelArrangementKind kind) =>
        (await vault.ReadAsync<ArrangementAnswerWords>(db, opened, Compartment.Travel, ArrangementAnswerWords.Subject(kind)))?.Value;

    /// <summary>By the answer's subject, see <see cref="WillWords.Subject"/>.</summary>
    public async Task<IReadOnlyDictionary<string, WillWords>> WillAsync(OpenedCompartment opened) =>
        (await vault.ReadAllAsync<WillWords>(db, opened, Compartment.Travel, WillWords.SubjectPrefix)).ToDictionary(w => w.Subject, w => w.Value);
}
