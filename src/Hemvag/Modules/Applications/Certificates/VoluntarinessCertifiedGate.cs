using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Applications.Certificates;

/// <summary>The written certificate of voluntariness is on record (S1.49).</summary>
internal sealed class VoluntarinessCertifiedGate : IGate
{
    public GateKind Kind => GateKind.VoluntarinessCertified;

    public async Task<GateState> CheckAsync(GateContext context) =>
        await CertificateRecording.NewestAsync(context.Db, context.Case.Id) is { } certificate
            ? new GateState(
                Kind,
                true,
                "GateDetail.VoluntarinessCertified.Met",
                typeof(ApplicationsTexts),
                CaseLinks.Application,
                Dates.Day(certificate.CertifiedOn)
            )
            : new GateState(Kind, false, "GateDetail.VoluntarinessCertified.Open", typeof(ApplicationsTexts), "application/certificate");
}
