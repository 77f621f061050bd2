using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Applications.Certificates;

/// <summary>The written certificate of voluntariness is on record (S1.49).</summary>
internal sealed class VoluntarinessCertifiedGate() : Gate<DateOnly?>(GateKind.VoluntarinessCertified)
{
    protected override Expression<Func<Case, DateOnly?>> Looks(GateContext context) =>
        c => CertificateRecording.NewestFirst(context.Db).Where(v => v.CaseId == c.Id).Select(v => (DateOnly?)v.CertifiedOn).FirstOrDefault();

    protected override GateState State(GateContext context, DateOnly? seen) =>
        seen is { } day
            ? new GateState(Kind, true, "GateDetail.VoluntarinessCertified.Met", typeof(ApplicationsTexts), CaseLinks.Application, Dates.Day(day))
        : context.HappenedBefore(MilestoneKind.VoluntarinessCertified) ? MetBefore(CaseLinks.Application)
        : new GateState(Kind, false, "GateDetail.VoluntarinessCertified.Open", typeof(ApplicationsTexts), "application/certificate");
}
