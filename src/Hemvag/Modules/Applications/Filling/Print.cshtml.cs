using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Applications.Filling;

/// <summary>The application and the certificate as empty sheets that mirror the screen: filled in by hand, typed back. Shows no answers.</summary>
[Needs(CaseAction.SeeApplication)]
internal sealed class PrintModel(ProgrammeCatalogue programmes) : CasePageModel
{
    internal ProgrammeVersion Programme => programmes.Get(Case.ProgrammeId);

    internal FormDefinition Form => Programme.Form(FormKind.Application);

    public void OnGet() { }
}
