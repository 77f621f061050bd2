using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel;

/// <summary>Who can be asked for something on the journey, and whose work it then is.</summary>
internal static class TravelOrganisations
{
    /// <summary>The kinds of organisation that can meet the person: where a country has no office, another office or a partner takes over.</summary>
    public static readonly IReadOnlyList<OrganisationKind> CanMeet = [OrganisationKind.LocalIomOffice, OrganisationKind.Partner];

    public static Role RoleAt(Guid organisationId) => organisationId == IomFinland.Id ? Role.IomCaseworker : Role.LocalOfficeWorker;

    /// <summary>Reception and onward transport happen where the person arrives, so the local office is asked first; the rest is IOM Finland's (S1.55-S1.60).</summary>
    public static Guid UsuallyAsked(TravelArrangementKind kind, Guid? localOfficeId) =>
        kind is TravelArrangementKind.Reception or TravelArrangementKind.OnwardTransport ? localOfficeId ?? IomFinland.Id : IomFinland.Id;
}
