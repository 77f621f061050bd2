using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>A consent to the first contact is live (S1.37).</summary>
internal sealed class ContactConsentGate : IGate
{
    public GateKind Kind => GateKind.ContactConsent;

    public async Task<GateState> CheckAsync(GateContext context) =>
        ConsentGate.State(Kind, (await context.LiveConsentsAsync()).Any(c => c.Purpose == ConsentPurpose.FirstContact));
}

/// <summary>A consent to exchange with IOM is live and names IOM Finland (S1.44).</summary>
internal sealed class IomConsentGate(OrganisationCatalogue organisations) : IGate
{
    public GateKind Kind => GateKind.IomConsent;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var iom = organisations.Organisations.Single(o => o.Kind == OrganisationKind.IomFinland).Id;
        var live = await context.LiveConsentsAsync();
        return ConsentGate.State(Kind, live.Any(c => c.Purpose == ConsentPurpose.ExchangeWithIom && c.OrganisationId == iom));
    }
}

/// <summary>The person has said yes to contact with a named office or partner in the country of return (S1.54).</summary>
internal sealed class LocalOfficeConsentGate : IGate
{
    public GateKind Kind => GateKind.LocalOfficeConsent;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var live = (await context.LiveConsentsAsync()).Where(c => c.Purpose == ConsentPurpose.ContactWithLocalOffice);
        return ConsentGate.State(Kind, live.Any(c => context.Case.LocalOfficeId is null || c.OrganisationId == context.Case.LocalOfficeId));
    }
}

internal static class ConsentGate
{
    public static GateState State(GateKind kind, bool met) =>
        new(kind, met, met ? "GateDetail.Consent.Met" : $"GateDetail.{kind}.Open", typeof(CasesTexts), CaseLinks.Consent);
}
