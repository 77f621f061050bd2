using System.Linq.Expressions;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>A consent to the first contact is live (S1.37).</summary>
internal sealed class ContactConsentGate() : ConsentGate(GateKind.ContactConsent)
{
    protected override Expression<Func<Case, bool>> Looks(GateContext context)
    {
        var named = GuardiansYes.NamedFor(context, ConsentPurpose.FirstContact);
        return c => named.Any(r => r.CaseId == c.Id);
    }
}

/// <summary>A consent to exchange with IOM is live and names IOM Finland (S1.44).</summary>
internal sealed class IomConsentGate(OrganisationCatalogue organisations) : ConsentGate(GateKind.IomConsent)
{
    protected override Expression<Func<Case, bool>> Looks(GateContext context)
    {
        var named = GuardiansYes.NamedFor(context, ConsentPurpose.ExchangeWithIom);
        var iom = organisations.Organisations.Single(o => o.Kind == OrganisationKind.IomFinland).Id;
        return c => named.Any(r => r.CaseId == c.Id && r.OrganisationId == iom);
    }
}

/// <summary>The person has said yes to contact with a named office or partner in the country of return (S1.54).</summary>
internal sealed class LocalOfficeConsentGate() : ConsentGate(GateKind.LocalOfficeConsent)
{
    protected override Expression<Func<Case, bool>> Looks(GateContext context)
    {
        var named = GuardiansYes.NamedFor(context, ConsentPurpose.ContactWithLocalOffice);
        // Before an office is named, a yes to any of them.
        return c => named.Any(r => r.CaseId == c.Id && (c.LocalOfficeId == null || r.OrganisationId == c.LocalOfficeId));
    }
}

/// <summary>Looks whether a consent is live.</summary>
internal abstract class ConsentGate(GateKind kind) : Gate<bool>(kind)
{
    protected override GateState State(GateContext context, bool seen) =>
        new(
            Kind,
            seen,
            seen ? "GateDetail.Consent.Met"
                : context.Case.Minor is not null && Kind != GateKind.ContactConsent ? "GateDetail.Consent.OfGuardian"
                : $"GateDetail.{Kind}.Open",
            typeof(CasesTexts),
            CaseLinks.Consent
        );
}
