using Hemvag.Auditing;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Arrangements;

internal sealed record ArrangementDecided(
    Guid ArrangementId,
    TravelArrangementKind Kind,
    ArrangementNeed Before,
    ArrangementNeed After,
    Guid? AskedOrganisationId
) : IEvent;

internal sealed record ArrangementAnswered(Guid ArrangementId, TravelArrangementKind Kind, Guid OrganisationId, ArrangementAnswer Answer) : IEvent;

/// <param name="OrganisationId">Null: the one asked has left, and nobody is asked until the caseworker decides.</param>
internal sealed record ArrangementAskedAgain(Guid ArrangementId, TravelArrangementKind Kind, Guid? OrganisationId) : IEvent;

internal sealed record ArrangementCancelled(Guid ArrangementId, TravelArrangementKind Kind) : IEvent;
