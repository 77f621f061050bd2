using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>
/// One part of the journey that may have to be arranged (S1.55-S1.60, S4.8): is it needed, who arranges it, is it confirmed.
/// Which kind of escort, and every word about it, is sealed: a medical escort tells of health.
/// </summary>
internal sealed class Arrangement : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required TravelArrangementKind Kind { get; init; }

    public ArrangementNeed Need { get; private set; } = ArrangementNeed.NotDecided;

    /// <summary>Who has been asked to arrange it; null while nobody has.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AskedAt { get; private set; }

    public ArrangementAnswer? Answer { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The account that recorded the answer.</summary>
    public Guid? AnsweredBy { get; private set; }

    public bool Decided => Need != ArrangementNeed.NotDecided;

    public bool Waits => Need == ArrangementNeed.Needed && OrganisationId is not null && Answer is null;

    public bool Confirmed => Need == ArrangementNeed.Needed && Answer == ArrangementAnswer.Confirmed;

    /// <summary>Something that has to be cancelled if the person does not travel. A passport stays the person's own.</summary>
    public bool IsBooked => Confirmed && Kind != TravelArrangementKind.TravelDocuments;

    /// <summary>Decides the need and, where needed, asks an organisation; an earlier answer no longer counts.</summary>
    /// <exception cref="RefusedException">ArrangerMissing when it is needed and nobody is asked.</exception>
    public ArrangementDecided Decide(ArrangementNeed need, Guid? organisationId, DateTime now)
    {
        if (need == ArrangementNeed.Needed && organisationId is null)
        {
            throw new RefusedException(TravelRefusals.ArrangerMissing, "Decision.OrganisationId");
        }

        var before = Need;
        Need = need;
        Ask(need == ArrangementNeed.Needed ? organisationId : null, now);
        return new ArrangementDecided(Id, Kind, before, need, OrganisationId);
    }

    /// <exception cref="RefusedException">NothingToAnswer when nobody has been asked, or the answer is there already.</exception>
    public ArrangementAnswered Reply(bool confirmed, DateTime now, Guid by)
    {
        if (!Waits)
        {
            throw new RefusedException(TravelRefusals.NothingToAnswer);
        }

        Close(confirmed ? ArrangementAnswer.Confirmed : ArrangementAnswer.Declined, now, by);
        return new ArrangementAnswered(Id, Kind, OrganisationId!.Value, Answer!.Value);
    }

    /// <summary>The plan has changed since it was confirmed, or the one asked has left the case: asked once more.</summary>
    public ArrangementAskedAgain AskAgain(Guid? organisationId, DateTime now)
    {
        Ask(organisationId, now);
        return new ArrangementAskedAgain(Id, Kind, organisationId);
    }

    /// <exception cref="RefusedException">NothingToCancel when nothing is confirmed.</exception>
    public ArrangementCancelled Cancel(DateTime now, Guid by)
    {
        if (!Confirmed)
        {
            throw new RefusedException(TravelRefusals.NothingToCancel);
        }

        Close(ArrangementAnswer.Cancelled, now, by);
        return new ArrangementCancelled(Id, Kind);
    }

    private void Ask(Guid? organisationId, DateTime now)
    {
        OrganisationId = organisationId;
        AskedAt = organisationId is null ? null : now;
        Answer = null;
        AnsweredAt = null;
        AnsweredBy = null;
    }

    private void Close(ArrangementAnswer answer, DateTime now, Guid by)
    {
        Answer = answer;
        AnsweredAt = now;
        AnsweredBy = by;
    }
}
