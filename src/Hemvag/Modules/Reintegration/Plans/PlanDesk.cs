using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>What the pages of the plan need besides their own: the programme, the closed compartment.</summary>
internal sealed class PlanDesk(ProgrammeCatalogue programmes, IStringLocalizer<ReintegrationTexts> texts, IStringLocalizer<ProgrammesTexts> words)
{
    public ProgrammeVersion Programme(CaseHandle handle) => programmes.Get(handle.Case.ProgrammeId);

    /// <param name="page">The page to come back to.</param>
    public SealedClosed ClosedPlan(CaseHandle handle, string page) =>
        new(handle.CaseId, Compartment.Protection, words["Compartment.Protection"], texts["Sealed.Holds.Plan"], "plan", page);
}
