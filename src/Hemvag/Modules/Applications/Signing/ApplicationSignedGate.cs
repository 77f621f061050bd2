using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Applications.Signing;

/// <summary>The application is signed as it stands now (S1.48). A section changed afterwards opens the gate again.</summary>
internal sealed class ApplicationSignedGate : IGate
{
    public GateKind Kind => GateKind.ApplicationSigned;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        if (await ApplicationSigning.NewestAsync(context.Db, context.Case.Id) is not { } signature)
        {
            return Of(false, "GateDetail.ApplicationSigned.Open", "application/check");
        }

        var digest = await SignedDigest.OfAsync(context.Db, context.Case.Id);
        return digest.Is(signature.Digest)
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
