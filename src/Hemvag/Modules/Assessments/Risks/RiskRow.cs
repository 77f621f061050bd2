using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>
/// A row of the risk table (S1.47; the fields are not from the seeds). Codes, levels, dates and owner are in clear, so that gates and work
/// items need no opening; what is written is sealed as <see cref="RiskTexts"/>.
/// </summary>
internal sealed class RiskRow : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … within the case; what people call the row. Never used again.</summary>
    public required int Number { get; init; }

    /// <summary>Version of the section: raised by every change, carried by the form.</summary>
    public int Version { get; private set; }

    public string Phase { get; private set; } = "";

    public string Category { get; private set; } = "";

    public string Likelihood { get; private set; } = "";

    public string Consequence { get; private set; } = "";

    /// <summary>Likelihood times consequence by the programme version's scale.</summary>
    public RiskLevel Level { get; private set; }

    public string? ResidualLikelihood { get; private set; }

    public string? ResidualConsequence { get; private set; }

    /// <summary>With the measure taken; null while it is not assessed.</summary>
    public RiskLevel? ResidualLevel { get; private set; }

    /// <summary>A measure is written down (sealed).</summary>
    public bool HasMeasure { get; private set; }

    public Guid? OwnerOrganisationId { get; private set; }

    public Role? OwnerRole { get; private set; }

    /// <summary>Null: whoever holds the role at the organisation.</summary>
    public Guid? OwnerAccountId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public RiskStatus Status { get; private set; }

    public DateOnly? ReviewedOn { get; private set; }

    public required Guid CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public RiskOwner? Owner =>
        OwnerOrganisationId is { } organisation && OwnerRole is { } role ? new RiskOwner(organisation, role, OwnerAccountId) : null;

    /// <summary>What counts now: the residual level where there is one.</summary>
    public RiskLevel CurrentLevel => ResidualLevel ?? Level;

    /// <summary>Takes over what was chosen. Whoever calls has compared the version the form had shown.</summary>
    /// <exception cref="RefusedException">WordUnknown, ResidualHalf.</exception>
    public RiskWritten Write(RiskCodes codes, bool hasMeasure, RiskVocabulary words)
    {
        codes.Require(words);
        var (levelBefore, residualBefore, dueBefore, ownerBefore) = (Version == 0 ? null : (RiskLevel?)Level, ResidualLevel, DueOn, Owner);
        (Phase, Category, Likelihood, Consequence) = (codes.Phase, codes.Category, codes.Likelihood, codes.Consequence);
        (ResidualLikelihood, ResidualConsequence) = (codes.ResidualLikelihood, codes.ResidualConsequence);
        (Level, ResidualLevel) = (codes.LevelBy(words), codes.ResidualBy(words));
        (OwnerOrganisationId, OwnerRole, OwnerAccountId) = (codes.Owner?.OrganisationId, codes.Owner?.Role, codes.Owner?.AccountId);
        (DueOn, HasMeasure) = (codes.DueOn, hasMeasure);
        Version++;
        return new RiskWritten(
            Id,
            Number,
            Version,
            levelBefore,
            Level,
            residualBefore,
            ResidualLevel,
            ownerBefore,
            Owner,
            dueBefore,
            DueOn,
            hasMeasure
        );
    }

    /// <summary>A colleague answers for it from now on, or whoever holds the role.</summary>
    public RiskOwnerMoved MoveTo(Guid? accountId)
    {
        var before = OwnerAccountId;
        OwnerAccountId = accountId;
        Version++;
        return new RiskOwnerMoved(Id, Number, before, accountId);
    }

    /// <summary>Looked at again, and still a risk.</summary>
    /// <param name="dueOn">When it is due next; null when there is no next time.</param>
    /// <exception cref="RefusedException">RiskAlreadyClosed.</exception>
    public RiskReviewed Review(Guid reviewId, DateOnly today, DateOnly? dueOn)
    {
        if (Status == RiskStatus.Closed)
        {
            throw new RefusedException(AssessmentRefusals.RiskAlreadyClosed);
        }

        var before = DueOn;
        (ReviewedOn, DueOn) = (today, dueOn);
        Version++;
        return new RiskReviewed(Id, Number, reviewId, Status, before, dueOn);
    }

    /// <exception cref="RefusedException">RiskAlreadyClosed.</exception>
    public RiskReviewed Close(Guid reviewId, DateOnly today)
    {
        var reviewed = Review(reviewId, today, DueOn);
        Status = RiskStatus.Closed;
        return reviewed with { Status = Status };
    }

    /// <exception cref="RefusedException">RiskNotClosed.</exception>
    public RiskReviewed Reopen(Guid reviewId, DateOnly today)
    {
        if (Status == RiskStatus.Open)
        {
            throw new RefusedException(AssessmentRefusals.RiskNotClosed);
        }

        Status = RiskStatus.Open;
        return Review(reviewId, today, DueOn);
    }
}

/// <summary>A row of the risk table was written; the texts are named by subject and version alone.</summary>
internal sealed record RiskWritten(
    Guid RiskId,
    int Number,
    int Version,
    RiskLevel? LevelBefore,
    RiskLevel Level,
    RiskLevel? ResidualBefore,
    RiskLevel? Residual,
    RiskOwner? OwnerBefore,
    RiskOwner? Owner,
    DateOnly? DueBefore,
    DateOnly? Due,
    bool HasMeasure
) : IEvent;

/// <summary>A row was looked at again, closed or opened anew.</summary>
/// <param name="After">Null: whoever holds the role.</param>
internal sealed record RiskOwnerMoved(Guid RiskId, int Number, Guid? Before, Guid? After) : IEvent;

internal sealed record RiskReviewed(Guid RiskId, int Number, Guid ReviewId, RiskStatus Status, DateOnly? DueBefore, DateOnly? Due) : IEvent;
