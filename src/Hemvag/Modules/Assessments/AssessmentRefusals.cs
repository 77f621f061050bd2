using Hemvag.Data;

namespace Hemvag.Modules.Assessments;

/// <summary>Why something about an assessment was refused.</summary>
internal static class AssessmentRefusals
{
    /// <summary>A yes needs one criterion of every group of the programme version (S1.17-S1.19); names the missing group.</summary>
    public static readonly Refusal CriterionAppliesLater = Of("CriterionAppliesLater");
    public static readonly Refusal CriteriaNotMet = Of("CriteriaNotMet");

    /// <summary>A third country only with a permanent residence permit there (S1.19).</summary>
    public static readonly Refusal PermanentPermitMissing = Of("PermanentPermitMissing");

    /// <summary>The programme version does not cover a return to a third country (S3.6).</summary>
    public static readonly Refusal DestinationNotCovered = Of("DestinationNotCovered");

    /// <summary>A no says what was offered instead.</summary>
    public static readonly Refusal OfferedInsteadMissing = Of("OfferedInsteadMissing");

    /// <summary>A conversation in which nothing was told and nothing asked is no record.</summary>
    public static readonly Refusal NothingTold = Of("NothingTold");

    /// <summary>Without an interpreter the text is read in a language it is reviewed in.</summary>
    public static readonly Refusal LanguageNotReviewed = Of("LanguageNotReviewed");

    /// <summary>A code that is not among the words of the programme version.</summary>
    public static readonly Refusal WordUnknown = Of("WordUnknown");

    /// <summary>Likelihood and consequence of the residual risk are given together or not at all.</summary>
    public static readonly Refusal ResidualHalf = Of("ResidualHalf");

    /// <summary>Who answers for a risk works on the case.</summary>
    public static readonly Refusal OwnerNotOnCase = Of("OwnerNotOnCase");

    public static readonly Refusal RiskAlreadyClosed = Of("RiskAlreadyClosed");

    public static readonly Refusal RiskNotClosed = Of("RiskNotClosed");

    /// <summary>An inventory without a single section is not done.</summary>
    public static readonly Refusal NothingAssessed = Of("NothingAssessed");

    private static Refusal Of(string name) => new(name, typeof(AssessmentsTexts));
}
