using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>What has been handed to those outside who carry, receive or help the person.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class PackagesModel(PackageReading reading, ProgrammeCatalogue programmes, TimeProvider time) : TravelPageModel(programmes, time)
{
    internal IReadOnlyList<Package> All { get; private set; } = [];

    /// <summary>By subject; empty while sealed.</summary>
    internal IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    internal bool IsOpenHere => IsOpen(Compartment.Travel);

    internal bool MayMake => Handle.May(CaseAction.HandOut) && (!IsHeld || Case.IsUnderWay) && Case.ClosedAt is null;

    internal IEnumerable<PackageRecipient> Recipients => (Programme.Packages ?? []).Select(t => t.Kind);

    public async Task OnGetAsync()
    {
        All = await reading.OfCaseAsync(Handle);
        if (IsOpenHere && All.Count > 0)
        {
            Names = await reading.NamesAsync(Opened!);
        }
    }

    internal PackageState StateOf(Package package) => package.StateAt(Now);
}
