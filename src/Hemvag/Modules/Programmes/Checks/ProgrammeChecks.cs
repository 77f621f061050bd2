using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Everything that must hold in a programme file beyond its form.</summary>
internal static class ProgrammeChecks
{
    public static IReadOnlyList<ProgrammeFileError> Of(ProgrammeVersion version, string file)
    {
        var found = new ErrorList(file);
        EveryTextAndSource.Check(version, found);
        if (found.Misses)
        {
            // The other rules look into what is not there.
            return found.Errors;
        }

        IdentityChecks.Check(version, file, found);
        UniqueIds.Check(version, found);
        if (found.Repeats)
        {
            // The other rules look things up by what stands twice.
            return found.Errors;
        }

        MilestoneChecks.Check(version, found);
        WayChecks.Check(version, found);
        FormChecks.Check(version, found);
        EligibilityChecks.Check(version.Eligibility, found);
        EntitlementChecks.Check(version, found);
        PackageChecks.Check(version, found);
        if (version.Kind != ProgrammeKind.CashSupport)
        {
            RiskChecks.Check(version.Risks, found);
        }

        GateChecks.Check(version, found);
        return found.Errors;
    }
}
