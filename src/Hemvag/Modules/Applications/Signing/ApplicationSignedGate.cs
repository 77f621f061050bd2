using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Applications.Signing;

/// <summary>The application is signed as it stands now (S1.48). A section changed afterwards opens the gate again.</summary>
internal sealed class ApplicationSignedGate() : Gate<SignedAndSections>(GateKind.ApplicationSigned)
{
    protected override Expression<Func<Case, SignedAndSections>> Looks(GateContext context) =>
        c => new SignedAndSections(
            ApplicationSigning.NewestFirst(context.Db).FirstOrDefault(s => s.CaseId == c.Id),
            SignedDigest.Newest(context.Db).Where(r => r.CaseId == c.Id).ToList()
        );

    protected override GateState State(GateContext context, SignedAndSections seen)
    {
        if (seen.Signature is not { } signature)
        {
            return context.HappenedBefore(MilestoneKind.ApplicationSigned)
                ? MetBefore(CaseLinks.Application)
                : Of(false, "GateDetail.ApplicationSigned.Open", "application/check");
        }

        return SignedDigest.Of(seen.Sections).Is(signature.Digest)
            ? Of(
                true,
                "GateDetail.ApplicationSigned.Met",
                CaseLinks.Application,
                Dates.Day(DateOnly.FromDateTime(signature.SignedAt)),
                signature.SignedByName
            )
            : Of(false, "GateDetail.ApplicationSigned.Changed", "application/check");
    }

    private GateState Of(bool met, string detail, string page, params object[] args) => new(Kind, met, detail, typeof(ApplicationsTexts), page, args);
}

/// <summary>The newest signature, beside the newest record of each section.</summary>
internal sealed record SignedAndSections(ApplicationSignature? Signature, List<SealedRecord> Sections);
