using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Checks;

/// <summary>What is looked at before the journey: closed it says what is settled, open what came out of it.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class ChecksModel(CheckReading reading, ProgrammeCatalogue programmes, TimeProvider time) : TravelPageModel(programmes, time)
{
    internal IReadOnlyDictionary<TravelCheckKind, TravelCheck> Rows { get; private set; } = new Dictionary<TravelCheckKind, TravelCheck>();

    internal IReadOnlyDictionary<string, TravelCheckWords> Words { get; private set; } = new Dictionary<string, TravelCheckWords>();

    internal bool IsOpenHere => IsOpen(Compartment.Travel);

    internal bool MayWrite => Handle.May(CaseAction.ArrangeTravel) && Case.ClosedAt is null;

    public async Task OnGetAsync()
    {
        Rows = await reading.LoadAsync(Handle.CaseId);
        if (IsOpenHere && Rows.Count > 0)
        {
            Words = await reading.WordsAsync(Opened!);
        }
    }

    internal TravelCheckWords? WordsOf(TravelCheckKind kind) => Words.GetValueOrDefault(TravelCheckWords.SubjectOf(kind));

    internal bool IsSettled(TravelCheckKind kind) => Rows.TryGetValue(kind, out var row) && row.Settled;
}
