using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Applications.Filling;

/// <summary>The application at a glance: sections, declarations, signature. Sealed is only who interpreted at the certificate.</summary>
[Needs(CaseAction.SeeApplication)]
internal sealed class OverviewModel(
    ApplicationQueries queries,
    SealedNotes notes,
    IStringLocalizer<ApplicationsTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : CasePageModel
{
    internal ApplicationOverview Overview { get; private set; } = null!;

    /// <summary>Null when nobody interpreted, or while it is closed.</summary>
    internal string? Interpreter { get; private set; }

    /// <summary>Null when nobody interpreted.</summary>
    internal SealedClosed? InterpreterSealed =>
        Overview.Certificate is not { Reading: ConsentReading.ThroughInterpreter } || !Handle.MayOpen(Compartment.Protection)
            ? null
            : new SealedClosed(
                Handle.CaseId,
                Compartment.Protection,
                words["Compartment.Protection"],
                texts["Certificate.Sealed"],
                "application",
                CaseLinks.Application
            );

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal IReadOnlyList<RailLine> Rail => SectionRail.Of(Overview.Form, Overview.Filled, null, CaseLinks.To(Handle.CaseId, CaseLinks.Application));

    public async Task OnGetAsync()
    {
        Overview = await queries.OverviewAsync(Case);
        if (Overview.Certificate is { Reading: ConsentReading.ThroughInterpreter } certificate)
        {
            var subject = CertificateInterpreter.SubjectOf(certificate.Id);
            var names = await notes.ReadAsync<CertificateInterpreter>(Handle, Compartment.Protection, subject);
            Interpreter = names.GetValueOrDefault(subject)?.Name;
        }
    }
}
