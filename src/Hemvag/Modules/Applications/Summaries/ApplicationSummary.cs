using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Filling;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Applications.Summaries;

/// <summary>The application with its signature and the certificate of voluntariness.</summary>
internal sealed class ApplicationSummary(ApplicationQueries queries, SealedNotes notes, FormSummary form, IStringLocalizer<ApplicationsTexts> texts)
    : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Application,
        typeof(ApplicationsTexts),
        "Application.Title",
        [CaseLinks.Application],
        new HashSet<string> { "SaveApplication", "SignApplication", "RecordVoluntariness" },
        handle => handle.May(CaseAction.SeeApplication)
    );

    public Compartment Holds(Case @case) => form.Holds(@case, FormKind.Application) | Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var overview = await queries.OverviewAsync(handle.Case);
        return
        [
            SummaryPart.Of(
                texts["Summary.Facts"],
                (texts["Signature.Title"], Signature(overview)),
                (texts["Certificate.Title"], Certificate(overview.Certificate)),
                (texts["Summary.Interpreter"], await InterpreterAsync(overview.Certificate, opened))
            ),
            .. await form.PartsAsync(handle, opened, FormKind.Application),
        ];
    }

    private string Signature(ApplicationOverview overview) =>
        overview.SignatureState switch
        {
            SignatureState.None => texts["Signature.None"],
            SignatureState.Stands => texts["Signature.Stands", overview.Signature!.SignedByName, SwedishTime.DayAndTime(overview.Signature.SignedAt)],
            SignatureState.Outdated => texts["Signature.Outdated", SwedishTime.DayAndTime(overview.Signature!.SignedAt)],
        };

    private string Certificate(VoluntarinessCertificate? certificate) =>
        certificate is null
            ? texts["Certificate.None"]
            : texts["Certificate.Done", Dates.Day(certificate.CertifiedOn, year: true), SpokenLanguages.NameInSentence(certificate.Language)];

    private async Task<string?> InterpreterAsync(VoluntarinessCertificate? certificate, OpenedCompartment? opened)
    {
        if (certificate is not { Reading: ConsentReading.ThroughInterpreter })
        {
            return null;
        }

        var subject = CertificateInterpreter.SubjectOf(certificate.Id);
        return (await notes.ReadAsync<CertificateInterpreter>(opened, Compartment.Protection, subject)).GetValueOrDefault(subject)?.Name;
    }
}
